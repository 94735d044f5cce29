import type { ConstantValue } from '../../link/program.ts';

/** Stands in a path for a part that is not constant. */
export const UNKNOWN_PART = '{?}';
const DEEPEST = 8;

/** The texts in a folded constant: list items one by one, enum constants by name, unknown parts as `{?}`. */
export function textsOf(value: ConstantValue | undefined, depth = 0): readonly string[] {
  if (value === undefined || depth > DEEPEST) return [];
  switch (value.kind) {
    case 'text':
      return [value.value];
    case 'number':
    case 'boolean':
      return [String(value.value)];
    case 'enum':
      return [value.name];
    case 'class':
      return value.type.kind === 'class' ? [value.type.name] : [];
    case 'list':
      return value.items.flatMap((item) => textsOf(item, depth + 1));
    case 'partial':
      return [value.parts.map((part) => part ?? UNKNOWN_PART).join('')];
    case 'annotation':
    case 'null':
      return [];
    case 'unknown':
      return [UNKNOWN_PART];
  }
}

/** Whether the value is known in full: nothing of it can come from outside. */
export function isConstant(value: ConstantValue): boolean {
  if (value.kind === 'unknown' || value.kind === 'partial') return false;
  return value.kind !== 'list' || value.items.every(isConstant);
}
