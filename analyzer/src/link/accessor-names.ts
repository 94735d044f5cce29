import type { ProgramField, ResolvedAnnotation } from './program.ts';

/** How generated accessors are named and what setters return. */
export interface AccessorStyle {
  readonly fluent: boolean;
  readonly chain: boolean;
  readonly prefixes: readonly string[];
}

/** Where nothing is said. */
export const PLAIN: AccessorStyle = { fluent: false, chain: false, prefixes: [] };

/** Reads the arguments `fluent`, `chain` and `prefix` of the annotation that is nearest: on the field, else on its type. */
export function accessorStyle(annotations: readonly (ResolvedAnnotation | undefined)[]): AccessorStyle {
  const nearest = annotations.find((annotation) => annotation !== undefined);
  if (nearest === undefined) return PLAIN;
  const fluent = isTrue(nearest, 'fluent');
  const prefix = nearest.args.get('prefix');
  const items = prefix?.kind === 'list' ? prefix.items : prefix === undefined ? [] : [prefix];
  return {
    fluent,
    // A fluent setter chains unless it is told not to.
    chain: nearest.args.has('chain') ? isTrue(nearest, 'chain') : fluent,
    prefixes: items.flatMap((item) => (item.kind === 'text' ? [item.value] : [])),
  };
}

function isTrue(annotation: ResolvedAnnotation, name: string): boolean {
  const value = annotation.args.get(name);
  return value?.kind === 'boolean' && value.value;
}

/** The name of a field's getter, setter or copy-with method, after the conventions of bean properties. */
export function accessorName(
  kind: 'getter' | 'setter' | 'with',
  field: ProgramField,
  style: AccessorStyle,
): string {
  const isTruth = field.type.kind === 'primitive' && field.type.name === 'boolean';
  const property = propertyName(field.name, style.prefixes, isTruth);
  if (kind !== 'with' && style.fluent) return property;
  const start = kind === 'with' ? 'with' : kind === 'setter' ? 'set' : isTruth ? 'is' : 'get';
  return start + capitalised(property);
}

/** `isOpen` of truth values is the property `open`; a prefix is cut where a capital or a digit follows it. */
function propertyName(field: string, prefixes: readonly string[], isTruth: boolean): string {
  const prefix = prefixes.find((start) => field.startsWith(start) && field.length > start.length);
  const bare = prefix === undefined ? field : decapitalised(field.slice(prefix.length));
  return isTruth && /^is[^\p{Ll}]/u.test(bare) ? decapitalised(bare.slice(2)) : bare;
}

/** First letter in capitals. */
export function capitalised(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function decapitalised(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
