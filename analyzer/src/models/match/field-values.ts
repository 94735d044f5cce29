import type { OperationIndex } from '../../facts/operations.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { Program, ProgramField, ProgramMethod } from '../../link/program.ts';

/** A value that a field is given somewhere. */
interface FieldValue {
  readonly method: ProgramMethod;
  readonly operation: OperationIndex;
}

/** Tells the values that production code assigns to a field; goes over all bodies once, when first asked. */
export function fieldValues(program: Program): (field: ProgramField) => readonly FieldValue[] {
  let known: ReadonlyMap<ProgramField, readonly FieldValue[]> | null = null;
  return (field) => {
    known ??= indexValues(program);
    return known.get(field) ?? [];
  };
}

function indexValues(program: Program): ReadonlyMap<ProgramField, readonly FieldValue[]> {
  const found = new Map<ProgramField, FieldValue[]>();
  bodyIndex(program).each('assign', (method, at) => {
    const operation = method.declaration?.body?.operations[at];
    if (operation?.kind !== 'assign') return;
    const field = program.fieldOf(method, operation.target)?.field;
    if (field === undefined) return;
    const value = { method, operation: operation.value };
    const known = found.get(field);
    if (known) known.push(value);
    else found.set(field, [value]);
  });
  return found;
}
