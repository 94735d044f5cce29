import { useMemo, useState } from 'preact/hooks';
import type { AccessVerdict, EntryKind, EntryPoint } from '../../src/schema/entry-point.ts';
import { keysOf, usePage } from '../page-state.ts';
import { Choice, FilterBar, matches, Search, Toggles } from '../parts/filters.tsx';
import { Paged } from '../parts/paged.tsx';
import { byCode } from '../ranking.ts';
import { EntryCard } from './entry-card.tsx';

type SortKey = 'access' | 'route' | 'handler' | 'sinks';

/** Least protected first; an undecided one may be open. */
const VERDICT_RANKS: Readonly<Record<AccessVerdict, number>> = {
  public: 0,
  unknown: 1,
  authenticated: 2,
  authorized: 3,
  denied: 4,
};

const sinkCount = (entry: EntryPoint): number => entry.sinks?.length ?? 0;
const routeOf = (entry: EntryPoint): string => entry.paths[0] ?? entry.handler;

const ORDERS: Readonly<Record<SortKey, (left: EntryPoint, right: EntryPoint) => number>> = {
  access: (left, right) =>
    VERDICT_RANKS[left.access.verdict] - VERDICT_RANKS[right.access.verdict] ||
    sinkCount(right) - sinkCount(left),
  route: () => 0,
  handler: (left, right) => byCode(left.handler, right.handler),
  sinks: (left, right) => sinkCount(right) - sinkCount(left),
};

interface EntryFilter {
  readonly words: string;
  readonly verdicts: readonly AccessVerdict[];
  readonly kind: EntryKind | '';
  readonly sort: SortKey;
}

const NO_FILTER: EntryFilter = { words: '', verdicts: [], kind: '', sort: 'access' };

/** Every way in from outside. */
export function Surface() {
  const { report, page, route } = usePage();
  const [filter, setFilter] = useState(NO_FILTER);
  const all = [...report.entryPoints, ...(report.suppliedEntryPoints ?? [])];
  const sinks = useMemo(() => new Map(report.sinks.map((sink) => [sink.id, sink])), [report]);
  const supplied = new Set(report.suppliedEntryPoints);
  const named = route.section === 'surface' ? route.subject : null;
  const shown = all
    .filter((entry) => (named === null ? passes(entry, filter) : entry.id.toWellFormed() === named))
    .sort((left, right) => ORDERS[filter.sort](left, right) || byCode(routeOf(left), routeOf(right)));
  return (
    <>
      <p class="lead">{page.surface.lead}</p>
      <EntryFilters filter={filter} change={setFilter} entries={all} shown={shown.length} />
      <Paged items={shown} list={JSON.stringify(filter)}>
        {(rows) => (
          <ul class="entries">
            {rows.map((entry) => (
              <EntryCard key={entry.id} entry={entry} supplied={supplied.has(entry)} sinks={sinks} />
            ))}
          </ul>
        )}
      </Paged>
    </>
  );
}

function passes(entry: EntryPoint, { words, verdicts, kind }: EntryFilter): boolean {
  if (verdicts.length > 0 && !verdicts.includes(entry.access.verdict)) return false;
  if (kind !== '' && entry.kind !== kind) return false;
  return matches(words, [
    ...entry.verbs,
    ...entry.paths,
    entry.handler,
    entry.access.rule ?? '',
    ...entry.params.map((parameter) => parameter.name),
  ]);
}

interface EntryFiltersProps {
  readonly filter: EntryFilter;
  readonly change: (filter: EntryFilter) => void;
  readonly entries: readonly EntryPoint[];
  readonly shown: number;
}

function EntryFilters({ filter, change, entries, shown }: EntryFiltersProps) {
  const { text, page } = usePage();
  const set = (part: Partial<EntryFilter>): void => change({ ...filter, ...part });
  const kinds = keysOf(text.entryKinds).filter((kind) => entries.some((entry) => entry.kind === kind));
  const sorts: Readonly<Record<SortKey, string>> = {
    access: page.surface.access,
    route: page.surface.route,
    handler: page.surface.handler,
    sinks: page.surface.sinks,
  };
  return (
    <FilterBar
      shown={shown}
      total={entries.length}
      clear={filter === NO_FILTER ? null : () => change(NO_FILTER)}
    >
      <Toggles
        label={page.surface.access}
        options={keysOf(VERDICT_RANKS).map((value) => ({
          value,
          name: text.accessVerdicts[value],
          count: entries.filter((entry) => passes(entry, { ...filter, verdicts: [value] })).length,
        }))}
        chosen={filter.verdicts}
        choose={(verdicts) => set({ verdicts })}
      />
      <Choice
        label={text.summary.kind}
        all={page.all}
        options={kinds.map((value) => ({ value, name: text.entryKinds[value] }))}
        chosen={filter.kind}
        choose={(kind) => set({ kind })}
      />
      <Choice
        label={page.surface.sortBy}
        options={keysOf(sorts).map((value) => ({ value, name: sorts[value] }))}
        chosen={filter.sort}
        choose={(sort) => set({ sort: sort === '' ? 'access' : sort })}
      />
      <Search value={filter.words} search={(words) => set({ words })} />
    </FilterBar>
  );
}
