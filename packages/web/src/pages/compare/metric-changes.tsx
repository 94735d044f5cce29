import type { Comparison } from '@csqa/report';
import { changeClass } from '../change-class.ts';
import { change, figure, score } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import { Foreign } from '../parts/foreign.tsx';

/** Least difference of a metric that counts as one. */
const LEAST = 0.00005;
/** Things shown that moved one metric. */
const MOVERS = 5;

/** Metrics that moved, the most first, each with what moved it. */
export function MetricChanges({
  page,
  comparison,
}: {
  readonly page: PageContext;
  readonly comparison: Comparison;
}) {
  const { words, terms, language } = page;
  const moved = comparison.metrics
    .filter(({ value }) => value.base !== value.head && Math.abs(value.delta ?? 1) >= LEAST)
    .toSorted((left, right) => Math.abs(right.value.delta ?? 1) - Math.abs(left.value.delta ?? 1));
  return (
    <section class="card" aria-labelledby="metrics">
      <h2 id="metrics">{words.compare.metrics}</h2>
      {moved.length === 0 ? <p class="muted">{words.compare.none}</p> : null}
      <ul class="plain metric-changes">
        {moved.map(({ id, value, contributors }) => (
          <li key={id}>
            <p>
              <span class="metric-id">{id}</span> <b>{terms.metrics[id].name}</b>{' '}
              <span class="number">
                {score(value.base, language)} → {score(value.head, language)}
              </span>{' '}
              <b class={`number ${changeClass(value.delta)}`}>{change(value.delta, language)}</b>
            </p>
            <ul class="movers small">
              {contributors.slice(0, MOVERS).map((one) => (
                <li key={`${one.label} ${one.file} ${one.line}`}>
                  <Foreign text={language === 'ru' ? (one.localized?.ru?.label ?? one.label) : one.label} />{' '}
                  <span class="number muted">
                    {figure(one.base, language)} → {figure(one.head, language)}
                  </span>
                </li>
              ))}
              {contributors.length > MOVERS ? (
                <li class="muted">{words.compare.more(contributors.length - MOVERS)}</li>
              ) : null}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
