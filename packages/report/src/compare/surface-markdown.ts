import type { Comparison, EntryRef } from '../schema/comparison.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { code } from '../writers/markdown-text.ts';

/** Items shown of one list. */
const SHOWN_ITEMS = 10;

/** Entry points, access, guards, sinks and roads that came, went and changed: a heading and a list each, where there is something. */
export function surfaceParts(comparison: Comparison, words: Catalogue): string[] {
  const text = words.comparison;
  const { entryPoints, sinks, guards, topology } = comparison;
  const entry = (one: EntryRef): string =>
    `${nameOf(one)} (${words.accessVerdicts[one.verdict]}) ${placeOf(one)}`;
  const guard = (one: Comparison['guards']['added']['items'][number]): string =>
    `${code(one.text, 160)}${one.state === 'active' ? '' : ` (${text.notActive})`} ${placeOf(one)}`;
  const part = <Item>(
    heading: string,
    { items, omitted }: { readonly items: readonly Item[]; readonly omitted: number },
    lineOf: (item: Item) => string,
  ): string[] => {
    const lines = [...new Set(items.map((item) => `- ${lineOf(item)}`))];
    if (lines.length === 0) return [];
    const hidden = Math.max(0, lines.length - SHOWN_ITEMS) + omitted;
    const more = hidden > 0 ? [`- … ${text.more(hidden)}`] : [];
    return [
      [`### ${heading} (${lines.length + omitted})`, '', ...lines.slice(0, SHOWN_ITEMS), ...more].join('\n'),
    ];
  };
  return [
    ...part(text.accessChanged, entryPoints.access, ({ base, head, direction }) => {
      const verdicts = [base, head].map(({ verdict }) => words.accessVerdicts[verdict]).join(' → ');
      const [evidence] = head.evidence;
      return `${nameOf(head)}: ${verdicts} (${text.directions[direction]}) ${placeOf(evidence ?? head)}`;
    }),
    ...part(text.entriesAdded, entryPoints.added, entry),
    ...part(text.entriesRemoved, entryPoints.removed, entry),
    ...part(text.guardsRemoved, guards.removed, guard),
    ...part(text.guardsAdded, guards.added, guard),
    ...part(text.sinksAdded, sinks.added, (one) => `${code(one.operation, 160)} ${placeOf(one)}`),
    ...part(text.sinksRemoved, sinks.removed, (one) => `${code(one.operation, 160)} ${placeOf(one)}`),
    ...part(
      text.roadsOpened,
      topology.opened,
      (one) => `${code(one.label, 120)} → ${code(one.operation, 120)}`,
    ),
    ...part(
      text.roadsClosed,
      topology.closed,
      (one) => `${code(one.label, 120)} → ${code(one.operation, 120)}`,
    ),
  ];
}

function nameOf({ verbs, paths, id }: EntryRef): string {
  return code(paths.length === 0 ? id : [...verbs, ...paths.slice(0, 3)].join(' '), 160);
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return code(`${file}:${line}`);
}
