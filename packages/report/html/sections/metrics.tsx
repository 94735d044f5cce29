import { useEffect, useRef } from 'preact/hooks';
import type { MetricResult } from '../../src/schema/metric.ts';
import type { GroupId } from '../../src/schema/vocabulary.ts';
import { score } from '../numbers.ts';
import { keysOf, usePage } from '../page-state.ts';
import { Name, ScoreBar } from '../parts/marks.tsx';
import { bandIn } from '../ranking.ts';
import { linkTo } from '../route.ts';
import { MetricDetail } from './metric-detail.tsx';

/** The fifteen metrics in their groups. */
export function Metrics() {
  const { page, text } = usePage();
  return (
    <>
      <p class="lead">{page.metrics.lead}</p>
      {keysOf(text.groups).map((group) => (
        <Group key={group} group={group} />
      ))}
    </>
  );
}

function Group({ group }: { readonly group: GroupId }) {
  const { report, text, language } = usePage();
  const value = report.aggregate.groups.find(({ id }) => id === group)?.value ?? null;
  return (
    <section class="metric-group" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>
        {text.groups[group].name} <span class="big">{score(value, language)}</span>
      </h2>
      <p class="muted">{text.groups[group].definition}</p>
      <div class="metric-cards">
        {report.metrics
          .filter((metric) => metric.group === group)
          .map((metric) => (
            <Card key={metric.id} metric={metric} />
          ))}
      </div>
    </section>
  );
}

function Card({ metric }: { readonly metric: MetricResult }) {
  const { route, page, text, printing } = usePage();
  const open = !printing && route.section === 'metrics' && route.subject === metric.id;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) card.current?.scrollIntoView({ block: 'start' });
  }, [open]);
  const { name, question } = text.metrics[metric.id];
  return (
    <article ref={card} class={`card metric ${open ? 'open' : ''}`} aria-labelledby={`metric-${metric.id}`}>
      <h3 id={`metric-${metric.id}`}>
        <span class="metric-id">{metric.id}</span> {name}
      </h3>
      <p class="question">{question}</p>
      <Value metric={metric} />
      <p>
        <button
          type="button"
          aria-expanded={open}
          aria-label={`${open ? page.metrics.close : page.metrics.open}: ${name}`}
          onClick={() => {
            location.hash = open ? linkTo('metrics') : linkTo('metrics', metric.id);
          }}
        >
          {open ? page.metrics.close : page.metrics.open}
        </button>
      </p>
      {open ? <MetricDetail metric={metric} /> : null}
    </article>
  );
}

function Value({ metric }: { readonly metric: MetricResult }) {
  const { text, language, data } = usePage();
  if (metric.status === 'notApplicable')
    return (
      <p class="muted">
        {text.summary.notMeasured}: <Name>{metric.reason}</Name>
      </p>
    );
  return (
    <div class="metric-value">
      <b class="big">{score(metric.value, language)}</b>
      <ScoreBar value={metric.value} band={bandIn(data.bandStarts, metric.value)} />
    </div>
  );
}
