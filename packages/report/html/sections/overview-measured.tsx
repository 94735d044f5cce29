import type { MetricResult } from '../../src/schema/metric.ts';
import { ownEntry } from '../../src/text/own-entry.ts';
import { percent, score } from '../numbers.ts';
import { usePage } from '../page-state.ts';
import { Name, ScoreBar } from '../parts/marks.tsx';
import { Scrollable } from '../parts/scrollable.tsx';
import { bandIn } from '../ranking.ts';
import { linkTo } from '../route.ts';

/** Every metric with its value, its confidence and its weight, or the reason why there is none; and what was left out. */
export function MeasuredTable() {
  const { report, text, page } = usePage();
  return (
    <section class="card" aria-labelledby="measured">
      <h2 id="measured">{page.overview.measuredWhat}</h2>
      <Scrollable label={page.overview.measuredWhat}>
        <table class="measured">
          <thead>
            <tr>
              <th scope="col">{text.summary.metric}</th>
              <th scope="col">{text.summary.value}</th>
              <th scope="col" class="number">
                {text.summary.confidence}
              </th>
              <th scope="col" class="number">
                {page.overview.weight}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.metrics.map((metric) => (
              <Row key={metric.id} metric={metric} />
            ))}
          </tbody>
        </table>
      </Scrollable>
      <Skipped />
    </section>
  );
}

function Row({ metric }: { readonly metric: MetricResult }) {
  const { text, language, data } = usePage();
  return (
    <tr>
      <th scope="row">
        <a href={linkTo('metrics', metric.id)}>
          <span class="metric-id">{metric.id}</span> {text.metrics[metric.id].name}
        </a>
      </th>
      {metric.status === 'measured' ? (
        <>
          <td class="score-cell">
            <ScoreBar value={metric.value} band={bandIn(data.bandStarts, metric.value)} />
            <b class="number">{score(metric.value, language)}</b>
          </td>
          <td class="number">{percent(metric.confidence, language)}</td>
        </>
      ) : (
        <td colSpan={2}>
          <span class="muted">
            {text.summary.notMeasured}: <Name>{metric.reason}</Name>
          </span>
        </td>
      )}
      <td class="number">{score(metric.weight, language)}</td>
    </tr>
  );
}

function Skipped() {
  const { report, text } = usePage();
  const { skipped } = report.files;
  return (
    <>
      {skipped.length === 0 ? null : (
        <p class="muted">
          {text.summary.skipped}:{' '}
          <Name>
            {skipped
              .map(({ reason, files }) => `${ownEntry(text.skipReasons, reason) ?? reason} – ${files}`)
              .join(', ')}
          </Name>
        </p>
      )}
      {report.diagnostics.length === 0 ? null : (
        <p>
          <a href={linkTo('about')}>
            {text.summary.diagnostics}: {report.diagnostics.length}
          </a>
        </p>
      )}
    </>
  );
}
