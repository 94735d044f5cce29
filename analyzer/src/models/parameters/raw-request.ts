import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';

/**
 * Whether a body never touches the request object that an operation declares: such an object is input only through what
 * is read from it. An inner class may read it where nobody looks, so a body with one is not sure.
 */
export function ignoresRequest(method: ProgramMethod, declaration: OperationIndex): boolean {
  const body = method.declaration?.body;
  if (body === undefined || body === null) return false;
  return body.operations.every(
    (each) =>
      !(each.kind === 'local' && each.declaration === declaration) &&
      !(each.kind === 'new' && each.body !== null),
  );
}
