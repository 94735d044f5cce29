import {
  BAND_STARTS,
  BANDS,
  type Catalogue,
  GROUP_IDS,
  METRIC_IDS,
  METRIC_WEIGHTS,
  type MetricText,
  textsOf,
} from '@csqa/report';
import { Command } from 'commander';
import { indent, wrap } from '../terminal/layout.ts';
import { figure } from '../terminal/numbers.ts';
import { paintBand } from '../terminal/severity-paint.ts';
import type { Look } from '../terminal/terminal.ts';
import type { CliTexts } from '../text/catalogue.ts';
import { type GlobalFlags, outputLook, type Setting, writeJson, writeLines } from './setting.ts';

interface MetricsFlags extends GlobalFlags {
  readonly json: boolean;
}

/** `csqa metrics`: what the fifteen metrics, the map and the index mean. */
export function metricsCommand(setting: Setting): Command {
  const { texts, world } = setting;
  const help = texts.help.metrics;
  const command = new Command('metrics').description(help.about).option('--json', help.json, false);
  return command.action(() => {
    const flags = command.optsWithGlobals<MetricsFlags>();
    const words = textsOf(texts.language);
    if (flags.json) writeJson(world, metricsJson(words));
    else writeLines(world.stdout, metricsPage(words, texts, outputLook(setting, flags)));
  });
}

function metricsJson(words: Catalogue): object {
  return {
    language: words.language,
    metrics: METRIC_IDS.map((id) => ({
      id,
      group: id.slice(0, 1),
      ...words.metrics[id],
      weight: METRIC_WEIGHTS[id],
    })),
    topology: { id: 'M1', ...words.topology },
    groups: GROUP_IDS.map((id) => ({ id, ...words.groups[id] })),
    bands: BANDS.map((id) => ({ id, name: words.bands[id], from: BAND_STARTS[id] })),
  };
}

function metricsPage(words: Catalogue, texts: CliTexts, look: Look): readonly string[] {
  const groups = GROUP_IDS.flatMap((group) => [
    '',
    `${look.paint.bold(look.paint.cyan(`${group}  ${words.groups[group].name}`))}`,
    ...indent(wrap(words.groups[group].definition, look.width - 3), 3),
    ...METRIC_IDS.filter((id) => id.startsWith(group)).flatMap((id) => {
      const weight = `${texts.metrics.weight} ${figure(METRIC_WEIGHTS[id], texts.language)}`;
      return metricLines({ id, weight, text: words.metrics[id] }, look);
    }),
  ]);
  const map = metricLines({ id: 'M1', weight: texts.metrics.noWeight, text: words.topology }, look);
  return [texts.metrics.intro, ...groups, ...map, '', ...indexLines(words, texts, look)];
}

function metricLines(
  metric: { readonly id: string; readonly weight: string; readonly text: MetricText },
  { paint, width }: Look,
): readonly string[] {
  return [
    '',
    `${metric.id} ${paint.bold(metric.text.name)} ${paint.dim(`(${metric.weight})`)}`,
    ...indent(wrap(metric.text.question, width - 3), 3),
    ...indent(wrap(metric.text.definition, width - 3), 3).map((line) => paint.dim(line)),
  ];
}

function indexLines(words: Catalogue, texts: CliTexts, look: Look): readonly string[] {
  const { paint, width } = look;
  const bands = BANDS.map((band, position) => {
    const next = BANDS[position + 1];
    const from = figure(BAND_STARTS[band], texts.language);
    const to = next === undefined ? null : figure(BAND_STARTS[next], texts.language);
    return paintBand(paint, band, texts.metrics.band(words.bands[band], from, to));
  });
  return [
    paint.bold(paint.cyan(texts.metrics.indexTitle)),
    ...indent(wrap(texts.metrics.index, width - 3), 3),
    ...indent(wrap(`${texts.metrics.bands}: ${bands.join(', ')}`, width - 3), 3),
  ];
}
