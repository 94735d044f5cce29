import type { MethodId } from '../base/ids.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { Label } from '../base/text.ts';
import type { Region } from '../facts/control-flow.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { CallSite, ProgramMethod } from '../link/program.ts';
import type { CallRole, Guard, Labels, SecurityMethod } from '../models/labels.ts';
import { type CallGraph, distancesTo } from './call-graph.ts';
import { methodLabel } from './method-label.ts';
import { roleIndex } from './role-index.ts';

/** Why a stretch of code matters to security. */
export interface Relevance {
  readonly why: Label;
  readonly location: SourceLocation;
  /** It is the check itself, and not code that leads to one. */
  readonly onGuard: boolean;
  /** A check stands there, the method does security work by its place, or a call leads to a check. */
  readonly by: 'check' | 'place' | 'call';
}

/** Tells why what a `try` holds matters to security; null where it does not. */
export type RelevanceOf = (method: ProgramMethod, tried: Stretch) => Relevance | null;

/** Operations of a body from `start` up to `end`. */
export type Stretch = Pick<Region, 'start' | 'end'>;

/** Guards whose failure must shut the door. A value that does not fit is refused by other means. */
const ENFORCING = new Set<Guard['category']>(['authentication', 'authorization', 'rate-limiting']);
/** Calls between a `try` and a check beyond which the `try` is about something else. */
const FARTHEST_CHECK = 3;

interface Check {
  /** Null where entering the method is the check. */
  readonly operation: OperationIndex | null;
  readonly why: Label;
  readonly location: SourceLocation;
}

/**
 * Prepares the question for a program: security-relevant is a check (authentication, authorization, rate limit, a
 * cryptographic verification), a call that leads to one, and all code of a method that does security work by its place.
 */
export function securityRelevance(labels: Labels, graph: CallGraph): RelevanceOf {
  const checks = checksByMethod(labels, graph);
  const distances = distancesTo(
    graph,
    [...checks.keys()].flatMap((id) => graph.indexOf(id) ?? []),
  );
  const works = new Map(labels.securityMethods.map((found) => [found.method, found]));
  return (method, tried) =>
    ownCheck(checks, method, tried) ??
    byPlace(works, method, tried) ??
    byCalls({ checks, graph, distances }, method, tried);
}

function checksByMethod(labels: Labels, graph: CallGraph): ReadonlyMap<MethodId, readonly Check[]> {
  const found = new Map<MethodId, Check[]>();
  const add = (method: MethodId, check: Check) => {
    const list = found.get(method);
    if (list) list.push(check);
    else found.set(method, [check]);
  };
  // What happens at the door, before the handler runs, no catch block can swallow.
  for (const { carrier, category, evidence } of labels.guards) {
    if (carrier.kind === 'entry' || !ENFORCING.has(category)) continue;
    const operation = carrier.kind === 'call' ? carrier.operation : null;
    add(carrier.method, {
      operation,
      why: evidence.text,
      location: { file: evidence.file, line: evidence.line },
    });
  }
  for (const id of roleIndex(labels.callRoles).having('crypto')) {
    const method = graph.nodes[graph.indexOf(id) ?? -1]?.method;
    const roles = labels.callRoles.get(id);
    if (method === undefined || roles === undefined) continue;
    for (const site of verifyingCalls(roles, method)) {
      const why = { en: `verifies by ${site.name}()`, ru: `проверяет вызовом ${site.name}()` };
      add(id, { operation: site.operation, why, location: { file: site.file, line: site.nameLine } });
    }
  }
  return found;
}

function verifyingCalls(
  roles: ReadonlyMap<OperationIndex, readonly CallRole[]>,
  method: ProgramMethod,
): readonly CallSite[] {
  const verifies = (found: readonly CallRole[] | undefined) =>
    found?.some((role) => role.role === 'crypto' && role.verifies) ?? false;
  if (![...roles.values()].some(verifies)) return [];
  return method.calls.filter((site) => verifies(roles.get(site.operation)));
}

function ownCheck(
  checks: ReadonlyMap<MethodId, readonly Check[]>,
  method: ProgramMethod,
  tried: Stretch,
): Relevance | null {
  const own = (checks.get(method.id) ?? []).find(
    ({ operation }) => operation !== null && operation >= tried.start && operation < tried.end,
  );
  return own ? { why: own.why, location: own.location, onGuard: true, by: 'check' } : null;
}

function byPlace(
  works: ReadonlyMap<MethodId, SecurityMethod>,
  method: ProgramMethod,
  tried: Stretch,
): Relevance | null {
  const work = works.get(method.id);
  if (!work || onlyReleases(method, tried)) return null;
  const file = method.owner.file.facts.path;
  const location = { file, line: method.declaration?.line ?? 1 };
  return { why: work.why, location, onGuard: !work.isHelper, by: 'place' };
}

/** Ends of what was used: whether they fail or not, they check nothing. */
const RELEASES = /^(?:close\w*|is(?:Closed|Open)|flush|disconnect|release|unlock)$/u;

function onlyReleases({ calls }: ProgramMethod, { start, end }: Stretch): boolean {
  const tried = calls.filter(({ operation }) => operation >= start && operation < end);
  return tried.length > 0 && tried.every(({ name }) => RELEASES.test(name));
}

function byCalls(
  known: {
    readonly checks: ReadonlyMap<MethodId, readonly Check[]>;
    readonly graph: CallGraph;
    readonly distances: Int32Array;
  },
  method: ProgramMethod,
  tried: Stretch,
): Relevance | null {
  const node = known.graph.indexOf(method.id);
  const edges = node === undefined ? [] : (known.graph.nodes[node]?.edges ?? []);
  for (const { operation, to, file, line } of edges) {
    if (operation < tried.start || operation >= tried.end) continue;
    const distance = known.distances[to] ?? -1;
    const target = known.graph.nodes[to]?.method;
    if (distance < 0 || distance >= FARTHEST_CHECK || !target) continue;
    const label = methodLabel(target);
    const location = { file, line };
    const why = { en: `calls ${label}`, ru: `вызывает ${label}` };
    return { why, location, onGuard: distance === 0, by: 'call' };
  }
  return null;
}
