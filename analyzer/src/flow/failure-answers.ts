import type { Text } from '../base/text.ts';
import { operandsOf } from '../facts/operands.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { Decision } from '../models/kinds.ts';
import type { Labels } from '../models/labels.ts';
import { decisionOf } from './decision-values.ts';
import { methodLabel } from './method-label.ts';
import type { RelevanceOf, Stretch } from './security-relevance.ts';
import type { CatchVerdict } from './security-view.ts';

interface Known {
  readonly program: Program;
  readonly labels: Labels;
  readonly relevanceOf: RelevanceOf;
}

const NO_VERDICTS: readonly CatchVerdict[] = [];

/**
 * Defaults of a method that answer in place of a check that failed or said nothing: `onErrorReturn(true)`,
 * `orElse(false)`. In code that does security work by its place only what the method returns is an answer.
 */
export function failureDefaults(known: Known, method: ProgramMethod): readonly CatchVerdict[] {
  const roles = known.labels.callRoles.get(method.id);
  if (!roles) return NO_VERDICTS;
  const verdicts: CatchVerdict[] = [];
  for (const [at, found] of roles) {
    const role = found.find((each) => each.role === 'failure-default');
    if (role?.role !== 'failure-default') continue;
    const verdict = defaultAt(known, method, { at, argument: role.argument });
    if (verdict !== null) verdicts.push(verdict);
  }
  return verdicts;
}

function defaultAt(
  known: Known,
  method: ProgramMethod,
  { at, argument }: { readonly at: OperationIndex; readonly argument: number },
): CatchVerdict | null {
  const call = method.declaration?.body?.operations[at];
  const value = call?.kind === 'call' ? call.args.at(argument) : undefined;
  const decision = value === undefined ? null : decisionOf(known, method, value);
  const relevance = decision === null ? null : known.relevanceOf(method, stretchOf(method, at));
  if (decision === null || relevance === null) return null;
  if (relevance.by === 'place' && !isReturned(method, at)) return null;
  const site = method.calls.find(({ operation }) => operation === at);
  return {
    method: method.id,
    construct: 'default',
    location: {
      file: method.owner.file.facts.path,
      line: site?.nameLine ?? method.declaration?.line ?? 1,
    },
    verdict: verdictOf(decision),
    relevance: { why: relevance.why, location: relevance.location },
    onGuard: relevance.onGuard,
    exceptions: [],
    throws: false,
  };
}

/** The operations that a value is made of. */
function stretchOf(method: ProgramMethod, end: OperationIndex): Stretch {
  const operations = method.declaration?.body?.operations ?? [];
  let start = end;
  const pending = [end];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    start = Math.min(start, at);
    const operation = operations[at];
    if (operation === undefined) continue;
    for (const operand of operandsOf(operation)) if (operand < at) pending.push(operand);
  }
  return { start, end: end + 1 };
}

function isReturned(method: ProgramMethod, at: OperationIndex): boolean {
  const operations = method.declaration?.body?.operations ?? [];
  return operations.some((operation) => operation.kind === 'return' && operation.value === at);
}

/** Methods that a library calls in place of a check that failed, and that always give the same answer. */
export function fallbackVerdicts({ program, labels, relevanceOf }: Known): CatchVerdict[] {
  return labels.implicitCalls.flatMap(({ caller, target, onFailure }) => {
    const check = program.method(caller);
    const fallback = program.method(target.method);
    const body = check?.declaration?.body;
    if (onFailure !== true || !check || !body || !fallback?.declaration?.body) return [];
    const relevance = relevanceOf(check, { start: 0, end: body.operations.length });
    const decision = relevance === null ? null : onlyAnswer({ program, labels }, fallback);
    if (relevance === null || decision === null) return [];
    return [
      {
        method: fallback.id,
        construct: 'fallback',
        location: { file: fallback.owner.file.facts.path, line: fallback.declaration.line },
        verdict: verdictOf(decision),
        relevance: { why: standsInFor(methodLabel(check)), location: relevance.location },
        onGuard: relevance.onGuard,
        exceptions: [],
        throws: false,
      },
    ];
  });
}

/** What all returns of a method say; null where they differ, or say neither. A method that only throws denies. */
function onlyAnswer(known: Pick<Known, 'program' | 'labels'>, method: ProgramMethod): Decision | null {
  const operations = method.declaration?.body?.operations ?? [];
  const returned = operations.flatMap((operation) => (operation.kind === 'return' ? [operation.value] : []));
  if (returned.length === 0) return operations.some(({ kind }) => kind === 'throw') ? 'denies' : null;
  const answers = new Set(
    returned.map((value) => (value === null ? null : decisionOf(known, method, value))),
  );
  const [only] = answers;
  return answers.size === 1 && only !== undefined ? only : null;
}

function verdictOf(decision: Decision): CatchVerdict['verdict'] {
  return decision === 'grants' ? 'open' : 'closed';
}

function standsInFor(label: string): Text {
  return { en: `stands in for ${label}`, ru: `заменяет ${label}` };
}
