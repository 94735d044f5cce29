import type { Cause, ComparedFinding, Comparison, Finding, Report } from '@csqa/report';
import type { Drawing, DrawnEdge, DrawnNode } from './mermaid.ts';
import { CallGraph, type OpenedRoad } from './opened-roads.ts';

/** Nodes of one drawing: more are not read, and not laid out well. */
export const MOST_NODES = 20;

/** From a road longer than that the middle is left out. */
const LONG_ROAD = 10;

/** Roads of this length and shorter are drawn from left to right. */
const WIDE_ROAD = 4;

interface LostGuard {
  readonly before: string;
  readonly text: string;
  readonly mark: 'gone' | 'loosened';
}

/** One road as it is drawn. */
interface Road {
  readonly nodes: readonly string[];
  /** Places of the change on it. */
  readonly changed: ReadonlySet<string>;
  /** Guards that no longer stand on it, or let more in: their words and the node that they stand before. */
  readonly gone: readonly LostGuard[];
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
  const nodes = nodesOf(head, finding);
  const gone = lostGuards(causes, nodes);
  if (nodes.length < 2 && gone.length === 0) return null;
  const changed = causes.flatMap(({ side, symbol }) => (side === 'head' ? (symbol ?? []) : []));
  return { nodes, changed: new Set(changed), gone };
}

/** From the entry point over the methods of its path to the operation, where these are known for certain. */
function nodesOf(head: Report, finding: Finding): readonly string[] {
  const hops = finding.path.flatMap(({ symbol }) => symbol ?? []);
  const methods = hops.length > 0 ? hops : finding.symbol === null ? [] : [finding.symbol];
  const handled = head.entryPoints.filter(({ handler }) => handler === methods[0]);
  const entry =
    head.entryPoints.find(({ id }) => id === finding.entryPoint) ??
    (handled.length === 1 ? handled[0] : undefined);
  const inLast = head.sinks.filter(({ method }) => method === methods.at(-1));
  const operations = new Set(inLast.map(({ operation }) => operation));
  const sink =
    head.sinks.find(({ id }) => id === finding.sink) ?? (operations.size === 1 ? inLast[0] : undefined);
  return [
    ...new Set([
      ...(entry === undefined ? [] : [entry.id, entry.handler]),
      ...methods,
      ...(sink === undefined ? [] : [sink.operation]),
    ]),
  ];
}

/** A removed guard stood before its method; a rule of access stands before the whole road. */
function lostGuards(causes: readonly Cause[], nodes: readonly string[]): readonly LostGuard[] {
  const [first] = nodes;
  if (first === undefined) return [];
  return causes.flatMap(({ kind, symbol, text }): LostGuard[] => {
    if (kind === 'access-changed') return [{ before: first, text, mark: 'loosened' }];
    if (kind !== 'guard-removed') return [];
    return [{ before: symbol !== null && nodes.includes(symbol) ? symbol : first, text, mark: 'gone' }];
  });
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
    const guards = road.gone.map((guard) => ({ ...guard, id: `gone ${guard.before} ${guard.text}` }));
    const isNew = (id: string): boolean => !this.#nodes.has(id);
    const more = new Set([...steps.filter(isNew), ...guards.map(({ id }) => id).filter(isNew)]);
    if (this.#nodes.size + more.size > MOST_NODES) return;
    for (const id of steps) this.#put(this.#nodeOf(id, road.changed.has(id)));
    for (const [index, to] of steps.slice(1).entries()) {
      const from = steps[index] ?? '';
      this.#join({ from, to, mark: this.#graph.isAdded(from, to) ? 'new' : 'old' });
    }
    for (const { id, before, text, mark } of guards) {
      if (!steps.includes(before)) continue;
      this.#put({ id, label: text, kind: 'guard', isChanged: true });
      this.#join({ from: id, to: before, mark });
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
