import { type ComparedFinding, type Comparison, SEVERITIES } from '@csqa/report';
import type { PageContext } from '../page-context.ts';
import { Foreign } from '../parts/foreign.tsx';
import { ruleTitle } from './rule-title.ts';

/** Findings of one kind that are listed; the report has the rest. */
const MOST = 200;

interface FindingsProps {
  readonly page: PageContext;
  readonly comparison: Comparison;
}

/** Findings by what became of them; what did not change is folded away. */
export function ComparedFindings({ page, comparison }: FindingsProps) {
  const { words, terms } = page;
  const of = (...states: readonly ComparedFinding['state'][]) =>
    comparison.findings.filter(({ state }) => states.includes(state));
  const worsened = comparison.findings.filter(({ worsened, state }) => worsened && state !== 'reopened');
  const parts = [
    { id: 'new', title: terms.comparison.newFindings, findings: of('new', 'reopened'), open: true },
    { id: 'worsened', title: terms.comparison.worsened, findings: worsened, open: true },
    { id: 'fixed', title: sentence(terms.comparison.states.fixed), findings: of('fixed'), open: true },
    { id: 'moved', title: words.compare.moved, findings: of('moved'), open: false },
    {
      id: 'suppressed',
      title: sentence(terms.comparison.states.suppressed),
      findings: of('suppressed'),
      open: false,
    },
    { id: 'unchanged', title: words.compare.unchanged, findings: of('unchanged'), open: false },
  ];
  return (
    <section class="card" aria-labelledby="findings">
      <div class="card-head">
        <h2 id="findings">{words.findings.title}</h2>
        <label class="field search" hidden data-filter="#findings-list [data-row]">
          <span class="unseen">{words.compare.filter}</span>
          <input type="search" placeholder={words.compare.filter} />
        </label>
      </div>
      <div id="findings-list">
        {parts.map(({ id, title, findings, open }) =>
          findings.length === 0 && id !== 'new' ? null : (
            <details class="finding-part" open={open} key={id}>
              <summary>
                {title} <span class="count">{findings.length}</span>
              </summary>
              <List findings={findings} page={page} />
            </details>
          ),
        )}
      </div>
    </section>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function List({
  findings,
  page,
}: {
  readonly findings: readonly ComparedFinding[];
  readonly page: PageContext;
}) {
  const { words } = page;
  if (findings.length === 0) return <p class="muted">{words.compare.nothing}</p>;
  const shown = findings.toSorted((left, right) => rank(left) - rank(right)).slice(0, MOST);
  return (
    <ul class="plain finding-list">
      {shown.map((compared) => (
        <Line
          compared={compared}
          page={page}
          key={`${compared.finding.fingerprint} ${compared.finding.id}`}
        />
      ))}
      {findings.length > MOST ? <li class="muted">{words.compare.more(findings.length - MOST)}</li> : null}
    </ul>
  );
}

function rank({ finding }: ComparedFinding): number {
  return SEVERITIES.indexOf(finding.severity);
}

function Line({ compared, page }: { readonly compared: ComparedFinding; readonly page: PageContext }) {
  const { terms, language } = page;
  const { finding, before, origin, causes } = compared;
  const what = language === 'ru' ? (finding.localized?.ru?.what ?? finding.what) : finding.what;
  return (
    <li class="finding-line" data-row="">
      <span class={`mark severity severity-${finding.severity}`}>{terms.severities[finding.severity]}</span>
      <div>
        <p>
          <b>{ruleTitle(finding.rule, page)}</b>{' '}
          {origin === 'ripple' ? <span class="mark ripple">{terms.comparison.rippleMark}</span> : null}
        </p>
        <p>
          <Foreign text={what} />
        </p>
        <p class="place small">
          <code>{`${finding.file}:${finding.line}`}</code>
          {before === null || (before.file === finding.file && before.line === finding.line) ? null : (
            <>
              {' '}
              ← <code>{`${before.file}:${before.line}`}</code>
            </>
          )}
        </p>
        {causes.slice(0, 3).map((cause) => (
          <p class="small cause" key={`${cause.kind} ${cause.file} ${cause.line} ${cause.text}`}>
            {terms.comparison.cause}: {terms.comparison.causes[cause.kind]} · <Foreign text={cause.text} />{' '}
            <code class="muted">{cause.line === null ? cause.file : `${cause.file}:${cause.line}`}</code>
          </p>
        ))}
      </div>
    </li>
  );
}
