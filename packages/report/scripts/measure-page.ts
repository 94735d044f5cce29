import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { runWith, WrongArguments } from '../../../benchmarks/wrong-arguments.ts';
import { renderHtml } from '../src/html/render-html.ts';
import type { Report } from '../src/schema/report.ts';

const USAGE = `npm run bench:html -- REPORT.json… [--write]

Measures the HTML report of each report.json, each figure the median of 3: how long it takes to render and how much memory that
process needs at most, how large the file is, and how long a browser takes from its address to the drawn dial.
  --write   write docs/html-report.md
  --help    this text

Example:
  npm run bench:html -- csqa-out/report.json

Exit codes: 0 measured, 1 something failed, 2 wrong arguments.
`;

const ROUNDS = 3;

/** What was measured of one report. */
interface Measurement {
  readonly tree: string;
  readonly reportBytes: number;
  readonly fileBytes: number;
  readonly pageBytes: number;
  readonly renderMs: number;
  readonly peakBytes: number;
  readonly openMs: number;
}

interface Rendering {
  readonly ms: number;
  readonly peakBytes: number;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      render: { type: 'string' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [first] = positionals;
  if (first === undefined) throw new WrongArguments('expected at least one report.json');
  if (values.render !== undefined) {
    console.log(JSON.stringify(await renderOnce(first, values.render)));
    return 0;
  }
  const executablePath = await packed.executablePath();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--no-zygote'] });
  const measured: Measurement[] = [];
  try {
    for (const file of positionals) measured.push(await measure(resolve(file), browser));
  } finally {
    await browser.close();
  }
  const page = document(measured);
  console.log(page);
  if (values.write) await writeFile(join(import.meta.dirname, '../../../docs/html-report.md'), page);
  return 0;
}

/** In a process of its own, so that its peak is that of one rendering: reading the report and keeping it is part of it. */
async function renderOnce(reportFile: string, htmlFile: string): Promise<Rendering> {
  const report = JSON.parse(await readFile(reportFile, 'utf8')) as Report;
  const start = performance.now();
  const html = renderHtml(report, { lang: 'en' });
  const ms = performance.now() - start;
  await writeFile(htmlFile, html);
  return { ms, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

async function measure(reportFile: string, browser: Browser): Promise<Measurement> {
  const work = await mkdtemp(join(tmpdir(), 'csqa-html-bench-'));
  try {
    const htmlFile = join(work, 'report.html');
    const renderings: Rendering[] = [];
    const openings: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      renderings.push(await renderApart(reportFile, htmlFile));
      openings.push(await openOnce(browser, htmlFile));
    }
    const html = await readFile(htmlFile, 'utf8');
    const data = [...html.matchAll(/id="csqa-(?:report|graph)">([^<]*)</g)];
    return {
      tree: basename(dirname(reportFile)),
      reportBytes: (await stat(reportFile)).size,
      fileBytes: Buffer.byteLength(html),
      pageBytes: Buffer.byteLength(html) - data.reduce((sum, [, written = '']) => sum + written.length, 0),
      renderMs: median(renderings.map(({ ms }) => ms)),
      peakBytes: median(renderings.map(({ peakBytes }) => peakBytes)),
      openMs: median(openings),
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function renderApart(reportFile: string, htmlFile: string): Promise<Rendering> {
  const args = ['--conditions=csqa-source', import.meta.filename, '--render', htmlFile, reportFile];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Rendering;
}

async function openOnce(browser: Browser, htmlFile: string): Promise<number> {
  const page = await browser.newPage();
  const start = performance.now();
  await page.goto(pathToFileURL(htmlFile).href);
  await page.waitForSelector('.chart-dial canvas');
  const ms = performance.now() - start;
  await page.close();
  return ms;
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

function document(measured: readonly Measurement[]): string {
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 0);
  const rows = measured.map((one) =>
    [
      one.tree,
      megabytes(one.reportBytes),
      megabytes(one.fileBytes),
      megabytes(one.pageBytes),
      (one.renderMs / 1000).toFixed(2),
      (one.peakBytes / 1e6).toFixed(0),
      (one.openMs / 1000).toFixed(2),
    ].join(' | '),
  );
  return `# How large and how fast the HTML report is

Written by \`npm run bench:html -- --write REPORT.json…\`; not by hand. Each figure is the median of ${ROUNDS}. Rendering is timed
without reading the report; the peak is that of the whole process, the report in it. Opening runs from the address to the drawn
dial, in Chromium ${CHROMIUM}.

Measured on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, ${availableParallelism()} cores.

| tree | report.json MB | report.html MB | of it before data MB | rendering s | peak MB | opening s |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}
`;
}

/** Major version of the browser that @sparticuz/chromium brings. */
const CHROMIUM = '153';

await runWith(USAGE, main);
