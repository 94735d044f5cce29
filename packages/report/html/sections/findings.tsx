import { useMemo, useState } from 'preact/hooks';
import type { Finding } from '../../src/schema/finding.ts';
import { usePage } from '../page-state.ts';
import { Name } from '../parts/marks.tsx';
import { Paged } from '../parts/paged.tsx';
import { byCode, worstFirst } from '../ranking.ts';
import { linkTo } from '../route.ts';
import { FindingDetail } from './finding-detail.tsx';
import { FindingFilters, NO_FILTER, passes } from './finding-filters.tsx';
import { FindingItem } from './finding-item.tsx';

/** One finding where the address names one, else all that pass the filters, by file. */
export function Findings() {
  const { route } = usePage();
  return route.section === 'findings' && route.subject !== null ? (
    <OneFinding id={route.subject} />
  ) : (
    <FindingList />
  );
}

function OneFinding({ id }: { readonly id: string }) {
  const { report, page } = usePage();
  const finding = report.findings.find((one) => one.id === id);
  return (
    <>
      <p>
        <a href={linkTo('findings')}>← {page.findings.back}</a>
      </p>
      {finding === undefined ? (
        <p class="notice">{page.findings.unknown(id)}</p>
      ) : (
        <div class="card">
          <FindingItem finding={finding} same={[]} />
          <FindingDetail finding={finding} />
        </div>
      )}
    </>
  );
}

/** A finding with those of the same cause that pass the filters too. */
interface Folded {
  readonly finding: Finding;
  readonly same: readonly Finding[];
}

function FindingList() {
  const { report, data, page } = usePage();
  const [filter, setFilter] = useState(NO_FILTER);
  const baseline = data.history.at(-1);
  const known = useMemo(() => new Set(baseline?.fingerprints), [baseline]);
  const shown = report.findings.filter((finding) => passes(finding, filter, known)).sort(worstFirst);
  const folded = filter.fold ? fold(shown) : shown.map((finding) => ({ finding, same: [] }));
  return (
    <>
      <FindingFilters filter={filter} change={setFilter} shown={shown.length} known={known} />
      {baseline === undefined ? <p class="muted small">{page.findings.noBaseline}</p> : null}
      <Paged items={byFile(folded)} list={JSON.stringify(filter)}>
        {(rows) => <Groups rows={rows} />}
      </Paged>
      <SuppressedList />
    </>
  );
}

/** Files in the order of their worst finding; items of one file stay together. */
function byFile(folded: readonly Folded[]): readonly Folded[] {
  return [...Map.groupBy(folded, ({ finding }) => finding.file).values()].flat();
}

function fold(findings: readonly Finding[]): readonly Folded[] {
  const leaders = new Set(findings.map((finding) => finding.id));
  const leaderOf = ({ id, sameCauseAs }: Finding): string =>
    sameCauseAs !== undefined && leaders.has(sameCauseAs) ? sameCauseAs : id;
  const groups = Map.groupBy(findings, leaderOf);
  return findings.flatMap((finding) => {
    const group = groups.get(finding.id);
    return group === undefined ? [] : [{ finding, same: group.filter((other) => other !== finding) }];
  });
}

function Groups({ rows }: { readonly rows: readonly Folded[] }) {
  const groups = [...Map.groupBy(rows, ({ finding }) => finding.file)];
  return (
    <>
      {groups.map(([file, inFile]) => (
        <section key={file} class="card file-group">
          <h2 class="file-name">
            <Name>{file}</Name> <span class="count">{inFile.length}</span>
          </h2>
          {inFile.map(({ finding, same }) => (
            <OpenableFinding key={finding.id} finding={finding} same={same} />
          ))}
        </section>
      ))}
    </>
  );
}

function OpenableFinding({ finding, same }: Folded) {
  const { printing } = usePage();
  const [open, setOpen] = useState(false);
  return (
    <article class="finding">
      <FindingItem finding={finding} same={same} open={open} toggle={() => setOpen(!open)} />
      {open && !printing ? <FindingDetail finding={finding} same={same} /> : null}
    </article>
  );
}

function SuppressedList() {
  const { report, page } = usePage();
  if (report.suppressed.length === 0) return null;
  const suppressed = [...report.suppressed].sort((left, right) => byCode(left.file, right.file));
  return (
    <section class="card" aria-labelledby="suppressed">
      <h2 id="suppressed">{page.findings.suppressedTitle}</h2>
      <ul class="plain">
        {suppressed.map((finding) => (
          <li key={finding.id}>
            <code>{finding.rule}</code>{' '}
            <code class="place">
              <Name>{finding.file}</Name>:{finding.line}
            </code>{' '}
            <Name>{finding.suppression.reason}</Name>
            {finding.suppression.until === null
              ? ''
              : `, ${page.findings.until} ${finding.suppression.until}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
