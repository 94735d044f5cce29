import type { EChartsCoreOption } from 'echarts/core';
import type { Aggregate } from '../../src/schema/aggregate.ts';
import type { Band } from '../../src/schema/vocabulary.ts';
import { type Colour, colour } from '../colours.ts';
import { score } from '../numbers.ts';
import { keysOf, type PageState, usePage } from '../page-state.ts';
import { CHART_FONT, Chart } from '../parts/chart.tsx';

const BAND_COLOURS: Readonly<Record<Band, Colour>> = {
  low: 'risk-low',
  moderate: 'risk-moderate',
  high: 'risk-high',
  critical: 'risk-critical',
};

/** The index on an arc of its bands. */
export function Dial({ label }: { readonly label: string }) {
  const state = usePage();
  return <Chart label={label} size="dial" option={() => dialOption(state)} />;
}

/** The six groups under both scoring models. */
export function GroupRadar({ label }: { readonly label: string }) {
  const state = usePage();
  return (
    <Chart
      label={label}
      size="radar"
      option={() => radarOption(state)}
      narrow={() => ({
        there: { radar: { radius: '38%', indicator: radarAxes(state, '\n'), axisName: { fontSize: 11 } } },
        elsewhere: { radar: { radius: RADAR_RADIUS, indicator: radarAxes(state, ' ') } },
      })}
    />
  );
}

function dialOption({ report, data, language, text }: PageState): EChartsCoreOption {
  const { index, band } = report.aggregate;
  const bands = keysOf(data.bandStarts);
  const ends = bands.map((_, position) => {
    const next = bands[position + 1];
    return next === undefined ? 1 : data.bandStarts[next];
  });
  const arc = bands.map((name, position) => [ends[position], colour(BAND_COLOURS[name])]);
  return {
    series: [
      {
        type: 'gauge',
        startAngle: 205,
        endAngle: -25,
        min: 0,
        max: 1,
        radius: '96%',
        center: ['50%', '52%'],
        axisLine: { roundCap: false, lineStyle: { width: 16, color: arc } },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: { show: false },
        pointer: {
          icon: 'path://M-3,0 L3,0 L1,-100 L-1,-100 Z',
          length: '70%',
          width: 8,
          itemStyle: { color: colour('ink') },
        },
        anchor: {
          show: true,
          size: 14,
          itemStyle: { color: colour('surface'), borderColor: colour('ink'), borderWidth: 3 },
        },
        detail: {
          offsetCenter: [0, '52%'],
          formatter: `{value|${score(index, language)}}\n{band|${band === null ? '' : text.bands[band]}}`,
          rich: dialText(),
        },
        data: [{ value: index ?? 0 }],
      },
    ],
  };
}

function dialText() {
  const text = { fontFamily: CHART_FONT };
  return {
    value: { ...text, fontSize: 44, fontWeight: 700, color: colour('ink'), lineHeight: 48 },
    band: { ...text, fontSize: 15, fontWeight: 600, color: colour('muted'), lineHeight: 22 },
  };
}

/** Names of the groups with their values; `between` stands between the words of a name. */
function radarAxes({ report, text, language }: PageState, between: string) {
  return report.aggregate.groups.map(({ id, value }) => ({
    name: `${text.groups[id].name.replaceAll(' ', between)}\n{number|${score(value, language)}}`,
    max: 1,
  }));
}

const RADAR_RADIUS = '66%';

function radarOption(state: PageState): EChartsCoreOption {
  const { models, model } = state.report.aggregate;
  const other = model === 'csqa-1' ? 'csqa-2' : 'csqa-1';
  const line = (name: keyof Aggregate['models'], chosen: boolean) => ({
    name,
    value: models[name].groups.map((group) => group.value ?? 0),
    symbolSize: chosen ? 7 : 4,
    lineStyle: {
      width: chosen ? 2.5 : 1.5,
      type: chosen ? 'solid' : 'dashed',
      color: colour(chosen ? 'accent' : 'muted'),
    },
    itemStyle: { color: colour(chosen ? 'accent' : 'muted') },
    areaStyle: { color: colour('accent'), opacity: chosen ? 0.14 : 0 },
  });
  return {
    radar: {
      radius: RADAR_RADIUS,
      splitNumber: 4,
      indicator: radarAxes(state, ' '),
      axisName: {
        color: colour('ink'),
        fontFamily: CHART_FONT,
        fontSize: 12,
        lineHeight: 17,
        rich: { number: { color: colour('muted'), fontSize: 12, align: 'center' } },
      },
      axisLine: { lineStyle: { color: colour('line') } },
      splitLine: { lineStyle: { color: colour('line') } },
      splitArea: { show: false },
    },
    series: [{ type: 'radar', silent: true, data: [line(other, false), line(model, true)] }],
  };
}
