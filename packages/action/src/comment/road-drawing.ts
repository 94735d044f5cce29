import type { Cause, ComparedFinding, Comparison, Finding, Report } from '@csqa/report';
import type { Drawing, DrawnEdge, DrawnNode } from './mermaid.ts';
import { CallGraph, type OpenedRoad } from './opened-roads.ts';

/** Nodes of one drawing: more are not read, and not laid out well. */
export const MOST_NODES = 20;

/** From a road longer than that the middle is left out. */
const LONG_ROAD = 10;

/** Roads of this length and shorter are drawn from left to right. */
const WIDE_ROAD = 4;

/** One road as it is drawn. */
interface Road {
  readonly nodes: readonly string[];
  /** Places of the change on it. */
  readonly changed: ReadonlySet<string>;
  /** Guards that no longer stand on it: their words by the node that they stood before. */
  readonly gone: readonly { readonly before: string; readonly text: string }[];
}

/**
 * The roads that a change opened and those of its new findings, worst first, as one small graph: changed places, added calls
 * and guards that are gone are marked. Roads that no longer fit are left out whole. null where there is no road to draw.
 */
export function roadDrawing(
  head: Report,
  comparison: Comparison,
  {
    opened,
    findings,
  }: { readonly opened: readonly OpenedRoad[]; readonly findings: readonly ComparedFinding[] },
): Drawing | null {
  const graph = new CallGraph(head, comparison.topology.callsAdded.items);
  const canvas = new Canvas(head, graph);
  const byId = new Map(head.findings.map((finding) => [finding.id, finding]));
  for (const road of opened) canvas.add(roadOfOpened(road));
  for (const { finding, causes } of findings) {
    const whole = byId.get(finding.id);
    const road = whole === undefined ? null : roadOfFinding(head, whole, causes);
    if (road !== null) canvas.add(road);
  }
  return canvas.drawing();
}

function roadOfOpened({ nodes, entry, added }: OpenedRoad): Road {
  return { nodes, changed: new Set([added?.from ?? entry]), gone: [] };
}

/** null where the finding is in one place and nothing leads to it. */
function roadOfFinding(head: Report, finding: Finding, causes: readonly Cause[]): Road | null {
  const entry = head.entryPoints.find(({ id }) => id === finding.entryPoint);
  const hops = finding.path.flatMap(({ symbol }) => symbol ?? []);
  const methods = hops.length > 0 ? hops : finding.symbol === null ? [] : [finding.symbol];
  const sink = head.sinks.find(({ id }) => id === finding.sink);
  const nodes = [
    ...(entry === undefined ? [] : [entry.id]),
    ...(entry !== undefined && methods[0] !== entry.handler ? [entry.handler] : []),
    ...methods,
    ...(sink === undefined ? [] : [sink.operation]),
  ].filter((node, index, all) => all.indexOf(node) === index);
  const [first] = nodes;
  if (first === undefined) return null;
  const gone = causes
    .filter(({ kind, side }) => side === 'base' && (kind === 'guard-removed' || kind === 'access-changed'))
    .map(({ symbol, kind, text }) => ({
      before: kind === 'guard-removed' && symbol !== null && nodes.includes(symbol) ? symbol : first,
      text,
    }));
  if (nodes.length < 2 && gone.length === 0) return null;
  const changed = causes.flatMap(({ side, symbol }) => (side === 'head' ? (symbol ?? []) : []));
  return { nodes, changed: new Set(changed), gone };
}

/** A graph that grows road by road until it is full. */
class Canvas {
  readonly #graph: CallGraph;
  readonly #known: ReadonlyMap<string, Report['topology']['nodes'][number]>;
  readonly #nodes = new Map<string, DrawnNode>();
  readonly #edges = new Map<string, DrawnEdge>();
  #longest = 0;

  constructor(head: Report, graph: CallGraph) {
    this.#graph = graph;
    this.#known = new Map(head.topology.nodes.map((node) => [node.id, node]));
  }

  add(road: Road): void {
    const steps = shortened(road.nodes);
    const guards = road.gone.map(({ before, text }) => ({ id: `gone ${before} ${text}`, before, text }));
    const isNew = (id: string): boolean => !this.#nodes.has(id);
    const more = new Set([...steps.filter(isNew), ...guards.map(({ id }) => id).filter(isNew)]);
    if (this.#nodes.size + more.size > MOST_NODES) return;
    for (const id of steps) this.#put(this.#nodeOf(id, road.changed.has(id)));
    for (const [index, to] of steps.slice(1).entries()) {
      const from = steps[index] ?? '';
      this.#join({ from, to, mark: this.#graph.isAdded(from, to) ? 'new' : 'old' });
    }
    for (const { id, before, text } of guards) {
      if (!steps.includes(before)) continue;
      this.#put({ id, label: text, kind: 'guard', isChanged: true });
      this.#join({ from: id, to: before, mark: 'gone' });
    }
    this.#longest = Math.max(this.#longest, steps.length + Math.min(1, guards.length));
  }

  drawing(): Drawing | null {
    if (this.#edges.size === 0) return null;
    return {
      nodes: [...this.#nodes.values()],
      edges: [...this.#edges.values()],
      direction: this.#longest <= WIDE_ROAD ? 'LR' : 'TD',
    };
  }

  #nodeOf(id: string, isChanged: boolean): DrawnNode {
    if (id.startsWith(GAP)) return { id, label: '…', kind: 'gap', isChanged: false };
    const node = this.#known.get(id);
    return { id, label: node?.label ?? shortSymbol(id), kind: node?.kind ?? 'method', isChanged };
  }

  #put(node: DrawnNode): void {
    const known = this.#nodes.get(node.id);
    this.#nodes.set(node.id, { ...node, isChanged: node.isChanged || known?.isChanged === true });
  }

  #join(edge: DrawnEdge): void {
    const key = JSON.stringify([edge.from, edge.to]);
    if (!this.#edges.has(key)) this.#edges.set(key, edge);
  }
}

/** Begins the id of a gap; no id of a report does. */
const GAP = '\0';

function shortened(nodes: readonly string[]): readonly string[] {
  if (nodes.length <= LONG_ROAD) return nodes;
  const half = LONG_ROAD / 2;
  const [before, after] = [nodes.slice(0, half), nodes.slice(-half)];
  return [...before, `${GAP}${before.at(-1)}\n${after[0]}`, ...after];
}

/** `OwnerService.save` of `org.clinic.OwnerService#save(org.clinic.Owner)`. */
function shortSymbol(symbol: string): string {
  const [type = '', member = ''] = symbol.replace(/\(.*$/s, '').split('#');
  const name = type.slice(type.lastIndexOf('.') + 1);
  return member === '' ? name : `${name}.${member}`;
}
