import type { Finding } from '../../src/schema/finding.ts';
import { percent, score } from '../numbers.ts';
import { keysOf, usePage } from '../page-state.ts';
import { BandMark, Name, Place, SeverityMark, StackedBar } from '../parts/marks.tsx';
import { worstFirst } from '../ranking.ts';
import { linkTo } from '../route.ts';
import { Dial, GroupRadar } from './overview-charts.tsx';
import { MeasuredTable } from './overview-measured.tsx';

/** Findings named at the start. */
const FIRST = 6;

/** The index, the groups, what was looked at and where to begin. */
export function Overview() {
  return (
    <>
      <div class="grid hero">
        <IndexCard />
        <RadarCard />
      </div>
      <div class="grid thirds">
        <AccessCard />
        <SeverityCard />
        <CoverageCard />
      </div>
      <StartHere />
      <MeasuredTable />
    </>
  );
}

function IndexCard() {
  const { report, text, page, language } = usePage();
  const { index, band, confidence } = report.aggregate;
  if (index === null || band === null)
    return (
      <div class="card">
        <h2>{text.summary.noIndex}</h2>
        {report.files.analysed === 0 ? <p class="notice">{text.summary.nothingAnalysed}</p> : null}
      </div>
    );
  return (
    <div class="card index-card">
      <h2>{text.summary.riskIndex}</h2>
      <Dial label={page.overview.dial(score(index, language), text.bands[band])} />
      <p class="lead">{page.overview.lead(text.bands[band])}</p>
      <p class="muted small">{text.summary.scale}</p>
      <p class="confidence">
        {text.summary.confidence} <b>{percent(confidence, language)}</b>
        <span class="muted small">{page.overview.confidenceMeans}</span>
      </p>
    </div>
  );
}

function RadarCard() {
  const { report, text, page, language } = usePage();
  const models = report.aggregate.models;
  return (
    <div class="card">
      <h2>{text.summary.groups}</h2>
      <GroupRadar label={page.overview.radar} />
      <table class="models">
        <caption>{page.overview.bothModels}</caption>
        <tbody>
          {keysOf(models).map((name) => {
            const { index, band } = models[name];
            return (
              <tr key={name} class={name === report.aggregate.model ? 'chosen' : ''}>
                <th scope="row">
                  <i class={`swatch line-${name}`} aria-hidden="true" />
                  {text.models[name]}
                </th>
                <td class="number">{score(index, language)}</td>
                <td>{band === null ? null : <BandMark band={band} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function AccessCard() {
  const { report, text, page } = usePage();
  const parts = keysOf(text.accessVerdicts).map((verdict) => ({
    name: text.accessVerdicts[verdict],
    value: report.entryPoints.filter((entry) => entry.access.verdict === verdict).length,
    className: `access-fill-${verdict}`,
  }));
  return (
    <div class="card">
      <h2>
        <a href={linkTo('surface')}>{text.summary.entryPoints}</a>{' '}
        <span class="big">{report.entryPoints.length}</span>
      </h2>
      <StackedBar parts={parts} label={page.overview.access} />
    </div>
  );
}

function SeverityCard() {
  const { report, text, page } = usePage();
  const parts = keysOf(text.severities).map((severity) => ({
    name: text.severities[severity],
    value: report.findings.filter((finding) => finding.severity === severity).length,
    className: `severity-fill-${severity}`,
  }));
  return (
    <div class="card">
      <h2>
        <a href={linkTo('findings')}>{text.summary.findings}</a>{' '}
        <span class="big">{report.findings.length}</span>
      </h2>
      <StackedBar parts={parts} label={page.overview.severities} />
      {report.suppressed.length === 0 ? null : (
        <p class="muted small">{text.summary.suppressed(report.suppressed.length)}</p>
      )}
    </div>
  );
}

function CoverageCard() {
  const { report, text } = usePage();
  const { coverage, files } = report;
  const parts = (['exact', 'narrowed', 'external', 'unresolved'] as const).map((how) => ({
    name: text.summary[how],
    value: coverage[how],
    className: `coverage-${how}`,
  }));
  return (
    <div class="card">
      <h2>
        {text.summary.coverage} <span class="big">{files.analysed}</span>
      </h2>
      <p>
        {files.analysed === 0
          ? text.summary.nothingAnalysed
          : text.summary.filesAnalysed(files.analysed, files.lines)}
      </p>
      <StackedBar parts={parts} label={text.summary.callSites(coverage.callSites)} />
    </div>
  );
}

function StartHere() {
  const { report, text, page } = usePage();
  const leaders = report.findings.filter((finding) => finding.sameCauseAs === undefined);
  const first = [...leaders].sort(worstFirst).slice(0, FIRST);
  return (
    <section class="card" aria-labelledby="start-here">
      <h2 id="start-here">{page.overview.worstFirst}</h2>
      {first.length === 0 ? <p>{text.summary.noFindings}</p> : null}
      <ol class="start">
        {first.map((finding) => (
          <StartItem key={finding.id} finding={finding} />
        ))}
      </ol>
      <p>
        <a href={linkTo('findings')}>{page.overview.allFindings}</a>
      </p>
    </section>
  );
}

function StartItem({ finding }: { readonly finding: Finding }) {
  return (
    <li>
      <SeverityMark severity={finding.severity} />
      <a href={linkTo('finding', finding.id)}>
        <Name>{finding.what}</Name>
      </a>
      <Place file={finding.file} line={finding.line} />
    </li>
  );
}
