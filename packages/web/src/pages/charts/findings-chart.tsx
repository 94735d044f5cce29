import { SEVERITIES } from '@csqa/report';
import type { FindingCounts } from '../../data/schema.ts';
import type { PageContext } from '../page-context.ts';
import { day, moment } from '../times.ts';
import { ticksOf } from './ticks.ts';

const WIDTH = 600;
const HEIGHT = 240;
/** Room below the columns for what came and went, as two halves around a line. */
const STRIP = 64;
const LEFT = 48;
const RIGHT = 16;
const TOP = 12;
const BOTTOM = 24;
const MOST_LABELS = 5;
/** Half of what came and went, and the line between the halves. */
const STRIP_HALF = (STRIP - 8) / 2;
const STRIP_LINE = HEIGHT + STRIP / 2;

/** Findings of one run. */
export interface FindingsPoint {
  readonly runId: string;
  readonly at: Date;
  readonly findings: FindingCounts;
}

interface ChartProps {
  readonly points: readonly FindingsPoint[];
  readonly title: string;
  readonly page: PageContext;
}

/** Open findings of a run, whatever their severity. */
export function openFindings({ open }: FindingCounts): number {
  return Object.values(open).reduce((sum, one) => sum + one, 0);
}

/** Findings over runs, a column each: those that are open by severity, and below them what was new and what was fixed. */
export function FindingsChart({ points, title, page }: ChartProps) {
  const highest = Math.max(1, ...points.map(({ findings }) => openFindings(findings)));
  const slot = (WIDTH - LEFT - RIGHT) / Math.max(points.length, 1);
  const unit = (HEIGHT - TOP - BOTTOM) / highest;
  const mostChanged = Math.max(1, ...points.flatMap(({ findings }) => [findings.fresh, findings.fixed]));
  const width = Math.min(48, slot * 0.7);
  const left = (index: number) => LEFT + index * slot + slot * 0.15;
  return (
    <figure aria-label={title}>
      <svg class="findings-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT + STRIP}`}>
        <title>{title}</title>
        {[0, highest].map((value) => (
          <g key={value}>
            <line
              class="rule"
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={HEIGHT - BOTTOM - value * unit}
              y2={HEIGHT - BOTTOM - value * unit}
            />
            <text class="tick" x={LEFT - 8} y={HEIGHT - BOTTOM - value * unit + 4} text-anchor="end">
              {value}
            </text>
          </g>
        ))}
        <line class="rule" x1={LEFT} x2={WIDTH - RIGHT} y1={STRIP_LINE} y2={STRIP_LINE} />
        <text class="tick" x={LEFT - 8} y={STRIP_LINE + 4} text-anchor="end">
          ±{mostChanged}
        </text>
        {points.map((point, index) => (
          <a href={page.link(`/runs/${point.runId}`)} key={point.runId}>
            <title>{`${moment(point.at, page.language)} · ${told(point.findings, page)}`}</title>
            <Column findings={point.findings} unit={unit} x={left(index)} width={width} />
            <Change findings={point.findings} unit={STRIP_HALF / mostChanged} x={left(index)} width={width} />
          </a>
        ))}
        {ticksOf(points.length, MOST_LABELS).map((index) => (
          <text class="tick" x={left(index) + width / 2} y={HEIGHT - 6} text-anchor="middle" key={index}>
            {day(points[index]?.at ?? page.now, page.language)}
          </text>
        ))}
      </svg>
    </figure>
  );
}

function told({ open, fresh, fixed }: FindingCounts, { words, terms }: PageContext): string {
  const parts = SEVERITIES.flatMap((one) =>
    open[one] === undefined ? [] : [`${terms.severities[one]} ${open[one]}`],
  );
  return [...parts, `${words.findings.fresh} ${fresh}`, `${words.findings.fixed} ${fixed}`].join(', ');
}

interface ColumnProps {
  readonly findings: FindingCounts;
  readonly unit: number;
  readonly x: number;
  readonly width: number;
}

function Column({ findings, unit, x, width }: ColumnProps) {
  const heights = SEVERITIES.toReversed().map((severity) => ({
    severity,
    height: (findings.open[severity] ?? 0) * unit,
  }));
  return (
    <>
      <rect class="hit" x={x} y={TOP} width={width} height={HEIGHT - TOP - BOTTOM} />
      {heights.map(({ severity, height }, index) => {
        const below = heights.slice(0, index + 1).reduce((sum, one) => sum + one.height, 0);
        return height === 0 ? null : (
          <rect
            class={`severity-fill-${severity}`}
            x={x}
            y={HEIGHT - BOTTOM - below}
            width={width}
            height={height}
            key={severity}
          />
        );
      })}
    </>
  );
}

/** What was new since the run before, above the line, and what was fixed, below it. */
function Change({ findings: { fresh, fixed }, unit, x, width }: ColumnProps) {
  return (
    <>
      {fresh === 0 ? null : (
        <rect class="fresh-fill" x={x} y={STRIP_LINE - fresh * unit} width={width} height={fresh * unit} />
      )}
      {fixed === 0 ? null : (
        <rect class="fixed-fill" x={x} y={STRIP_LINE} width={width} height={fixed * unit} />
      )}
    </>
  );
}
