import { compareLocation } from '../base/ordering.ts';
import type { Region } from '../facts/control-flow.ts';
import type { Body, OperationIndex } from '../facts/operations.ts';
import { bodyIndex } from '../link/body-index.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { CallRole, Labels } from '../models/labels.ts';
import type { CallGraph } from './call-graph.ts';
import { type CatchJudge, catchJudge } from './catch-verdicts.ts';
import { failureDefaults, fallbackVerdicts } from './failure-answers.ts';
import { neverRefusing } from './never-refusing.ts';
import { roleIndex } from './role-index.ts';
import { type RelevanceOf, securityRelevance } from './security-relevance.ts';
import type { CatchVerdict } from './security-view.ts';

/**
 * Judges each place of production code that answers a failure of security-relevant code: `catch` blocks, `finally` blocks
 * that return, defaults and fallbacks; adds checks that never refuse, and tells of the empty `catch` blocks elsewhere:
 * those lose failures too, but do not say whether a door is open.
 */
export function judgeSecurityCatches(program: Program, labels: Labels, graph: CallGraph): CatchVerdict[] {
  const relevanceOf = securityRelevance(labels, graph);
  const judge = catchJudge(program, labels, graph);
  const known = { relevanceOf, judge, rolesOf: ({ id }: ProgramMethod) => labels.callRoles.get(id) };
  const bodies = bodyIndex(program);
  const answering = new Set([...bodies.having('catch'), ...bodies.having('finally')]);
  const defaulting = new Set(roleIndex(labels.callRoles).having('failure-default'));
  const running = graph.nodes.map(({ method }) => method);
  return [
    ...running.filter((method) => answering.has(method)).flatMap((method) => verdictsIn(known, method)),
    ...running
      .filter(({ id }) => defaulting.has(id))
      .flatMap((method) => failureDefaults({ program, labels, relevanceOf }, method)),
    ...fallbackVerdicts({ program, labels, relevanceOf }),
    ...neverRefusing(program, labels),
  ].sort((left, right) => compareLocation(left.location, right.location));
}

/** Roles of the calls of one method, by operation. */
type Roles = ReadonlyMap<OperationIndex, readonly CallRole[]>;

function verdictsIn(
  known: {
    readonly relevanceOf: RelevanceOf;
    readonly judge: CatchJudge;
    readonly rolesOf: (method: ProgramMethod) => Roles | undefined;
  },
  method: ProgramMethod,
): CatchVerdict[] {
  const body = method.declaration?.body;
  const roles = known.rolesOf(method);
  return (body?.regions ?? []).flatMap((region, index) => {
    const construct = body && constructOf(body, { region, index, roles });
    return construct ? (verdictOn(known, method, { body, region, index, construct }) ?? []) : [];
  });
}

function verdictOn(
  { relevanceOf, judge }: { readonly relevanceOf: RelevanceOf; readonly judge: CatchJudge },
  method: ProgramMethod,
  { body, region, index, construct }: Answer,
): CatchVerdict | null {
  const tried = region.of === undefined ? undefined : body.regions[region.of];
  const { role, facts } = method.owner.file;
  const relevance = tried ? relevanceOf(method, tried) : null;
  const losesFailure = construct === 'catch' && region.end - region.start <= 1;
  if (!tried || (!relevance && !(losesFailure && role === 'production'))) return null;
  return {
    method: method.id,
    construct,
    location: { file: facts.path, line: region.line },
    verdict: relevance ? judge(method, body, index) : 'open-empty',
    relevance: relevance && { why: relevance.why, location: relevance.location },
    onGuard: relevance?.onGuard ?? false,
    exceptions: (region.catches ?? []).map((type) => type.name),
    throws: body.operations[region.end - 1]?.kind === 'throw',
  };
}

interface Answer {
  readonly body: Body;
  readonly region: Region;
  readonly index: number;
  readonly construct: 'catch' | 'finally';
}

/** A `finally` block answers where it returns, for what was thrown is lost then, or where it hands the request on. */
function constructOf(
  { operations, regions }: Body,
  { region, index, roles }: Pick<Answer, 'region' | 'index'> & { readonly roles: Roles | undefined },
): Answer['construct'] | null {
  if (region.kind === 'catch') return 'catch';
  if (region.kind !== 'finally') return null;
  const answers = operations.some(
    ({ kind }, at) =>
      (kind === 'return' || roles?.get(at)?.some(({ role }) => role === 'continues') === true) &&
      at >= region.start &&
      regions.findLastIndex(({ start, end }) => at >= start && at < end) === index,
  );
  return answers ? 'finally' : null;
}
