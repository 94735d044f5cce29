import type { Topology, TopologyEdge, TopologyNode } from '@csqa/report';
import { CAPS, clipText } from '@csqa/report/producer';
import { byNumber, byText, inOrder } from '../base/ordering.ts';
import type { MethodSummary, SecurityView } from '../flow/security-view.ts';
import { entryLabel } from '../metrics/scale.ts';
import type { Guard } from '../models/labels.ts';

/**
 * The security topology (M1): entry points, the methods they reach, the operations they end in, with the guards on nodes
 * and call sites. Methods that no entry point reaches are left out: nothing from outside gets there.
 */
export function buildTopology(view: SecurityView): Topology {
  const reached = new Map(
    view.methods
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
  const edges = [...entryEdges(view, reached), ...callEdges(reached), ...sinkEdges(view, reached)];
  return {
    nodes: nodes.sort(
      inOrder(
        byText((node) => node.kind),
        byText((node) => node.id),
      ),
    ),
    edges: distinct(edges),
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

function entryEdges(view: SecurityView, reached: ReadonlyMap<string, MethodSummary>): TopologyEdge[] {
  return view.entryPoints.flatMap((entry) =>
    reached.has(entry.handler)
      ? [
          {
            from: entry.id,
            to: entry.handler as string,
            how: 'entry',
            confidence: 'certain' as const,
            file: entry.location.file,
            line: entry.location.line,
          },
        ]
      : [],
  );
}

function callEdges(reached: ReadonlyMap<string, MethodSummary>): TopologyEdge[] {
  return [...reached.values()].flatMap((method) =>
    method.calls
      .filter((call) => reached.has(call.target))
      .map((call) => ({
        from: method.id as string,
        to: call.target as string,
        how: call.how as string,
        confidence: call.confidence,
        file: call.site.file as string,
        line: call.site.nameLine,
      })),
  );
}

function sinkEdges(view: SecurityView, reached: ReadonlyMap<string, MethodSummary>): TopologyEdge[] {
  return view.sinks
    .filter((sink) => reached.has(sink.method))
    .map((sink) => ({
      from: sink.method as string,
      to: sink.operation,
      how: 'sink',
      confidence: sink.confidence,
      file: sink.location.file as string,
      line: sink.location.line,
    }));
}

const byPlace = inOrder<TopologyEdge>(
  byText((edge) => edge.to),
  byText((edge) => edge.how),
  byText((edge) => edge.file),
  byNumber((edge) => edge.line),
);

/** One edge for each pair and kind, at the first line that makes it. Edges of one start come together and are few. */
function distinct(edges: readonly TopologyEdge[]): TopologyEdge[] {
  const byStart = [...Map.groupBy(edges, (edge) => edge.from)].sort(byText(([from]) => from));
  return byStart.flatMap(([, group]) => {
    const ordered = group.sort(byPlace);
    return ordered.filter((edge, index) => {
      const before = ordered[index - 1];
      return !before || before.to !== edge.to || before.how !== edge.how;
    });
  });
}
