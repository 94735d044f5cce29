import type { MethodDeclaration } from '../../facts/declarations.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import { bodyIndex } from '../../link/body-index.ts';
import type { Program, ProgramMethod } from '../../link/program.ts';

/** Reads of one variable of an enclosing method in a method of an anonymous or local type. */
export interface CapturedRead {
  readonly method: ProgramMethod;
  readonly reads: readonly OperationIndex[];
}

/** Which inner types read the locals and parameters of a method. */
export interface CapturedReads {
  /** Variables of the method that are read from inside. */
  variablesOf(method: ProgramMethod): ReadonlySet<OperationIndex>;
  of(method: ProgramMethod, variable: OperationIndex): readonly CapturedRead[];
}

type ByVariable = ReadonlyMap<OperationIndex, readonly CapturedRead[]>;

/** Goes over the bodies that read an outer variable. */
export function indexCaptures(program: Program): CapturedReads {
  const found = new Map<MethodDeclaration, Map<OperationIndex, CapturedRead[]>>();
  for (const method of bodyIndex(program).having('captured')) {
    for (const { enclosing, variable, reads } of readsOfOuterVariables(method)) {
      const variables = found.get(enclosing) ?? new Map<OperationIndex, CapturedRead[]>();
      found.set(enclosing, variables);
      const known = variables.get(variable);
      if (known) known.push({ method, reads });
      else variables.set(variable, [{ method, reads }]);
    }
  }
  const none: ByVariable = new Map();
  const byVariable = (method: ProgramMethod): ByVariable =>
    (method.declaration && found.get(method.declaration)) ?? none;
  const variables = new Map<ByVariable, ReadonlySet<OperationIndex>>([[none, new Set()]]);
  return {
    variablesOf: (method) => {
      const rows = byVariable(method);
      const known = variables.get(rows) ?? new Set(rows.keys());
      variables.set(rows, known);
      return known;
    },
    of: (method, variable) => byVariable(method).get(variable) ?? [],
  };
}

interface OuterReads {
  readonly enclosing: MethodDeclaration;
  readonly variable: OperationIndex;
  readonly reads: OperationIndex[];
}

function readsOfOuterVariables(method: ProgramMethod): Iterable<OuterReads> {
  const { types } = method.owner.file.facts;
  const found = new Map<string, OuterReads>();
  method.declaration?.body?.operations.forEach((operation, index) => {
    if (operation.kind !== 'captured') return;
    const address = operation.method;
    const enclosing = types[address.type]?.methods[address.method];
    if (!enclosing) return;
    const key = `${address.type} ${address.method} ${operation.declaration}`;
    const known = found.get(key);
    if (known) known.reads.push(index);
    else found.set(key, { enclosing, variable: operation.declaration, reads: [index] });
  });
  return found.values();
}
