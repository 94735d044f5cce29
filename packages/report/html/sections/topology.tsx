import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { usePage } from '../page-state.ts';
import { readGraph } from '../read-data.ts';
import { MAX_NODES, mostTelling, surroundings } from '../topology/choose-nodes.ts';
import { draw } from '../topology/drawing.ts';
import { findingRoad } from '../topology/finding-road.ts';
import { type GraphIndex, indexGraph, neighbours } from '../topology/graph-index.ts';
import { GraphView } from '../topology/graph-view.tsx';
import { NodePanel } from '../topology/node-panel.tsx';
import { overlayOf } from '../topology/overlay.ts';
import { TopologyTools } from '../topology/topology-tools.tsx';

const NONE: ReadonlySet<number> = new Set();

/** The map from entry points to operations. */
export function TopologySection() {
  const { page } = usePage();
  const [index, setIndex] = useState<GraphIndex | 'broken' | null>(null);
  useEffect(() => {
    readGraph().then(
      (graph) => setIndex(indexGraph(graph)),
      () => setIndex('broken'),
    );
  }, []);
  return (
    <>
      <p class="lead">{page.topology.lead}</p>
      <Loaded index={index} />
    </>
  );
}

function Loaded({ index }: { readonly index: GraphIndex | 'broken' | null }) {
  const { page } = usePage();
  if (index === null) return <p class="notice">{page.loading}</p>;
  if (index === 'broken') return <p class="notice">{page.broken}</p>;
  if (index.graph.nodes.id.length === 0) return <p class="notice">{page.topology.empty}</p>;
  return <Topology index={index} />;
}

/** What is drawn and chosen, and how it changes. */
function useChoice(index: GraphIndex, asked: Asked) {
  const { report } = usePage();
  const start = useMemo(() => startOf(index, asked, report), [index, report, asked]);
  const [shown, setShown] = useState(start);
  const [chosen, choose] = useState<number | null>(null);
  useEffect(() => {
    setShown(start);
    choose(asked.nodes.length === 1 ? (asked.nodes[0] ?? null) : null);
  }, [start, asked]);
  const add = useCallback(
    (nodes: readonly number[]) => setShown((before) => new Set([...before, ...nodes].slice(0, MAX_NODES))),
    [],
  );
  return {
    shown,
    chosen,
    choose,
    reset: () => setShown(mostTelling(index, report)),
    find: (node: number): void => {
      add([node]);
      choose(node);
    },
    expand: (node: number): void => {
      const { from, to } = neighbours(index, node);
      add([...from, ...to]);
    },
    only: (node: number): void => setShown(surroundings(index, [node])),
  };
}

function Topology({ index }: { readonly index: GraphIndex }) {
  const { report, page, route, text } = usePage();
  const [overlayName, setOverlayName] = useState('kind');
  const asked = useMemo(() => askedFor(index, route.subject, report), [index, route.subject, report]);
  const { shown, chosen, choose, reset, find, expand, only } = useChoice(index, asked);
  const drawing = useMemo(
    () => draw(index, shown, (guard) => text.guardCategories[guard]),
    [index, shown, text],
  );
  const overlay = useMemo(() => overlayOf(overlayName, index, report), [overlayName, index, report]);
  return (
    <div class="topology">
      <TopologyTools
        index={index}
        shown={shown.size}
        overlay={overlayName}
        colourBy={setOverlayName}
        find={find}
        reset={reset}
        pointed={asked.finding}
      />
      <GraphView
        drawing={drawing}
        overlay={overlay}
        highlighted={asked.finding === null ? NONE : asked.set}
        chosen={chosen}
        choose={choose}
        label={page.topology.graph}
      />
      <aside class="card node-panel" aria-live="polite" aria-label={page.topology.choose}>
        <NodePanel index={index} node={chosen} choose={find} expand={expand} only={only} />
      </aside>
    </div>
  );
}

/** A path alone, where one is asked for: the reader adds what stands around it. */
function startOf(index: GraphIndex, asked: Asked, report: Page['report']): ReadonlySet<number> {
  if (asked.nodes.length === 0) return mostTelling(index, report);
  return asked.finding === null ? surroundings(index, asked.nodes) : asked.set;
}

interface Asked {
  readonly nodes: readonly number[];
  readonly set: ReadonlySet<number>;
  /** Id of the finding whose path is pointed out. */
  readonly finding: string | null;
}

type Page = ReturnType<typeof usePage>;

/** What the address asks for: `finding:ID`, or the id of a node. */
function askedFor(index: GraphIndex, subject: Page['route']['subject'], report: Page['report']): Asked {
  const id = subject?.startsWith('finding:') ? subject.slice('finding:'.length) : null;
  const finding = report.findings.find((one) => one.id === id);
  if (finding !== undefined) {
    const nodes = findingRoad(index, finding, report.sinks);
    return { nodes, set: new Set(nodes), finding: finding.id };
  }
  const node = index.byId.get(subject ?? '');
  return { nodes: node === undefined ? [] : [node], set: NONE, finding: null };
}
