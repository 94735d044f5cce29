import type { Contributor, MeasuredMetric, MetricResult } from '../../src/schema/metric.ts';
import { figure, percent, score } from '../numbers.ts';
import { keysOf, usePage } from '../page-state.ts';
import { Name, Place } from '../parts/marks.tsx';
import { Paged } from '../parts/paged.tsx';
import { Scrollable } from '../parts/scrollable.tsx';
import { linkTo } from '../route.ts';
import { DistributionChart, TrendChart } from './metric-charts.tsx';

/** What a metric means and where its value comes from. */
export function MetricDetail({ metric }: { readonly metric: MetricResult }) {
  const { text, page } = usePage();
  return (
    <div class="detail">
      <p>{text.metrics[metric.id].definition}</p>
      <h4>{page.metrics.formula}</h4>
      <p class="formula">{text.formulas[metric.id]}</p>
      {metric.status === 'measured' ? (
        <Measured metric={metric} />
      ) : (
        <>
          <h4>{page.metrics.whyNot}</h4>
          <p>
            <Name>{metric.reason}</Name>
          </p>
        </>
      )}
      <FindingsLink metric={metric} />
    </div>
  );
}

function Measured({ metric }: { readonly metric: MeasuredMetric }) {
  const { page, text, language } = usePage();
  return (
    <>
      <dl class="facts">
        <dt>{page.metrics.raw}</dt>
        <dd class="number">{metric.raw === null ? '–' : figure(metric.raw, language)}</dd>
        {keysOf(metric.values).map((model) => (
          <>
            <dt key={model}>{model}</dt>
            <dd class="number">{score(metric.values[model], language)}</dd>
          </>
        ))}
        <dt>{text.summary.confidence}</dt>
        <dd class="number">{percent(metric.confidence, language)}</dd>
        <dt>{page.overview.weight}</dt>
        <dd class="number">{score(metric.weight, language)}</dd>
      </dl>
      {metric.distribution.length === 0 ? null : (
        <>
          <h4>{page.metrics.distribution}</h4>
          <DistributionChart metric={metric} />
        </>
      )}
      <Trend metric={metric} />
      <Contributors metric={metric} />
    </>
  );
}

function Trend({ metric }: { readonly metric: MeasuredMetric }) {
  const { data, page } = usePage();
  return (
    <>
      <h4>{page.metrics.trend}</h4>
      {data.history.length === 0 ? (
        <p class="muted">{page.metrics.noTrend}</p>
      ) : (
        <TrendChart metric={metric} />
      )}
    </>
  );
}

function Contributors({ metric }: { readonly metric: MeasuredMetric }) {
  const { page, text, language } = usePage();
  const { contributors, contributorCount } = metric;
  if (contributors.length === 0) return null;
  const title = page.metrics.contributors(contributors.length, contributorCount);
  return (
    <>
      <h4>{title}</h4>
      <Paged items={contributors} list={metric.id} pageSize={12}>
        {(shown) => (
          <Scrollable label={title}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{page.metrics.item}</th>
                  <th scope="col" class="number">
                    {text.summary.value}
                  </th>
                  <th scope="col">{text.summary.place}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((contributor, index) => (
                  <ContributorRow
                    key={index}
                    contributor={contributor}
                    value={figure(contributor.value, language)}
                  />
                ))}
              </tbody>
            </table>
          </Scrollable>
        )}
      </Paged>
    </>
  );
}

interface ContributorRowProps {
  readonly contributor: Contributor;
  readonly value: string;
}

function ContributorRow({ contributor, value }: ContributorRowProps) {
  const { label, detail, file, line } = contributor;
  return (
    <tr>
      <td>
        <Name>{label}</Name>
        {detail === undefined ? null : (
          <p class="muted small">
            <Name>{detail}</Name>
          </p>
        )}
      </td>
      <td class="number">{value}</td>
      <td>
        <Place file={file} line={line} />
      </td>
    </tr>
  );
}

function FindingsLink({ metric }: { readonly metric: MetricResult }) {
  const { report, page } = usePage();
  const findings = report.findings.filter((finding) => finding.metric === metric.id);
  const [first] = findings;
  if (first === undefined) return null;
  return (
    <p>
      <a href={linkTo('finding', first.id)}>{page.metrics.findingsOf(findings.length)}</a>
    </p>
  );
}
