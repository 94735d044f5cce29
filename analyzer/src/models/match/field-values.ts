import type { Operation, OperationIndex } from '../../facts/operations.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { Program, ProgramField, ProgramMethod } from '../../link/program.ts';

/** A value that a field is given somewhere. */
interface FieldValue {
  readonly method: ProgramMethod;
  readonly operation: OperationIndex;
}

/** An assignment to something with a name. */
interface Assignment extends FieldValue {
  readonly target: OperationIndex;
}

/**
 * Tells the values that production code assigns to a field; goes over all assignments once, when first asked. Few fields are
 * asked for: of what is assigned to only what is spelt like one of them is looked up.
 */
export function fieldValues(program: Program): (field: ProgramField) => readonly FieldValue[] {
  let byName: ReadonlyMap<string, readonly Assignment[]> | null = null;
  const known = new Map<ProgramField, readonly FieldValue[]>();
  return (field) => {
    let values = known.get(field);
    if (values === undefined) {
      byName ??= assignmentsByName(program);
      values = (byName.get(field.name) ?? []).filter(
        ({ method, target }) => program.fieldOf(method, target)?.field === field,
      );
      known.set(field, values);
    }
    return values;
  };
}

function assignmentsByName(program: Program): ReadonlyMap<string, readonly Assignment[]> {
  const found = new Map<string, Assignment[]>();
  bodyIndex(program).each('assign', (method, at) => {
    const operations = method.declaration?.body?.operations ?? [];
    const operation = operations[at];
    if (operation?.kind !== 'assign') return;
    const { target, value } = operation;
    const name = nameOf(operations[target]);
    if (name === undefined) return;
    const assignment = { method, operation: value, target };
    const known = found.get(name);
    if (known === undefined) found.set(name, [assignment]);
    else known.push(assignment);
  });
  return found;
}

/** The name that a field would be assigned by. */
function nameOf(target: Operation | undefined): string | undefined {
  return target?.kind === 'name' || target?.kind === 'field' ? target.name : undefined;
}
