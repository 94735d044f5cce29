import { deflateSync } from 'node:zlib';
import type { Report } from '../schema/report.ts';
import type { RunRecord } from '../schema/run.ts';
import { BAND_STARTS } from '../schema/vocabulary.ts';
import { plain } from '../text/plain.ts';
import type { RenderOptions } from '../writers/writer.ts';
import type { PageData, PageRun, PastReport } from './page-data.ts';
import { pageFiles } from './page-files.ts';
import { pageGraph } from './page-graph.ts';
import { readPage } from './read-page.ts';

/**
 * report.html: the report as one file that a browser opens without a network. It holds everything, in both languages, deflated;
 * `lang` is the language it opens in. Nothing of the report stands in the file as markup. Throws an Error if the package was
 * not built.
 */
export function renderHtml(report: Report, options: RenderOptions): string {
  const fill: Readonly<Record<string, string>> = {
    lang: options.lang,
    title: escaped(titleOf(report, options)),
    report: packed(pageData(report, options)),
    graph: packed(pageGraph(report)),
  };
  return readPage()
    .map((part, index) => (index % 2 === 0 ? part : (fill[part] ?? '')))
    .join('');
}

function pageData(report: Report, { lang, history, project, run }: RenderOptions): PageData {
  return {
    language: lang,
    project: project ?? report.meta.project ?? null,
    report: { ...report, topology: { nodes: [], edges: [] }, methods: [], sources: [] },
    files: pageFiles(report),
    bandStarts: BAND_STARTS,
    history: (history ?? []).map(pastReport),
    run: run == null ? null : pageRun(run),
  };
}

/** Without what is still going on while the formats are rendered: the page is the same when it is rendered again. */
function pageRun({ engine, versions, timings, usage }: RunRecord): PageRun {
  return {
    engine: `${engine.name} (${engine.isolation})`,
    image: engine.image?.reference ?? null,
    platform: `Node ${versions.node}, ${versions.platform}`,
    startedAt: timings.startedAt,
    phases: timings.phases
      .filter(({ phase }) => phase !== 'render')
      .map(({ phase, wallMs }) => ({ phase, wallMs: Math.round(wallMs) })),
    cpuMs: usage.cpuMs,
    peakMemoryBytes: usage.peakMemoryBytes,
  };
}

function pastReport({ meta, aggregate, metrics, findings }: Report): PastReport {
  return {
    revision: meta.revision,
    index: aggregate.index,
    metrics: Object.fromEntries(metrics.flatMap(({ id, value }) => (value === null ? [] : [[id, value]]))),
    fingerprints: findings.map((finding) => finding.fingerprint),
  };
}

function packed(value: unknown): string {
  return deflateSync(JSON.stringify(value)).toString('base64');
}

function titleOf({ meta }: Report, { project: named }: RenderOptions): string {
  const project = plain(named ?? meta.project ?? '', 120);
  return project === '' ? 'CSQA' : `${project} · CSQA`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
