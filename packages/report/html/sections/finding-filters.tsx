import { isRuleId } from '../../src/rules/rule-ids.ts';
import type { Finding } from '../../src/schema/finding.ts';
import type { GroupId, Severity } from '../../src/schema/vocabulary.ts';
import { keysOf, usePage } from '../page-state.ts';
import { Choice, FilterBar, matches, Search, Toggles } from '../parts/filters.tsx';
import { byCode } from '../ranking.ts';

/** What the reader wants to see. */
export interface FindingFilter {
  readonly words: string;
  readonly severities: readonly Severity[];
  readonly group: GroupId | '';
  readonly rule: string;
  readonly novelty: 'new' | 'known' | '';
  /** Findings with the same cause stand under the one that says most. */
  readonly fold: boolean;
}

/** Everything. */
export const NO_FILTER: FindingFilter = {
  words: '',
  severities: [],
  group: '',
  rule: '',
  novelty: '',
  fold: true,
};

/** Whether a finding is wanted; `known` are the fingerprints of the baseline. */
export function passes(finding: Finding, filter: FindingFilter, known: ReadonlySet<string>): boolean {
  const { severities, group, rule, novelty } = filter;
  if (severities.length > 0 && !severities.includes(finding.severity)) return false;
  if (group !== '' && !finding.metric.startsWith(group)) return false;
  if (rule !== '' && finding.rule !== rule) return false;
  if (novelty !== '' && known.has(finding.fingerprint) !== (novelty === 'known')) return false;
  const { id, file, symbol, what, cwe } = finding;
  return matches(filter.words, [id, finding.rule, file, symbol ?? '', what, ...cwe]);
}

interface FindingFiltersProps {
  readonly filter: FindingFilter;
  readonly change: (filter: FindingFilter) => void;
  readonly shown: number;
  readonly known: ReadonlySet<string>;
}

interface RuleChoicesProps {
  readonly filter: FindingFilter;
  readonly set: (part: Partial<FindingFilter>) => void;
}

function RuleChoices({ filter, set }: RuleChoicesProps) {
  const { report, data, text, page } = usePage();
  const rules = [...new Set(report.findings.map((finding) => finding.rule))].sort(byCode);
  const { novelties, novelty } = page.findings;
  return (
    <>
      <Choice
        label={page.findings.group}
        all={page.all}
        options={keysOf(text.groups).map((value) => ({
          value,
          name: `${value} · ${text.groups[value].name}`,
        }))}
        chosen={filter.group}
        choose={(group) => set({ group })}
      />
      <Choice
        label={page.findings.rule}
        all={page.all}
        options={rules.map((value) => ({ value, name: isRuleId(value) ? text.rules[value] : value }))}
        chosen={filter.rule}
        choose={(rule) => set({ rule })}
      />
      {data.history.length === 0 ? null : (
        <Choice
          label={novelty}
          all={page.all}
          options={keysOf(novelties).map((value) => ({
            value,
            name: novelties[value],
          }))}
          chosen={filter.novelty}
          choose={(novelty) => set({ novelty })}
        />
      )}
    </>
  );
}

/** The filters of the findings. */
export function FindingFilters({ filter, change, shown, known }: FindingFiltersProps) {
  const { report, text, page } = usePage();
  const set = (part: Partial<FindingFilter>): void => change({ ...filter, ...part });
  const count = (part: Partial<FindingFilter>): number =>
    report.findings.filter((finding) => passes(finding, { ...filter, ...part }, known)).length;
  return (
    <FilterBar
      shown={shown}
      total={report.findings.length}
      clear={filter === NO_FILTER ? null : () => change(NO_FILTER)}
    >
      <Toggles
        label={text.summary.severity}
        options={keysOf(text.severities).map((value) => ({
          value,
          name: text.severities[value],
          count: count({ severities: [value] }),
        }))}
        chosen={filter.severities}
        choose={(severities) => set({ severities })}
      />
      <RuleChoices filter={filter} set={set} />
      <Search value={filter.words} search={(words) => set({ words })} />
      <label class="check">
        <input
          type="checkbox"
          checked={filter.fold}
          onChange={(event) => set({ fold: (event.currentTarget as HTMLInputElement).checked })}
        />
        {page.findings.foldCauses}
      </label>
    </FilterBar>
  );
}
