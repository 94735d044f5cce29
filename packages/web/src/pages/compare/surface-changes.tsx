import type { Comparison, EntryRef } from '@csqa/report';
import type { ComponentChildren } from 'preact';
import type { PageContext } from '../page-context.ts';
import { Foreign } from '../parts/foreign.tsx';

const MOST = 50;

interface SurfaceProps {
  readonly page: PageContext;
  readonly comparison: Comparison;
}

type Guard = Comparison['guards']['added']['items'][number];

interface Bounded<Item> {
  readonly items: readonly Item[];
  readonly omitted: number;
}

/** Entry points, operations and guards that came or went. */
export function SurfaceChanges({ page, comparison }: SurfaceProps) {
  const { words, terms } = page;
  const { entryPoints, sinks, guards } = comparison;
  const text = terms.comparison;
  const entry = (ref: EntryRef) => <Entry entry={ref} page={page} />;
  const guard = (one: Guard) => <Placed name={guardName(one, page)} place={one} />;
  const parts = [
    part(text.entriesAdded, entryPoints.added, entry),
    part(text.entriesRemoved, entryPoints.removed, entry),
    part(text.accessChanged, entryPoints.access, ({ direction, base, head }) => (
      <>
        {entry(head)}{' '}
        <span class={direction === 'opened' ? 'worse' : ''}>
          {text.directions[direction]}: {terms.accessVerdicts[base.verdict]} →{' '}
          {terms.accessVerdicts[head.verdict]}
        </span>
      </>
    )),
    part(text.sinksAdded, sinks.added, (sink) => (
      <Placed name={`${sink.kind} ${sink.operation}`} place={sink} />
    )),
    part(text.sinksRemoved, sinks.removed, (sink) => (
      <Placed name={`${sink.kind} ${sink.operation}`} place={sink} />
    )),
    part(text.guardsAdded, guards.added, guard),
    part(text.guardsRemoved, guards.removed, guard),
  ].filter((one) => one !== null);
  return (
    <section class="card" aria-labelledby="surface">
      <h2 id="surface">{words.compare.surface}</h2>
      {parts.length === 0 ? <p class="muted">{words.compare.none}</p> : null}
      {parts.map(({ title, lines, more }) => (
        <div class="surface-part" key={title}>
          <h3>
            {title} <span class="count">{lines.length + more}</span>
          </h3>
          <ul class="plain">
            {lines.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
            {more > 0 ? <li class="muted">{words.compare.more(more)}</li> : null}
          </ul>
        </div>
      ))}
    </section>
  );
}

function part<Item>(
  title: string,
  { items, omitted }: Bounded<Item>,
  draw: (item: Item) => ComponentChildren,
) {
  if (items.length === 0) return null;
  return { title, lines: items.slice(0, MOST).map(draw), more: Math.max(0, items.length - MOST) + omitted };
}

function Entry({ entry, page }: { readonly entry: EntryRef; readonly page: PageContext }) {
  const name = [entry.verbs.join(' '), entry.paths.join(' ')].filter((text) => text !== '').join(' ');
  return (
    <>
      <span class={`mark access-${entry.verdict}`}>{page.terms.accessVerdicts[entry.verdict]}</span>{' '}
      <Placed name={name === '' ? entry.handler : name} place={entry} />
    </>
  );
}

interface PlacedProps {
  readonly name: string;
  readonly place: { readonly file: string | null; readonly line: number | null };
}

function Placed({ name, place }: PlacedProps) {
  return (
    <>
      <Foreign text={name} />{' '}
      {place.file === null ? null : (
        <code class="muted small">{place.line === null ? place.file : `${place.file}:${place.line}`}</code>
      )}
    </>
  );
}

function guardName({ category, state, text }: Guard, { terms }: PageContext): string {
  const kind = category === null ? [] : [terms.guardCategories[category]];
  return [...kind, text, ...(state === 'active' ? [] : [terms.comparison.notActive])].join(' · ');
}
