import type { OperationIndex } from '../../../facts/operations.ts';
import type { Program, ProgramMethod } from '../../../link/program.ts';
import { classOf } from '../../match/type-matcher.ts';

/** The method of an object that stands for a function: the one method with a body of its class, where that is in the tree. */
export function onlyFunction(
  program: Program,
  method: ProgramMethod,
  operation: OperationIndex,
): ProgramMethod | undefined {
  const type = method.operationTypes[operation];
  const created = method.declaration?.body?.operations[operation];
  const anonymous = created?.kind === 'new' && created.body !== null ? created.body : undefined;
  const declared = anonymous === undefined ? undefined : method.owner.file.facts.types[anonymous]?.binaryName;
  const name = declared ?? (type === undefined ? undefined : classOf(type));
  const owner = program.types.find((each) => each.name === name);
  const methods = owner?.methods.filter(
    (each) => each.declaration?.kind === 'method' && each.declaration.body !== null,
  );
  return methods?.length === 1 ? methods[0] : undefined;
}
