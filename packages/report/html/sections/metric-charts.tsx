import type { EChartsCoreOption } from 'echarts/core';
import type { MeasuredMetric } from '../../src/schema/metric.ts';
import { clipText } from '../../src/text/plain.ts';
import { colour } from '../colours.ts';
import { figure, score } from '../numbers.ts';
import { type PageState, usePage } from '../page-state.ts';
import { CHART_FONT, Chart } from '../parts/chart.tsx';
import { visible } from '../parts/marks.tsx';

/** The parts of a metric's figure, or its histogram. */
export function DistributionChart({ metric }: { readonly metric: MeasuredMetric }) {
  const state = usePage();
  const { name } = state.text.metrics[metric.id];
  const words = metric.distribution.map((part) => `${part.label}: ${figure(part.value, state.language)}`);
  return (
    <Chart
      label={`${state.page.metrics.distribution}, ${name}. ${words.join('; ')}`}
      size="bars"
      option={() => bars(metric, state)}
    />
  );
}

/** The metric in earlier reports and in this one. */
export function TrendChart({ metric }: { readonly metric: MeasuredMetric }) {
  const state = usePage();
  const points = pointsOf(metric, state);
  const words = points.map(({ name, value }) => `${name}: ${score(value, state.language)}`);
  return (
    <>
      <Chart
        label={`${state.page.metrics.trend}, ${state.text.metrics[metric.id].name}`}
        size="bars"
        option={() => line(points)}
      />
      <p class="muted small">{words.join(' → ')}</p>
    </>
  );
}

interface Point {
  readonly name: string;
  readonly value: number | null;
}

function pointsOf(metric: MeasuredMetric, { data, page }: PageState): readonly Point[] {
  const past = data.history.map(({ revision, metrics }, index) => ({
    name: revision?.slice(0, 8) ?? String(index + 1),
    value: metrics[metric.id] ?? null,
  }));
  return [...past, { name: page.metrics.now, value: metric.value }];
}

const axisText = () => ({ color: colour('muted'), fontFamily: CHART_FONT, fontSize: 12 });

function bars({ distribution }: MeasuredMetric, { language }: PageState): EChartsCoreOption {
  return {
    grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: distribution.map((part) => visible(clipText(part.label, 40))),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: axisText(),
    },
    series: [
      {
        type: 'bar',
        silent: true,
        barMaxWidth: 18,
        data: distribution.map((part) => part.value),
        itemStyle: { color: colour('accent'), borderRadius: [0, 4, 4, 0] },
        label: {
          show: true,
          position: 'right',
          formatter: ({ value }: { value: number }) => figure(value, language),
          ...axisText(),
        },
      },
    ],
  };
}

function line(points: readonly Point[]): EChartsCoreOption {
  return {
    grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: points.map((point) => point.name),
      axisLabel: axisText(),
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      axisLabel: axisText(),
      splitLine: { lineStyle: { color: colour('line') } },
    },
    series: [
      {
        type: 'line',
        silent: true,
        symbolSize: 8,
        data: points.map((point) => point.value),
        lineStyle: { color: colour('accent'), width: 2.5 },
        itemStyle: { color: colour('accent') },
      },
    ],
  };
}
