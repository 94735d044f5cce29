import { type AccessChange, type Comparison, type EntryRef, plain } from '@csqa/report';
import { cutEnd } from '../terminal/layout.ts';
import type { DiffContext } from './diff-context.ts';

/** Items shown of one list. */
const SHOWN_ITEMS = 8;

/** Entry points, access, sinks, guards and roads that came, went and changed, and the files that were touched. */
export function surfaceLines(context: DiffContext): readonly string[] {
  const { comparison, words, look } = context;
  const text = words.comparison;
  const { entryPoints, sinks, guards, topology } = comparison;
  const entry = (one: EntryRef): Item => [entryText(one, context), placeOf(one)];
  const sink = (one: Comparison['sinks']['added']['items'][number]): Item => [one.operation, placeOf(one)];
  const guard = (one: Comparison['guards']['added']['items'][number]): Item => [
    one.state === 'active' ? one.text : `${one.text} (${text.notActive})`,
    placeOf(one),
  ];
  const road = (one: Comparison['topology']['opened']['items'][number]): Item => [
    `${one.label} ${look.glyphs.arrow} ${one.operation}`,
    '',
  ];
  const lines = [
    ...listed(
      text.accessChanged,
      itemsOf(entryPoints.access, (one) => accessItem(one, context)),
      context,
    ),
    ...listed(text.entriesAdded, itemsOf(entryPoints.added, entry), context),
    ...listed(text.entriesRemoved, itemsOf(entryPoints.removed, entry), context),
    ...listed(text.guardsRemoved, itemsOf(guards.removed, guard), context),
    ...listed(text.guardsAdded, itemsOf(guards.added, guard), context),
    ...listed(text.sinksAdded, itemsOf(sinks.added, sink), context),
    ...listed(text.sinksRemoved, itemsOf(sinks.removed, sink), context),
    ...listed(text.roadsOpened, itemsOf(topology.opened, road), context),
    ...listed(text.roadsClosed, itemsOf(topology.closed, road), context),
  ];
  return [
    ...(lines.length === 0 ? [] : ['', look.paint.bold(text.surface), ...lines]),
    ...fileLines(context),
  ];
}

/** What it is, and where. */
type Item = readonly [text: string, place: string];

interface Listed {
  readonly items: readonly Item[];
  readonly total: number;
}

function itemsOf<Source>(
  { items, omitted }: { readonly items: readonly Source[]; readonly omitted: number },
  toItem: (source: Source) => Item,
): Listed {
  // One annotation can be several guards; people read it once.
  const byText = new Map(items.map(toItem).map((item) => [item.join('\n'), item]));
  return { items: [...byText.values()], total: byText.size + omitted };
}

function listed(heading: string, { items, total }: Listed, { words, look }: DiffContext): readonly string[] {
  if (items.length === 0) return [];
  const { paint, glyphs, width } = look;
  const shown = items.slice(0, SHOWN_ITEMS).map(([text, place]) => {
    const where = place === '' ? '' : `  ${paint.cyan(plain(place, 300))}`;
    return cutEnd(`    ${plain(text, 300)}${where}`, Math.max(width, 100), glyphs);
  });
  const hidden = total - SHOWN_ITEMS;
  const more = hidden > 0 ? [paint.dim(`    ${glyphs.ellipsis} ${words.comparison.more(hidden)}`)] : [];
  return [`  ${heading}  ${total}`, ...shown, ...more];
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`;
}

function entryText({ kind, verbs, paths, verdict }: EntryRef, { words }: DiffContext): string {
  const name = [verbs.length === 0 ? words.entryKinds[kind] : verbs.join(','), ...paths.slice(0, 3)].join(
    ' ',
  );
  return `${name} (${words.accessVerdicts[verdict]})`;
}

function accessItem({ base, head, direction }: AccessChange, { words, look }: DiffContext): Item {
  const [evidence] = head.evidence;
  const verdicts = [base, head].map(({ verdict, rule }) =>
    [words.accessVerdicts[verdict], ...(direction === 'other' && rule !== null ? [rule] : [])].join(' '),
  );
  const name = [head.verbs.join(','), ...head.paths.slice(0, 3)].join(' ').trim();
  const text = `${name}  ${verdicts.join(` ${look.glyphs.arrow} `)} (${words.comparison.directions[direction]})`;
  return [text, evidence === undefined ? placeOf(head) : placeOf(evidence)];
}

function fileLines({ comparison, words, look }: DiffContext): readonly string[] {
  if (comparison.sources === null) return [];
  const { changed, added, removed, renamed } = comparison.sources;
  const [edited = 0, came = 0, went = 0, moved = 0] = [changed, added, removed, renamed].map(
    ({ items, omitted }) => items.length + omitted,
  );
  const text = words.comparison;
  const line =
    moved === 0
      ? text.files(edited, came, went)
      : `${text.files(edited, came, went)}, ${text.renamed(moved)}`;
  return ['', look.paint.dim(line)];
}
