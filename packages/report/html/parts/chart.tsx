import { BarChart, GaugeChart, LineChart, RadarChart, TreemapChart } from 'echarts/charts';
import { GridComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../page-state.ts';

use([
  BarChart,
  GaugeChart,
  LineChart,
  RadarChart,
  TreemapChart,
  GridComponent,
  RadarComponent,
  TooltipComponent,
  CanvasRenderer,
]);

/** Type that charts write with: the page's own. */
export const CHART_FONT = 'ui-sans-serif, system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Widest box, in pixels, in which words beside a chart have no room on one line. */
const NARROW = 420;

interface ChartProps {
  /** What the picture shows, for who does not see it; the figures also stand beside it as text. */
  readonly label: string;
  /** Made anew whenever language or colours change. */
  readonly option: () => EChartsCoreOption;
  /** What is otherwise in a box too narrow for it, and the same in any other box. */
  readonly narrow?: () => { readonly there: EChartsCoreOption; readonly elsewhere: EChartsCoreOption };
  readonly size: 'dial' | 'radar' | 'bars' | 'map';
  /** Whatever else the option is made of. */
  readonly dependsOn?: unknown;
  readonly onChoose?: (data: unknown) => void;
}

/** A chart; it follows its box, the theme and the language. */
export function Chart({ label, option, narrow, size, dependsOn, onChoose }: ChartProps) {
  const { dark, language, printing } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const drawn = init(box.current);
    chart.current = drawn;
    const follow = new ResizeObserver(() => drawn.resize());
    follow.observe(box.current);
    return () => {
      follow.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  // The option is made of colours of the style sheet: they change with the theme.
  useEffect(() => {
    const calm = printing || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const whole = { animation: !calm, animationDuration: 350, ...option() };
    const boxes = narrow?.();
    const shown =
      boxes === undefined
        ? whole
        : {
            baseOption: whole,
            media: [{ query: { maxWidth: NARROW }, option: boxes.there }, { option: boxes.elsewhere }],
          };
    chart.current?.setOption(shown, { notMerge: true });
  }, [dark, language, printing, dependsOn]);
  useEffect(() => {
    if (onChoose === undefined) return;
    const choose = ({ data }: { data?: unknown }): void => onChoose(data);
    chart.current?.on('click', choose);
    return () => {
      chart.current?.off('click', choose);
    };
  }, [onChoose]);
  return <div ref={box} class={`chart chart-${size}`} role="img" aria-label={label} />;
}

/** A tooltip made of text alone: what an analysed repository is called never becomes markup. */
export function textTooltip(lines: readonly string[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'tip';
  for (const line of lines) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    box.append(paragraph);
  }
  return box;
}
