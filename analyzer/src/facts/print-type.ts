import type { TypeRef } from './type-refs.ts';

/** A type reference as Java-like text, `Map<String, ? extends List<@Valid T>>[]`; arguments of annotations are left out. */
export function printType(type: TypeRef): string {
  const before = (type.annotations ?? []).map(({ name }) => `@${name} `).join('');
  return `${before}${printPlain(type)}`;
}

function printPlain(type: TypeRef): string {
  const dims = '[]'.repeat(type.dims ?? 0);
  if (type.bound !== undefined)
    return `${type.name} ${type.bound} ${(type.args ?? []).map(printType).join(', ')}${dims}`;
  return `${type.name}${type.args === undefined ? '' : `<${type.args.map(printType).join(', ')}>`}${dims}`;
}
