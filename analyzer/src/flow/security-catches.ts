import type { MethodId } from '../base/ids.ts';
import { compareLocation } from '../base/ordering.ts';
import type { Region } from '../facts/control-flow.ts';
import type { Body, Operation, OperationIndex } from '../facts/operations.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { CallRole, Evidence, Guard, Labels } from '../models/labels.ts';
import { type CallGraph, canReach } from './call-graph.ts';
import { alwaysLeaves } from './dominance.ts';
import type { CatchVerdict } from './security-view.ts';

/** Guards whose failure must shut the door. A value that fails validation is no failed check of who may do what. */
const ENFORCING = new Set<Guard['category']>([
  'authentication',
  'authorization',
  'rate-limiting',
  'validation',
]);

interface Relevance {
  readonly evidence: Evidence;
  readonly onGuard: boolean;
}

/** Judges each catch block of production code whose `try` holds security-relevant code: a check itself, or a call that leads to one. */
export function judgeSecurityCatches(program: Program, labels: Labels, graph: CallGraph): CatchVerdict[] {
  const checks = checksByMethod(labels);
  const checking = canReach(
    graph,
    [...checks.keys()].flatMap((id) => graph.indexOf(id) ?? []),
  );
  const verdicts: CatchVerdict[] = [];
  for (const method of program.methods) {
    const body = method.declaration?.body;
    if (!body || method.owner.file.role === 'test') continue;
    for (const region of body.regions) {
      if (region.kind !== 'catch' || region.of === undefined) continue;
      const tried = body.regions[region.of];
      const relevance = tried && relevanceOf({ labels, graph, checks, checking }, method, tried);
      if (!relevance) continue;
      verdicts.push({
        method: method.id,
        location: { file: method.owner.file.facts.path, line: region.line },
        verdict: judge(labels, method, body, region),
        relevance: relevance.evidence,
        onGuard: relevance.onGuard,
        exceptions: (region.catches ?? []).map((type) => type.name),
      });
    }
  }
  return verdicts.sort((left, right) => compareLocation(left.location, right.location));
}

interface Checks {
  readonly labels: Labels;
  readonly graph: CallGraph;
  readonly checks: ReadonlyMap<MethodId, readonly Guard[]>;
  readonly checking: Uint8Array;
}

/** Enforcing guards by the method they stand in; guards at the door are not something a catch block can swallow. */
function checksByMethod(labels: Labels): ReadonlyMap<MethodId, readonly Guard[]> {
  const found = new Map<MethodId, Guard[]>();
  for (const guard of labels.guards) {
    if (guard.carrier.kind === 'entry' || !ENFORCING.has(guard.category)) continue;
    const list = found.get(guard.carrier.method);
    if (list) list.push(guard);
    else found.set(guard.carrier.method, [guard]);
  }
  return found;
}

function relevanceOf(known: Checks, method: ProgramMethod, tried: Region): Relevance | null {
  const own = (known.checks.get(method.id) ?? []).find(
    (guard) => guard.carrier.kind === 'call' && isInside(tried, guard.carrier.operation),
  );
  if (own) return { evidence: own.evidence, onGuard: true };
  for (const site of method.calls) {
    if (!isInside(tried, site.operation)) continue;
    for (const target of site.targets) {
      const node = known.graph.indexOf(target.method);
      if (node === undefined || known.checking[node] !== 1) continue;
      const evidence = { file: site.file, line: site.nameLine, text: `calls ${target.method}` };
      return { evidence, onGuard: known.checks.has(target.method) };
    }
  }
  return null;
}

function isInside(region: Region, operation: OperationIndex): boolean {
  return operation >= region.start && operation < region.end;
}

function judge(labels: Labels, method: ProgramMethod, body: Body, region: Region): CatchVerdict['verdict'] {
  const roles = labels.callRoles.get(method.id);
  const rolesAt = (operation: OperationIndex): readonly CallRole[] => roles?.get(operation) ?? [];
  const inside = range(region.start, region.end).filter(
    (index) => body.operations[index]?.kind !== 'declare',
  );
  if (inside.length === 0) return 'open-empty';
  if (inside.some((index) => body.operations[index]?.kind === 'throw')) return 'closed';
  if (inside.some((index) => rolesAt(index).some((role) => role.role === 'denies'))) return 'closed';
  const returned = inside
    .map((index) => body.operations[index])
    .find((operation) => operation?.kind === 'return');
  if (returned?.kind === 'return') return judgeReturn(body, returned.value);
  if (inside.some((index) => rolesAt(index).some((role) => role.role === 'continues'))) return 'open';
  return alwaysLeaves(body, body.regions.indexOf(region)) ? 'ambiguous' : 'open';
}

/** `return false` refuses, `return true` lets in; nothing, null or a made-up value could mean either. */
function judgeReturn(body: Body, value: OperationIndex | null): CatchVerdict['verdict'] {
  const returned: Operation | undefined = value === null ? undefined : body.operations[value];
  if (returned?.kind === 'literal' && returned.type === 'boolean')
    return returned.value === 'true' ? 'open' : 'closed';
  return 'ambiguous';
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
