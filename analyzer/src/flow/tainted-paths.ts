import type { MethodId } from '../base/ids.ts';
import { byText } from '../base/ordering.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { Program } from '../link/program.ts';
import type { EntryPoint, Labels, Sink } from '../models/labels.ts';
import { type CallGraph, nearestStarts } from './call-graph.ts';
import type { TaintedPath } from './security-view.ts';
import type { Seed } from './taint/body-flow.ts';
import type { Summaries } from './taint/summaries.ts';
import { hopsTo } from './taint/taint-hops.ts';
import { type TaintMask, taintBit, UNCHECKED } from './taint/taint-mask.ts';
import { searchTaint, type TaintStep } from './taint/taint-search.ts';

export interface TaintInput {
  readonly program: Program;
  readonly labels: Labels;
  readonly graph: CallGraph;
  readonly summaries: Summaries;
  readonly depthLimit: number;
}

interface Source {
  readonly entry: EntryPoint;
  readonly method: MethodId;
  readonly seed: Seed;
  readonly what: string;
  readonly kind: TaintedPath['source']['kind'];
  readonly location: TaintedPath['source']['location'];
}

/**
 * Values from the outside that reach sinks: for each (entry point, source, sink) the shortest way on which something is
 * still wrong with the value. A value that is checked on the way is not reported.
 */
export function findTaintedPaths(input: TaintInput): {
  readonly paths: TaintedPath[];
  readonly truncated: string[];
} {
  const sinks = new Map<MethodId, Map<OperationIndex, Sink[]>>();
  for (const sink of input.labels.sinks) {
    const rows = sinks.get(sink.method) ?? new Map<OperationIndex, Sink[]>();
    rows.set(sink.operationIndex, [...(rows.get(sink.operationIndex) ?? []), sink]);
    sinks.set(sink.method, rows);
  }
  const paths: TaintedPath[] = [];
  const truncated = new Set<string>();
  for (const source of [...parameterSources(input), ...callSources(input)]) {
    const found = new Map<string, TaintedPath>();
    const cut = searchTaint(input.program, input.summaries, {
      method: source.method,
      seed: source.seed,
      depthLimit: input.depthLimit,
      onArgument: (step, argument, mask) => {
        for (const sink of sinks.get(step.method.id)?.get(argument.call) ?? []) {
          const danger = dangerOf(sink, argument.position, mask);
          const known = found.get(sink.id);
          if (danger === 'harmless' || (known && (known.taint !== null || danger === null))) continue;
          found.set(sink.id, toPath(source, sink, step, danger));
        }
        return 'follow';
      },
    });
    if (cut) truncated.add(source.entry.id);
    paths.push(...found.values());
  }
  return { paths, truncated: [...truncated].sort() };
}

/** What the value can do at the sink; null for a value that nobody looked at but that is no danger in itself. */
function dangerOf(sink: Sink, position: number, mask: TaintMask): TaintedPath['taint'] | 'harmless' {
  const danger = sink.dangers.find((row) => row.argument === position && (mask & taintBit(row.taint)) !== 0);
  if (danger) return danger.taint;
  return (mask & UNCHECKED) !== 0 && position >= 0 ? null : 'harmless';
}

function toPath(source: Source, sink: Sink, step: TaintStep, taint: TaintedPath['taint']): TaintedPath {
  const hops = hopsTo(step, sink.location);
  return {
    entry: source.entry,
    source: { what: source.what, kind: source.kind, location: source.location },
    sink,
    taint,
    hops,
    uncheckedHops: hops.length,
    confidence: step.confidence,
  };
}

/** Parameters of handlers that carry something free and were not validated at the door. */
function parameterSources({ labels }: TaintInput): Source[] {
  return labels.entryPoints.flatMap((entry) =>
    entry.parameters
      .filter(
        (parameter) =>
          parameter.source !== 'framework' && parameter.entropy !== 'bounded' && !parameter.validated,
      )
      .map((parameter) => ({
        entry,
        method: entry.handler,
        seed: { kind: 'parameter', index: parameter.index } as const,
        what: parameter.name,
        kind: parameter.source,
        location: entry.location,
      })),
  );
}

/** Calls that fetch input in the middle of the code (`request.getParameter`), for the entry point nearest to them. */
function callSources({ program, labels, graph }: TaintInput): Source[] {
  const sources: Source[] = [];
  let nearest: ((method: MethodId) => EntryPoint | null) | null = null;
  for (const [id, operations] of labels.callRoles) {
    const method = program.method(id);
    if (!method || method.owner.file.role === 'test') continue;
    for (const [operation, roles] of operations) {
      const role = roles.find((candidate) => candidate.role === 'source');
      if (role?.role !== 'source') continue;
      nearest ??= nearestEntries(graph, labels.entryPoints);
      const entry = nearest(id);
      const site = method.calls.find((candidate) => candidate.operation === operation);
      if (!entry || !site) continue;
      sources.push({
        entry,
        method: id,
        seed: { kind: 'operations', operations: [operation] },
        what: `${site.name}()`,
        kind: role.source,
        location: { file: site.file, line: site.nameLine },
      });
    }
  }
  return sources;
}

/** For a method the entry point with the fewest hops to it, the first by id among equals. */
function nearestEntries(
  graph: CallGraph,
  entries: readonly EntryPoint[],
): (method: MethodId) => EntryPoint | null {
  const rows = entries.flatMap((entry) => {
    const start = graph.indexOf(entry.handler);
    return start === undefined ? [] : [{ entry, start }];
  });
  rows.sort(byText(({ entry }) => entry.id));
  const origins = nearestStarts(
    graph,
    rows.map(({ start }) => start),
  );
  return (id) => {
    const node = graph.indexOf(id);
    return (node === undefined ? undefined : rows[origins[node] ?? -1]?.entry) ?? null;
  };
}
