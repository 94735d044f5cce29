import type { MethodId } from '../base/ids.ts';
import type { Region } from '../facts/control-flow.ts';
import { leavingRegions } from '../facts/leaving-regions.ts';
import { operandsOf } from '../facts/operands.ts';
import type { Body, OperationIndex } from '../facts/operations.ts';
import { bodyIndex } from '../link/body-index.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { CallRole, Labels } from '../models/labels.ts';
import { type CallGraph, distancesTo } from './call-graph.ts';
import { decisionOf } from './decision-values.ts';
import { wayWithout } from './missing-values.ts';
import { roleIndex } from './role-index.ts';
import type { CatchVerdict } from './security-view.ts';

type Verdict = CatchVerdict['verdict'];

/** Judges the catch block that is region `region` of a method's body. */
export type CatchJudge = (method: ProgramMethod, body: Body, region: number) => Verdict;

/** Calls into the tree between a catch block and the answer that refuses. */
const FARTHEST_REFUSAL = 2;

/** Calls into the tree between a `try` and the line that recognises the caller. */
const FARTHEST_RECOGNITION = 2;

interface Known {
  readonly program: Program;
  readonly labels: Labels;
  readonly graph: CallGraph;
  readonly givers: ReadonlySet<MethodId>;
  /** Hops from each method to one that refuses or throws whatever comes. */
  readonly refusals: Int32Array;
  /** Hops from each method to one that says who the caller is. */
  readonly identities: Int32Array;
  /** Some path rule asks for a login, for requests that the method's module may see: who goes on without one is stopped there. */
  readonly hasGate: (method: ProgramMethod) => boolean;
}

interface Catch extends Known {
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly region: Region;
  readonly tried: Region | undefined;
  readonly roles: (operation: OperationIndex) => readonly CallRole[];
}

/**
 * Prepares the judgement of catch blocks, and of `finally` blocks that return. Closed: it throws, refuses, returns `false`, returns nothing where an identity
 * was asked for, or ends a request that it could have handed on; also where the code behind the `try` does that at once.
 * Open: it returns `true`, hands the request on, or only logs and goes on. Ambiguous: it returns or does something else,
 * for nobody can tell a default from an answer.
 */
export function catchJudge(program: Program, labels: Labels, graph: CallGraph): CatchJudge {
  const identities = labels.sinks.flatMap((sink) =>
    sink.kind === 'identity' ? (graph.indexOf(sink.method) ?? []) : [],
  );
  const known: Known = {
    program,
    labels,
    graph,
    givers: new Set(labels.securityMethods.flatMap((each) => (each.givesIdentity ? [each.method] : []))),
    refusals: distancesTo(graph, refusingMethods(program, labels, graph)),
    identities: distancesTo(graph, identities),
    hasGate: gates(program, labels),
  };
  return (method, body, index) => {
    const region = body.regions[index];
    if (!region) throw new RangeError(`no region ${index} in ${method.id}`);
    const roles = labels.callRoles.get(method.id);
    const tried = region.of === undefined ? undefined : body.regions[region.of];
    return judge(
      { ...known, method, body, region, tried, roles: (operation) => roles?.get(operation) ?? [] },
      index,
    );
  };
}

/**
 * Whether the rules behind a filter ask for a login: those of the entry points of its own module; where that has none (a
 * library of filters), of any.
 */
function gates(program: Program, labels: Labels): (method: ProgramMethod) => boolean {
  const served = new Set<string>();
  const gated = new Set<string>();
  for (const { handler, access } of labels.entryPoints) {
    const module = program.method(handler)?.owner.file.module;
    if (module === undefined) continue;
    served.add(module);
    if (access.mechanism === 'path-rule' && access.verdict !== 'public') gated.add(module);
  }
  return ({ owner: { file } }) => (served.has(file.module) ? gated.has(file.module) : gated.size > 0);
}

/** Methods that answer with a refusal, or that end by throwing whatever comes. */
function refusingMethods(program: Program, labels: Labels, graph: CallGraph): number[] {
  const throwing = bodyIndex(program)
    .having('throw')
    .filter(({ declaration }) => {
      const body = declaration?.body;
      return body?.operations.at(-1)?.kind === 'throw' && leavingRegions(body).has(0);
    });
  const ids = [...throwing.map(({ id }) => id), ...roleIndex(labels.callRoles).having('denies')];
  return ids.flatMap((id) => graph.indexOf(id) ?? []);
}

function judge(here: Catch, index: number): Verdict {
  const { body, region } = here;
  const own = range(region.start, region.end).filter((at) => at !== region.exception);
  if (own.some((at) => isRefusal(here, at)))
    return answersAndGoesOn(here, own) ? judgeOnward(here) : 'closed';
  const returned = own.find((at) => body.operations[at]?.kind === 'return');
  const goesOn = own.some((at) => at < (returned ?? region.end) && hasRole(here, at, 'continues'));
  if (goesOn) return judgeOnward(here);
  if (returned !== undefined) return judgeReturn(here, returned);
  if (own.some((at) => body.operations[at]?.kind === 'throw'))
    return leavingRegions(body).has(index) ? 'closed' : 'ambiguous';
  return judgeEnd(here, own);
}

/** The block comes to its end. */
function judgeEnd(here: Catch, own: readonly OperationIndex[]): Verdict {
  if (endsWithout(here)) return 'closed';
  const after = judgeWhatFollows(here);
  const isLogged = own.every((at) => !isStatement(here.body, at) || hasRole(here, at, 'log'));
  if (after === 'ambiguous' && own.length > 0 && isLogged && saysTheSame(here)) return 'open';
  if (after !== null) return own.length === 0 && after !== 'closed' ? 'open-empty' : after;
  if (own.length === 0) return 'open-empty';
  if (forgets(here) && here.hasGate(here.method)) return 'closed';
  return isLogged ? 'open' : 'ambiguous';
}

/** For want of what the `try` should have given, the code behind it throws, refuses, or gives no identity. */
function endsWithout(here: Catch): boolean {
  const { body, tried, region } = here;
  if (tried === undefined) return false;
  const way = wayWithout(body, { tried, caught: region, behind: whatFollows(here) });
  if (way === null) return false;
  const leaves = (at: OperationIndex) =>
    ['return', 'throw'].includes(body.operations[at]?.kind ?? '') || hasRole(here, at, 'continues');
  if (way.before.some(leaves)) return false;
  const end = way.run.find((at) => leaves(at) || isRefusal(here, at));
  const operation = end === undefined ? undefined : body.operations[end];
  if (end === undefined || operation?.kind !== 'return') {
    return end !== undefined && !hasRole(here, end, 'continues');
  }
  const { value } = operation;
  if (value === null || !here.givers.has(here.method.id)) return false;
  const { skipped } = way;
  const run = range(0, end).filter((at) => !isWithin(tried, at) && !isWithin(skipped, at));
  return isNothing(here, settledValue(here, value, run));
}

function isWithin({ start, end }: Region, at: OperationIndex): boolean {
  return at >= start && at < end;
}

/** It sets a status or sends an error, leaves nowhere, and the request is handed on behind the `try` all the same. */
function answersAndGoesOn(here: Catch, own: readonly OperationIndex[]): boolean {
  const { body } = here;
  const leaves = own.some((at) => ['return', 'throw'].includes(body.operations[at]?.kind ?? ''));
  const throwing = own.some((at) => isRefusal(here, at) && !hasRole(here, at, 'denies'));
  if (leaves || throwing) return false;
  return whatFollows(here).some(
    (at) => hasRole(here, at, 'continues') && innermost(body, at) === (here.region.parent ?? 0),
  );
}

function hasRole({ roles }: Catch, at: OperationIndex, wanted: CallRole['role']): boolean {
  return roles(at).some(({ role }) => role === wanted);
}

function isRefusal(here: Catch, at: OperationIndex): boolean {
  const { body, graph, refusals, method, region } = here;
  const operation = body.operations[at];
  if (operation?.kind === 'throw') return innermost(body, at) === body.regions.indexOf(region);
  if (hasRole(here, at, 'denies')) return true;
  const edges = graph.nodes[graph.indexOf(method.id) ?? -1]?.edges ?? [];
  return edges.some((edge) => {
    const distance = edge.operation === at ? (refusals[edge.to] ?? -1) : -1;
    return distance >= 0 && distance < FARTHEST_REFUSAL;
  });
}

function innermost(body: Body, operation: OperationIndex): number {
  return body.regions.findLastIndex((region) => operation >= region.start && operation < region.end);
}

/** `return false` refuses, `return true` lets in; whoever gives identities refuses by giving none; anything else could mean either. */
function judgeReturn(here: Catch, at: OperationIndex): Verdict {
  const { body } = here;
  const operation = body.operations[at];
  const value = operation?.kind === 'return' ? operation.value : null;
  if (value === null) {
    return body.operations.some((_, each) => hasRole(here, each, 'continues')) ? 'closed' : 'ambiguous';
  }
  const settled = settledValue(here, value);
  const decision = decisionOf(here, here.method, settled);
  if (decision !== null) return decision === 'grants' ? 'open' : 'closed';
  return here.givers.has(here.method.id) && isNothing(here, settled) ? 'closed' : 'ambiguous';
}

/** A local stands for what it was last given before the `try` or in the catch block, for the `try` has failed. */
function settledValue(
  { body, region, tried }: Catch,
  value: OperationIndex,
  run?: readonly OperationIndex[],
): OperationIndex {
  const read = body.operations[value];
  if (read?.kind !== 'local') return value;
  const given = (at: OperationIndex): OperationIndex | null => {
    const operation = body.operations[at];
    if (at === read.declaration && operation?.kind === 'declare') return operation.value;
    if (operation?.kind !== 'assign' || operation.operator !== '=') return null;
    const target = body.operations[operation.target];
    return target?.kind === 'local' && target.declaration === read.declaration ? operation.value : null;
  };
  const before = run ?? [...range(0, tried?.start ?? 0), ...range(region.start, region.end)];
  const last = before.findLast((at) => given(at) !== null);
  return (last === undefined ? null : given(last)) ?? value;
}

/** `null`, and what a library makes out of nothing: an empty collection, an absent value. */
function isNothing({ body, method }: Catch, value: OperationIndex): boolean {
  const operation = body.operations[value];
  if (operation?.kind === 'literal') return operation.type === 'null';
  if (operation?.kind === 'new-array') return operation.items.length === 0;
  if (operation?.kind !== 'call' && operation?.kind !== 'new') return false;
  const site = method.calls.find((call) => call.operation === value);
  const object = operation.object === null ? undefined : body.operations[operation.object];
  const isFactory = operation.kind === 'new' || object?.kind === 'name' || object?.kind === 'field';
  return operation.args.length === 0 && isFactory && site?.resolution.status === 'external';
}

/** Who is let on without having been recognised meets the rules for strangers, where there are any. */
function judgeOnward(here: Catch): Verdict {
  const { method, tried } = here;
  if (tried === undefined || !here.hasGate(method)) return 'open';
  if (forgets(here)) return 'closed';
  return recognisesIn(here, tried) || recognisesAfter(here, tried) ? 'closed' : 'open';
}

function forgets(here: Catch): boolean {
  return range(here.region.start, here.region.end).some((at) => hasRole(here, at, 'forgets'));
}

/** The caller is recognised in the `try` itself or in a method called from it: after a failure nobody is. */
function recognisesIn({ method, graph, identities, labels }: Catch, tried: Region): boolean {
  const isTried = (at: OperationIndex) => at >= tried.start && at < tried.end;
  const own = labels.sinks.some(
    (sink) => sink.kind === 'identity' && sink.method === method.id && isTried(sink.operationIndex),
  );
  const edges = graph.nodes[graph.indexOf(method.id) ?? -1]?.edges ?? [];
  return own || edges.some(({ operation, to }) => isTried(operation) && isNear(identities[to]));
}

function isNear(distance: number | undefined): boolean {
  return distance !== undefined && distance >= 0 && distance < FARTHEST_RECOGNITION;
}

/** What the `try` gave is looked at before the caller is recognised: `if (claims != null) setAuthentication(…)`. */
function recognisesAfter({ method, body, labels }: Catch, tried: Region): boolean {
  return labels.sinks.some((sink) => {
    if (sink.kind !== 'identity' || sink.method !== method.id || sink.operationIndex < tried.end)
      return false;
    const around = body.regions[innermost(body, sink.operationIndex)];
    return around?.kind === 'then' && around.start >= tried.end;
  });
}

/** The operations behind the `try` and all of its blocks, and behind the branches that it ends. */
function whatFollows({ body, region }: Catch): readonly OperationIndex[] {
  const found: OperationIndex[] = [];
  let at = region;
  for (let level = 0; level < MOST_BRANCHES; level += 1) {
    const around = body.regions[at.parent ?? 0];
    const start = Math.max(...togetherWith(body, at).map(({ end }) => end));
    found.push(...range(start, around?.end ?? start));
    if (around === undefined || around === at || !ENDS_WITH_ITS_LAST.has(around.kind)) break;
    at = around;
  }
  return found;
}

/** Branches in branches that a `try` may be the end of. */
const MOST_BRANCHES = 20;
/** What stands behind such a region runs once the region has come to its end. */
const ENDS_WITH_ITS_LAST: ReadonlySet<Region['kind']> = new Set([
  ...(['then', 'else', 'synchronized'] as const),
  ...(['try', 'catch'] as const),
]);

/** The branches of one `if`, or the blocks of one `try`. */
function togetherWith(body: Body, region: Region): readonly Region[] {
  const tried = region.kind === 'try' ? body.regions.indexOf(region) : region.of;
  return body.regions.filter(
    (each) =>
      each === region ||
      (tried !== undefined && each.of === tried) ||
      (region.condition !== undefined &&
        each.condition === region.condition &&
        each.parent === region.parent),
  );
}

/** The first of them that does something but log. */
function nextStatement(here: Catch): OperationIndex | undefined {
  return whatFollows(here).find((at) => isStatement(here.body, at) && !hasRole(here, at, 'log'));
}

/** The block comes to its end: the first thing behind the `try` but logging may say what its failure leads to. */
function judgeWhatFollows(here: Catch): Verdict | null {
  const { body } = here;
  const behind = whatFollows(here);
  const next = nextStatement(here);
  const operation = next === undefined ? undefined : body.operations[next];
  if (next !== undefined && (operation?.kind === 'throw' || refusesAnyhow(here, next))) return 'closed';
  if (next !== undefined && operation?.kind === 'return') return judgeReturn(here, next);
  if (behind.some((at) => hasRole(here, at, 'continues'))) return judgeOnward(here);
  return next === undefined && endsRequest(here) ? 'closed' : null;
}

/** It answers with a refusal wherever it is come to, itself or by a helper that does nothing else on any way. */
function refusesAnyhow(here: Catch, at: OperationIndex): boolean {
  const { body, region, method, program, labels } = here;
  const around = body.regions[innermost(body, at)];
  if (around === undefined || region.start < around.start || region.end > around.end) return false;
  if (hasRole(here, at, 'denies')) return true;
  const [target, ...others] = method.calls.find(({ operation }) => operation === at)?.targets ?? [];
  const helper = target === undefined || others.length > 0 ? undefined : program.method(target.method);
  const code = helper?.declaration?.body;
  const roles = helper && labels.callRoles.get(helper.id);
  if (code === undefined || code === null || roles === undefined) return false;
  return [...roles].some(
    ([each, played]) => innermost(code, each) === 0 && played.some(({ role }) => role === 'denies'),
  );
}

/** Nothing runs any more, and the request was to be handed on in the `try`. */
function endsRequest({ body, region, tried, roles }: Catch): boolean {
  if (tried === undefined) return false;
  for (let at: Region | undefined = region; at !== undefined && at !== body.regions[0]; ) {
    if (!ENDS_WITH_ITS_LAST.has(at.kind)) return false;
    at = body.regions[at.parent ?? 0];
  }
  return range(tried.start, tried.end).some((at) => roles(at).some(({ role }) => role === 'continues'));
}

/** What is returned behind the `try` is a constant: the same whether the check failed or not. */
function saysTheSame(here: Catch): boolean {
  const operation = here.body.operations[nextStatement(here) ?? -1];
  const value = operation?.kind === 'return' && operation.value !== null ? operation.value : -1;
  const given = here.body.operations[value];
  return given?.kind === 'literal' && given.type !== 'null';
}

/** Nothing else of the body uses its value. */
function isStatement(body: Body, at: OperationIndex): boolean {
  const next = body.operations.findIndex(
    (operation, index) => index > at && operandsOf(operation).includes(at),
  );
  return next === -1;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
