import type { EChartsCoreOption } from 'echarts/core';
import { useMemo, useState } from 'preact/hooks';
import type { PageFile } from '../../src/html/page-data.ts';
import type { Severity } from '../../src/schema/vocabulary.ts';
import { type Colour, colour, RISK_STEPS, SEVERITY_COLOURS } from '../colours.ts';
import { figure } from '../numbers.ts';
import { keysOf, type PageState, usePage } from '../page-state.ts';
import { CHART_FONT, Chart, textTooltip } from '../parts/chart.tsx';
import { Choice, FilterBar, matches, Search } from '../parts/filters.tsx';
import { Name, SeverityMark, visible } from '../parts/marks.tsx';
import { Paged } from '../parts/paged.tsx';
import { Scrollable } from '../parts/scrollable.tsx';
import { SEVERITY_RANKS } from '../ranking.ts';
import { folders, type MapNode } from './folders.ts';

type ColourBy = 'findings' | 'exposure' | 'complexity';

/** A file with its worst finding. */
interface RatedFile extends PageFile {
  readonly worst: Severity | null;
}

/** The files of production code, sized by code, coloured by risk; the same as a table below. */
export function CodeMap() {
  const state = usePage();
  const { data, report, page } = state;
  const [colourBy, setColourBy] = useState<ColourBy>('findings');
  const [words, setWords] = useState('');
  const rated = useMemo(() => rate(data.files, report), [data, report]);
  const shown = rated.filter((file) => matches(words, [file.path])).sort(riskiestFirst);
  const tree = useMemo(() => folders(rated.filter((file) => matches(words, [file.path]))), [rated, words]);
  return (
    <>
      <p class="lead">{page.map.lead}</p>
      <FilterBar shown={shown.length} total={rated.length} clear={words === '' ? null : () => setWords('')}>
        <Choice
          label={page.map.colourBy}
          options={keysOf(page.map.colours).map((value) => ({ value, name: page.map.colours[value] }))}
          chosen={colourBy}
          choose={(value) => setColourBy(value === '' ? 'findings' : value)}
        />
        <Search value={words} search={setWords} />
      </FilterBar>
      <Chart
        label={page.map.lead}
        size="map"
        dependsOn={`${colourBy} ${words}`}
        option={() => treemap(tree, painter(colourBy, rated), state)}
      />
      <Files files={shown} />
    </>
  );
}

function rate(files: readonly PageFile[], { findings }: PageState['report']): readonly RatedFile[] {
  const worst = new Map<string, Severity>();
  for (const { file, severity } of findings) {
    const known = worst.get(file);
    if (known === undefined || SEVERITY_RANKS[severity] < SEVERITY_RANKS[known]) worst.set(file, severity);
  }
  return files.map((file) => ({ ...file, worst: worst.get(file.path) ?? null }));
}

function riskiestFirst(left: RatedFile, right: RatedFile): number {
  const rank = ({ worst }: RatedFile): number => (worst === null ? 9 : SEVERITY_RANKS[worst]);
  return rank(left) - rank(right) || (right.exposure ?? 0) - (left.exposure ?? 0) || right.size - left.size;
}

type Painter = (file: RatedFile) => Colour;

function painter(by: ColourBy, files: readonly RatedFile[]): Painter {
  if (by === 'findings') return ({ worst }) => (worst === null ? 'soft' : SEVERITY_COLOURS[worst]);
  const figureOf = (file: RatedFile): number => (by === 'exposure' ? (file.exposure ?? 0) : file.complexity);
  const greatest = files.reduce((high, file) => Math.max(high, figureOf(file)), 0);
  return (file) => {
    const value = figureOf(file);
    if (value === 0 || greatest === 0) return 'soft';
    return RISK_STEPS[Math.ceil((value / greatest) * (RISK_STEPS.length - 1))] ?? 'soft';
  };
}

type Resolve = (name: Colour) => string;

/** Resolves each colour once: a large tree has thousands of boxes. */
function resolver(): Resolve {
  const palette = new Map<Colour, string>();
  return (name) => {
    const known = palette.get(name) ?? colour(name);
    palette.set(name, known);
    return known;
  };
}

function treemap(tree: readonly MapNode<RatedFile>[], paint: Painter, state: PageState): EChartsCoreOption {
  const resolved = resolver();
  const item = ({ name, size, file, children }: MapNode<RatedFile>): object => ({
    name: visible(name),
    value: size,
    file,
    ...(file === null
      ? { children: children.map(item) }
      : {
          itemStyle: { color: resolved(paint(file)) },
          label: { color: resolved(inkOn(paint(file), state.dark)) },
        }),
  });
  return {
    color: [resolved('soft')],
    tooltip: {
      confine: true,
      backgroundColor: resolved('surface'),
      borderColor: resolved('line'),
      textStyle: { color: resolved('ink'), fontFamily: CHART_FONT },
      formatter: ({ data }: { data?: { file?: RatedFile | null } }) =>
        data?.file === undefined || data.file === null ? '' : textTooltip(tipLines(data.file, state)),
    },
    series: [{ ...boxes(resolved), name: state.page.sections.map, data: tree.map(item) }],
  };
}

function boxes(resolved: Resolve): object {
  const border = { borderColor: resolved('surface'), gapWidth: 1 };
  const text = { show: true, fontFamily: CHART_FONT, fontSize: 11 };
  const crumb = {
    color: resolved('soft'),
    borderColor: resolved('line'),
    textStyle: { color: resolved('ink') },
  };
  return {
    type: 'treemap',
    roam: false,
    nodeClick: 'zoomToNode',
    breadcrumb: { bottom: 0, itemStyle: crumb },
    left: 0,
    right: 0,
    top: 0,
    bottom: 30,
    visibleMin: 30,
    label: { ...text, overflow: 'truncate' },
    upperLabel: { ...text, height: 20, color: resolved('muted') },
    itemStyle: border,
    levels: [{ itemStyle: { ...border, gapWidth: 4 }, upperLabel: { show: false } }, {}, {}],
  };
}

/** What can be read on a colour: colours of risk are light in the dark, and all but crimson are light in the light. */
function inkOn(name: Colour, dark: boolean): Colour {
  if (name === 'soft') return 'ink';
  if (dark) return 'surface';
  return name === 'risk-critical' ? 'surface' : 'ink';
}

function tipLines(file: RatedFile, { page, language, text }: PageState): readonly string[] {
  const { map } = page;
  return [
    visible(file.path),
    `${map.size}: ${figure(file.size, language)} · ${map.methods}: ${figure(file.methods, language)}`,
    `${map.complexity}: ${figure(file.complexity, language)}`,
    ...(file.exposure === null ? [] : [`${map.exposure}: ${figure(file.exposure, language)}`]),
    ...(file.worst === null ? [] : [`${map.colours.findings}: ${text.severities[file.worst]}`]),
  ];
}

function Files({ files }: { readonly files: readonly RatedFile[] }) {
  const { page, language, text } = usePage();
  const { file, size, methods, complexity, exposure, riskiest } = page.map;
  return (
    <section class="card" aria-labelledby="riskiest">
      <h2 id="riskiest">{riskiest}</h2>
      <Paged items={files} list={String(files.length)} pageSize={20}>
        {(rows) => (
          <Scrollable label={riskiest}>
            <table class="treemap-table">
              <thead>
                <tr>
                  <th scope="col">{file}</th>
                  <th scope="col">{text.summary.severity}</th>
                  {[size, methods, complexity, exposure].map((title) => (
                    <th key={title} scope="col" class="number">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((one) => (
                  <tr key={one.path}>
                    <th scope="row">
                      <Name>{one.path}</Name>
                    </th>
                    <td>{one.worst === null ? '–' : <SeverityMark severity={one.worst} />}</td>
                    <td class="number">{figure(one.size, language)}</td>
                    <td class="number">{figure(one.methods, language)}</td>
                    <td class="number">{figure(one.complexity, language)}</td>
                    <td class="number">{one.exposure === null ? '–' : figure(one.exposure, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrollable>
        )}
      </Paged>
    </section>
  );
}
