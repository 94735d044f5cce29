import type { Body, OperationIndex } from '../facts/operations.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { Labels } from '../models/labels.ts';
import { decisionOf } from './decision-values.ts';
import type { CatchVerdict } from './security-view.ts';

/**
 * Checks that a framework relies on and that cannot refuse: nothing in them throws or asks anything, and every answer is
 * a yes. What calls other code is taken to be able to refuse.
 */
export function neverRefusing(program: Program, labels: Labels): CatchVerdict[] {
  return labels.mandatoryRefusals.flatMap((found): CatchVerdict[] => {
    const method = program.method(found.method);
    if (!method || !alwaysGrants({ program, labels }, method)) return [];
    const location = { file: method.owner.file.facts.path, line: method.declaration?.line ?? 1 };
    return [
      {
        method: method.id,
        construct: 'check',
        location,
        verdict: 'open',
        relevance: { why: found.why, location },
        onGuard: true,
        exceptions: [],
        throws: false,
      },
    ];
  });
}

function alwaysGrants(
  known: { readonly program: Program; readonly labels: Labels },
  method: ProgramMethod,
): boolean {
  const body = method.declaration?.body;
  if (!body) return false;
  const roles = known.labels.callRoles.get(method.id);
  const answers: (OperationIndex | null)[] = [];
  for (const [at, operation] of body.operations.entries()) {
    if (operation.kind === 'throw') return false;
    if (operation.kind === 'return') answers.push(operation.value);
    const asks = operation.kind === 'call' || operation.kind === 'new';
    const logs = roles?.get(at)?.some(({ role }) => role === 'log') === true;
    if (asks && !logs && !isReturned(body, at)) return false;
  }
  return answers.every((value) => value === null || decisionOf(known, method, value) === 'grants');
}

/** `return new Answer(true)` asks nobody; what it says is looked at as an answer. */
function isReturned({ operations }: Body, at: OperationIndex): boolean {
  const next = operations[at + 1];
  return next?.kind === 'return' && next.value === at;
}
