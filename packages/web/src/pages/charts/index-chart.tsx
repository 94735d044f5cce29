import { BAND_STARTS, BANDS, bandOf } from '@csqa/report';
import { score } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import { day, moment } from '../times.ts';
import { anchorOf, ticksOf } from './ticks.ts';

const WIDTH = 600;
const HEIGHT = 240;
const LEFT = 48;
const RIGHT = 16;
const TOP = 10;
const BOTTOM = 24;
/** Labels of days that fit below. */
const MOST_LABELS = 5;

/** One run on the curve. */
export interface ChartPoint {
  readonly runId: string;
  readonly at: Date;
  readonly value: number;
}

interface ChartProps {
  readonly points: readonly ChartPoint[];
  readonly title: string;
  readonly page: PageContext;
}

/** The index over runs on the bands that it is judged by; each point is a link to its run. */
export function IndexChart({ points, title, page }: ChartProps) {
  const top = Math.min(1, Math.max(0.6, ...points.map(({ value }) => value + 0.1)));
  const y = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  const step = points.length > 1 ? (WIDTH - LEFT - RIGHT) / (points.length - 1) : 0;
  const x = (index: number) => (points.length > 1 ? LEFT + index * step : (LEFT + WIDTH - RIGHT) / 2);
  return (
    <figure aria-label={title}>
      <svg class="index-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <title>{title}</title>
        <Bands top={top} y={y} page={page} />
        <polyline
          class="curve"
          points={points.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ')}
        />
        {points.map((point, index) => (
          <a href={page.link(`/runs/${point.runId}`)} key={point.runId}>
            <circle class={`dot fill-${bandOf(point.value)}`} cx={x(index)} cy={y(point.value)} r={4} />
            <title>{`${score(point.value, page.language)} · ${moment(point.at, page.language)}`}</title>
          </a>
        ))}
        {ticksOf(points.length, MOST_LABELS).map((index) => (
          <text
            class="tick"
            x={x(index)}
            y={HEIGHT - 6}
            text-anchor={anchorOf(index, points.length)}
            key={index}
          >
            {day(points[index]?.at ?? page.now, page.language)}
          </text>
        ))}
      </svg>
    </figure>
  );
}

interface BandsProps {
  readonly top: number;
  readonly y: (value: number) => number;
  readonly page: PageContext;
}

function Bands({ top, y, page }: BandsProps) {
  return (
    <>
      {BANDS.map((band, index) => {
        const from = BAND_STARTS[band];
        const next = BANDS[index + 1];
        const to = Math.min(top, next === undefined ? 1 : BAND_STARTS[next]);
        if (from >= top) return null;
        return (
          <g key={band}>
            <rect
              class={`zone fill-${band}`}
              x={LEFT}
              y={y(to)}
              width={WIDTH - LEFT - RIGHT}
              height={y(from) - y(to)}
            />
            <text class="tick" x={LEFT - 8} y={y(from) + 4} text-anchor="end">
              {score(from, page.language)}
            </text>
          </g>
        );
      })}
    </>
  );
}
