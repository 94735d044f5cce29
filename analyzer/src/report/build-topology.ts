import type { Topology, TopologyEdge, TopologyNode } from '@csqa/report';
import { CAPS, clipText } from '@csqa/report/producer';
import { NOTHING } from '../base/lists.ts';
import { byText, compareText, inOrder } from '../base/ordering.ts';
import type { MethodCall, MethodSummary, SecurityView } from '../flow/security-view.ts';
import { entryLabel } from '../metrics/scale.ts';
import type { EntryPoint, Guard, Sink } from '../models/labels.ts';

/**
 * The security topology (M1): entry points, the methods they reach, the operations they end in, with the guards on nodes
 * and call sites. Methods that no entry point reaches are left out: nothing from outside gets there. The methods of the view are given
 * by rising id: what is put in order here then is so for the most part.
 */
export function buildTopology(view: SecurityView, methods: readonly MethodSummary[]): Topology {
  const reached = new Map(
    methods
      .filter((method) => method.distanceToEntry !== null)
      .map((method) => [method.id as string, method]),
  );
  const guards = guardsByPlace(view.guards);
  const operations = operationNodes(view, reached);
  const nodes: TopologyNode[] = [
    ...view.entryPoints.map((entry) => ({
      id: entry.id,
      kind: 'entry' as const,
      label: clipText(entryLabel(entry), CAPS.text),
      file: entry.location.file,
      line: entry.location.line,
      labels: [entry.kind, entry.access.verdict],
      guards: guards.atEntry.get(entry.id) ?? [],
    })),
    ...[...reached.values()].map((method) => methodNode(view, method, guards)),
    ...operations,
  ];
  return {
    nodes: nodes.sort(
      inOrder(
        byText((node) => node.kind),
        byText((node) => node.id),
      ),
    ),
    edges: edgesOf(view, reached),
  };
}

interface PlacedGuards {
  readonly atEntry: ReadonlyMap<string, Guard['category'][]>;
  readonly onMethod: ReadonlyMap<string, Guard['category'][]>;
}

function guardsByPlace(guards: readonly Guard[]): PlacedGuards {
  const atEntry = new Map<string, Guard['category'][]>();
  const onMethod = new Map<string, Guard['category'][]>();
  for (const { carrier, category } of guards) {
    const [map, key] = carrier.kind === 'entry' ? [atEntry, carrier.entry] : [onMethod, carrier.method];
    const list = map.get(key) ?? [];
    if (!list.includes(category)) list.push(category);
    map.set(key, list);
  }
  return { atEntry, onMethod };
}

function methodNode(view: SecurityView, method: MethodSummary, guards: PlacedGuards): TopologyNode {
  return {
    id: method.id,
    kind: 'method',
    label: clipText(method.label, CAPS.text),
    file: method.location.file,
    line: method.location.line,
    labels: method.role === 'generated' ? ['generated'] : [],
    guards: guards.onMethod.get(method.id) ?? [],
    metrics: {
      cognitiveComplexity: method.cognitiveComplexity,
      distanceToEntry: method.distanceToEntry ?? 0,
      explosiveComplexity: round(method.cognitiveComplexity / ((method.distanceToEntry ?? 0) + 1)),
      outDegree: method.outDegree,
      tested: view.testReferences.methods.has(method.id) ? 1 : 0,
    },
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function operationNodes(view: SecurityView, reached: ReadonlyMap<string, MethodSummary>): TopologyNode[] {
  const nodes = new Map<string, TopologyNode>();
  for (const sink of view.sinks) {
    if (!reached.has(sink.method) || nodes.has(sink.operation)) continue;
    nodes.set(sink.operation, {
      id: sink.operation,
      kind: 'sink',
      label: clipText(sink.operation, CAPS.text),
      file: sink.location.file,
      line: sink.location.line,
      labels: sink.privileged ? [sink.kind, 'privileged'] : [sink.kind],
    });
  }
  return [...nodes.values()];
}

/** Start by start, in their order: most edges repeat another one, and none of those is kept until all are there. */
function edgesOf(view: SecurityView, reached: ReadonlyMap<string, MethodSummary>): TopologyEdge[] {
  const entries = Map.groupBy(view.entryPoints, (entry): string => entry.id);
  const sinks = Map.groupBy(view.sinks, (sink): string => sink.method);
  const starts = [...new Set([...entries.keys(), ...reached.keys()])].sort(compareText);
  const edges: TopologyEdge[] = [];
  const callsFrom = callEdges(view);
  for (const start of starts) {
    const method = reached.get(start);
    const leaving = [
      ...(entries.get(start) ?? NOTHING).filter(({ handler }) => reached.has(handler)).map(entryEdge),
      ...(method === undefined ? NOTHING : callsFrom(method)),
      ...(method === undefined ? NOTHING : (sinks.get(start) ?? NOTHING)).map(sinkEdge),
    ];
    addDistinct(edges, leaving);
  }
  return edges;
}

function entryEdge({ id, handler, location }: EntryPoint): TopologyEdge {
  return {
    from: id,
    to: handler,
    how: 'entry',
    confidence: 'certain',
    file: location.file,
    line: location.line,
  };
}

/** Edges of the calls of a method. Most calls repeat another one: of these there is one, at the first line, as far as they follow each other. */
function callEdges({ methods }: SecurityView): (method: MethodSummary) => TopologyEdge[] {
  /** Where the edge to a target was last put in a list; it is another's where the list was another. */
  const latest = new Uint32Array(methods.length);
  return ({ id, calls }) => {
    const edges: TopologyEdge[] = [];
    for (let i = 0; i < calls.length; i++) {
      const call = calls[i] as MethodCall;
      const place = latest[call.to] as number;
      const known = ifRepeated(edges[place], call);
      if (known === undefined) {
        if (methods[call.to]?.distanceToEntry !== null) latest[call.to] = edges.push(callEdge(id, call)) - 1;
      } else if (isBefore(call, known)) edges[place] = callEdge(id, call);
    }
    return edges;
  };
}

function ifRepeated(edge: TopologyEdge | undefined, { target, how }: MethodCall): TopologyEdge | undefined {
  return edge?.to === target && edge.how === how ? edge : undefined;
}

function callEdge(from: string, { target, how, confidence, file, line }: MethodCall): TopologyEdge {
  return { from, to: target, how, confidence, file, line };
}

function isBefore({ file, line }: MethodCall, edge: TopologyEdge): boolean {
  return file === edge.file ? line < edge.line : file < edge.file;
}

function sinkEdge({ method, operation, confidence, location }: Sink): TopologyEdge {
  return {
    from: method,
    to: operation,
    how: 'sink',
    confidence,
    file: location.file,
    line: location.line,
  };
}

function byPlace(left: TopologyEdge, right: TopologyEdge): number {
  return (
    compareText(left.to, right.to) ||
    compareText(left.how, right.how) ||
    compareText(left.file, right.file) ||
    left.line - right.line
  );
}

/** Of edges that leave one start one for each end and kind, at the first line that makes it. */
function addDistinct(edges: TopologyEdge[], leaving: TopologyEdge[]): void {
  let before: TopologyEdge | null = null;
  for (const edge of leaving.sort(byPlace)) {
    if (before === null || before.to !== edge.to || before.how !== edge.how) edges.push(edge);
    before = edge;
  }
}
