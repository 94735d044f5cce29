import { ownEntry } from '../../src/text/own-entry.ts';
import { figure } from '../numbers.ts';
import { usePage } from '../page-state.ts';
import { GuardMarks, Name, Place, SeverityMark } from '../parts/marks.tsx';
import { worstFirst } from '../ranking.ts';
import { linkTo } from '../route.ts';
import { type GraphIndex, guardsIn, kindOf, neighbours } from './graph-index.ts';

interface NodePanelProps {
  readonly index: GraphIndex;
  readonly node: number | null;
  readonly choose: (node: number) => void;
  readonly expand: (node: number) => void;
  readonly only: (node: number) => void;
}

/** Neighbours named at once. */
const MAX_NAMED = 30;

/** Everything that the report says of one node. */
export function NodePanel({ index, node, choose, expand, only }: NodePanelProps) {
  const { page, language } = usePage();
  if (node === null) return <p class="muted">{page.topology.choose}</p>;
  const { graph } = index;
  const { nodes } = graph;
  const file = graph.files[nodes.file[node] ?? -1] ?? null;
  const guards = guardsIn(graph, nodes.guards[node] ?? 0);
  const { from, to } = neighbours(index, node);
  return (
    <>
      <p class="muted small">{page.topology.kinds[kindOf(index, node)]}</p>
      <h2>
        <Name>{nodes.label[node] ?? ''}</Name>
      </h2>
      <Place file={file} line={nodes.line[node] || null} />
      <p>
        {(nodes.labels[node] ?? '').split(' ').map((label) => (
          <span key={label} class="mark">
            {label}
          </span>
        ))}
        <GuardMarks guards={guards} />
      </p>
      <dl class="facts">
        {graph.metrics.map((name, position) => {
          const value = nodes.values[position]?.[node] ?? null;
          return value === null ? null : (
            <>
              <dt key={name}>{ownEntry(page.topology.values, name) ?? name}</dt>
              <dd class="number">{figure(value, language)}</dd>
            </>
          );
        })}
      </dl>
      <p>
        <button type="button" onClick={() => expand(node)}>
          {page.topology.expand}
        </button>{' '}
        <button type="button" onClick={() => only(node)}>
          {page.topology.only}
        </button>
      </p>
      <FindingsHere symbol={nodes.id[node] ?? ''} />
      <Nodes title={page.topology.callers} nodes={from} index={index} choose={choose} />
      <Nodes title={page.topology.callees} nodes={to} index={index} choose={choose} />
    </>
  );
}

function FindingsHere({ symbol }: { readonly symbol: string }) {
  const { report, text } = usePage();
  const here = report.findings.filter((finding) => finding.symbol === symbol).sort(worstFirst);
  if (here.length === 0) return null;
  return (
    <>
      <h3>{text.summary.findings}</h3>
      <ul class="plain">
        {here.slice(0, MAX_NAMED).map((finding) => (
          <li key={finding.id}>
            <SeverityMark severity={finding.severity} />{' '}
            <a href={linkTo('finding', finding.id)}>
              <Name>{finding.what}</Name>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface NodesProps {
  readonly title: string;
  readonly nodes: readonly number[];
  readonly index: GraphIndex;
  readonly choose: (node: number) => void;
}

function Nodes({ title, nodes, index, choose }: NodesProps) {
  if (nodes.length === 0) return null;
  return (
    <>
      <h3>
        {title} <span class="count">{nodes.length}</span>
      </h3>
      <ul class="plain">
        {nodes.slice(0, MAX_NAMED).map((node) => (
          <li key={node}>
            <button type="button" class="quiet" onClick={() => choose(node)}>
              <Name>{index.graph.nodes.label[node] ?? ''}</Name>
            </button>
          </li>
        ))}
        {nodes.length > MAX_NAMED ? <li class="muted">… +{nodes.length - MAX_NAMED}</li> : null}
      </ul>
    </>
  );
}
