import cytoscape, { type Core, type StylesheetJson } from 'cytoscape';
import { useEffect, useRef } from 'preact/hooks';
import { colour } from '../colours.ts';
import { usePage } from '../page-state.ts';
import { CHART_FONT } from '../parts/chart.tsx';
import type { Drawing } from './drawing.ts';
import type { Overlay } from './overlay.ts';

interface GraphViewProps {
  readonly drawing: Drawing;
  readonly overlay: Overlay;
  /** Nodes of the topology on a path that is pointed out; the rest steps back. */
  readonly highlighted: ReadonlySet<number>;
  readonly chosen: number | null;
  readonly choose: (node: number) => void;
  readonly label: string;
}

const MIN_ZOOM = 0.1;
const MAX_ZOOM = 2.5;
const ZOOM_STEP = 1.35;

/** The smallest zoom at which labels are read without effort. */
const READABLE = 0.72;
const MARGIN = 24;

/** The drawing, to be moved, zoomed and clicked; what it shows of a node stands beside it as text. */
export function GraphView({ drawing, overlay, highlighted, chosen, choose, label }: GraphViewProps) {
  const { dark, page } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const core = useRef<Core | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const drawn = cytoscape({
      container: box.current,
      elements: elementsOf(drawing),
      style: styleSheet(),
      layout: { name: 'preset', fit: false },
      minZoom: MIN_ZOOM,
      maxZoom: MAX_ZOOM,
      autoungrabify: true,
      boxSelectionEnabled: false,
    });
    drawn.on('tap', 'node', ({ target }) => choose(Number(target.data('node'))));
    core.current = drawn;
    showStart(drawn);
    return () => {
      drawn.destroy();
      core.current = null;
    };
  }, [drawing, choose]);
  useEffect(() => {
    core.current?.batch(() => mark({ drawn: core.current, overlay, highlighted, chosen }));
    core.current?.style(styleSheet());
  }, [drawing, overlay, highlighted, chosen, dark]);
  const zoom = (factor: number): void => {
    const drawn = core.current;
    drawn?.zoom({
      level: drawn.zoom() * factor,
      renderedPosition: { x: drawn.width() / 2, y: drawn.height() / 2 },
    });
  };
  return (
    <div class="graph">
      <div ref={box} class="graph-canvas" role="img" aria-label={label} />
      <div class="graph-tools">
        <button type="button" onClick={() => zoom(ZOOM_STEP)} aria-label={page.topology.zoomIn}>
          +
        </button>
        <button type="button" onClick={() => zoom(1 / ZOOM_STEP)} aria-label={page.topology.zoomOut}>
          −
        </button>
        <button type="button" onClick={() => core.current?.fit(undefined, 24)}>
          {page.topology.fit}
        </button>
      </div>
    </div>
  );
}

/** All of it where it stays readable; else the left edge, where the roads begin, in the middle where the height is enough. */
function showStart(drawn: Core): void {
  drawn.fit(undefined, MARGIN);
  if (drawn.zoom() >= READABLE) {
    drawn.zoom(Math.min(drawn.zoom(), 1.1));
    drawn.center();
    return;
  }
  drawn.zoom(READABLE);
  const { x1, y1, h } = drawn.elements().boundingBox();
  const above = Math.max(MARGIN, (drawn.height() - h * READABLE) / 2);
  drawn.pan({ x: MARGIN - x1 * READABLE, y: above - y1 * READABLE });
}

function elementsOf({ nodes, arrows }: Drawing): cytoscape.ElementDefinition[] {
  const plain = colour('line');
  return [
    ...nodes.map(({ id, label, kind, node, width, height, position }) => ({
      data: { id, label, node, width, height, colour: plain },
      position: { ...position },
      classes: kind,
    })),
    ...arrows.map(({ from, to }) => ({ data: { id: `${from}→${to}`, source: from, target: to } })),
  ];
}

interface Marking extends Pick<GraphViewProps, 'overlay' | 'highlighted' | 'chosen'> {
  readonly drawn: Core | null;
}

function mark({ drawn, overlay, highlighted, chosen }: Marking): void {
  const points = highlighted.size > 0;
  drawn?.nodes().forEach((node) => {
    const position = Number(node.data('node'));
    const name = node.hasClass('guard') ? undefined : overlay.get(position);
    node.data('colour', name === undefined ? colour('line') : colour(name));
    node.toggleClass('pointed', points && highlighted.has(position));
    node.toggleClass('behind', points && !highlighted.has(position));
    node.toggleClass('chosen', position === chosen && !node.hasClass('guard'));
  });
  drawn?.edges().forEach((edge) => {
    const isPointed = edge.source().hasClass('pointed') && edge.target().hasClass('pointed');
    edge.toggleClass('pointed', points && isPointed);
    edge.toggleClass('behind', points && !isPointed);
  });
}

function styleSheet(): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        width: 'data(width)',
        height: 'data(height)',
        shape: 'round-rectangle',
        'background-color': colour('surface'),
        'border-width': 3,
        'border-color': 'data(colour)',
        color: colour('ink'),
        'font-family': CHART_FONT,
        'font-size': 12,
        'text-valign': 'center',
        'text-halign': 'center',
        'min-zoomed-font-size': 5,
      },
    },
    { selector: '.entry', style: { shape: 'round-tag', 'font-weight': 'bold' } },
    { selector: '.sink', style: { shape: 'cut-rectangle', 'font-weight': 'bold' } },
    {
      selector: '.guard',
      style: {
        shape: 'round-hexagon',
        'background-color': colour('guard'),
        'border-width': 0,
        color: colour('surface'),
        'font-size': 10,
        'font-weight': 'bold',
      },
    },
    {
      selector: 'edge',
      style: {
        width: 1.4,
        'line-color': colour('risk-none'),
        'target-arrow-color': colour('risk-none'),
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.8,
        'curve-style': 'bezier',
      },
    },
    { selector: '.behind', style: { opacity: 0.22 } },
    {
      selector: 'edge.pointed',
      style: {
        width: 3.5,
        'line-color': colour('risk-critical'),
        'target-arrow-color': colour('risk-critical'),
      },
    },
    { selector: '.chosen', style: { 'background-color': colour('accent-soft'), 'border-width': 5 } },
  ];
}
