import { useState } from 'preact/hooks';
import { ownEntry } from '../../src/text/own-entry.ts';
import { keysOf, usePage } from '../page-state.ts';
import { Choice, matches, Search } from '../parts/filters.tsx';
import { Name } from '../parts/marks.tsx';
import { linkTo } from '../route.ts';
import { MAX_NODES } from './choose-nodes.ts';
import type { GraphIndex } from './graph-index.ts';

interface TopologyToolsProps {
  readonly index: GraphIndex;
  readonly shown: number;
  readonly overlay: string;
  readonly colourBy: (overlay: string) => void;
  readonly find: (node: number) => void;
  readonly reset: () => void;
  /** Id of the finding whose path is pointed out. */
  readonly pointed: string | null;
}

/** Nodes that a search offers. */
const MAX_OFFERED = 12;

/** What to colour by, the search, and how much of the whole is drawn. */
export function TopologyTools(props: TopologyToolsProps) {
  const { page, text, report } = usePage();
  const { index, shown, overlay, colourBy, find, reset, pointed } = props;
  const [words, setWords] = useState('');
  const { overlays, values } = page.topology;
  const options = [
    ...keysOf(overlays).map((value) => ({ value: value as string, name: overlays[value] })),
    ...index.graph.metrics.map((value) => ({ value, name: ownEntry(values, value) ?? value })),
    ...report.metrics.map(({ id }) => ({ value: id as string, name: `${id} · ${text.metrics[id].name}` })),
  ];
  return (
    <search class="filters">
      <Choice
        label={page.topology.overlay}
        options={options}
        chosen={overlay}
        choose={(value) => colourBy(value === '' ? 'kind' : value)}
      />
      <div class="finder">
        <Search label={page.topology.find} value={words} search={setWords} />
        <Offers index={index} words={words} find={find} />
      </div>
      {pointed === null ? null : (
        <p>
          <a href={linkTo('finding', pointed)}>{page.topology.weakest(pointed)}</a>
        </p>
      )}
      <p class="filter-state">
        <output>{page.topology.shown(shown, index.graph.nodes.id.length)}</output>
        {shown >= MAX_NODES ? <span class="muted">{page.topology.full(MAX_NODES)}</span> : null}
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setWords('');
            location.hash = linkTo('topology');
            reset();
          }}
        >
          {page.topology.reset}
        </button>
      </p>
      <p class="muted small legend-line">{page.topology.entryLeft}</p>
    </search>
  );
}

function Offers({
  index,
  words,
  find,
}: Pick<TopologyToolsProps, 'index' | 'find'> & { readonly words: string }) {
  const { page } = usePage();
  if (words.trim() === '') return null;
  const offered: number[] = [];
  for (const [node, label] of index.graph.nodes.label.entries()) {
    if (offered.length === MAX_OFFERED) break;
    if (matches(words, [label, index.graph.nodes.id[node] ?? ''])) offered.push(node);
  }
  return (
    <ul class="plain offers">
      {offered.length === 0 ? <li class="muted">{page.nothing}</li> : null}
      {offered.map((node) => (
        <li key={node}>
          <button type="button" class="quiet" onClick={() => find(node)}>
            <Name>{index.graph.nodes.label[node] ?? ''}</Name>
          </button>
        </li>
      ))}
    </ul>
  );
}
