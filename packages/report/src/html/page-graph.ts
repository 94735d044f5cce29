import type { Report } from '../schema/report.ts';
import type { TopologyEdge, TopologyNode } from '../schema/topology.ts';
import { GUARD_CATEGORIES, type GuardCategory } from '../schema/vocabulary.ts';
import type { PageGraph } from './page-data.ts';

/** The topology of a report as columns of numbers and names; edges to nodes that the report does not hold are left out. */
export function pageGraph({ topology }: Report): PageGraph {
  const files = new Names();
  const kinds = new Names();
  const { nodes, edges } = topology;
  const position = new Map(nodes.map((node, index) => [node.id, index]));
  const known = edges.filter((edge) => position.has(edge.from) && position.has(edge.to));
  const metrics = [...new Set(nodes.flatMap((node) => Object.keys(node.metrics ?? {})))].sort(byCodeUnits);
  return {
    nodes: {
      id: nodes.map((node) => node.id),
      label: nodes.map((node) => node.label),
      kind: nodes.map((node) => kinds.indexOf(node.kind)),
      file: nodes.map((node) => (node.file === null ? -1 : files.indexOf(node.file))),
      line: nodes.map((node) => node.line ?? 0),
      labels: nodes.map((node) => (node.labels ?? []).join(' ')),
      guards: nodes.map(guardBits),
      values: metrics.map((name) => nodes.map((node) => node.metrics?.[name] ?? null)),
    },
    edges: {
      from: known.map((edge) => position.get(edge.from) ?? 0),
      to: known.map((edge) => position.get(edge.to) ?? 0),
      how: known.map((edge) => kinds.indexOf(edge.how)),
      guards: known.map(guardBits),
    },
    files: files.all,
    kinds: kinds.all,
    guards: GUARD_CATEGORIES,
    metrics,
  };
}

function guardBits({ guards }: TopologyNode | TopologyEdge): number {
  const bit = (category: GuardCategory): number => 1 << GUARD_CATEGORIES.indexOf(category);
  return (guards ?? []).reduce((bits, category) => bits | bit(category), 0);
}

function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** Names in the order in which they were first met. */
class Names {
  readonly all: string[] = [];
  readonly #positions = new Map<string, number>();

  indexOf(name: string): number {
    const known = this.#positions.get(name);
    if (known !== undefined) return known;
    this.#positions.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
}
