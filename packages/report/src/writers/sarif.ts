import { gzipSync } from 'node:zlib';
import type { Log, Result } from 'sarif';
import type { Finding, SuppressedFinding } from '../schema/finding.ts';
import type { Report } from '../schema/report.ts';
import { reportIn } from '../text/report-in.ts';
import { textsOf } from '../text/texts-of.ts';
import { mostSevereFirst } from './finding-order.ts';
import { type SarifDetail, sarifResult } from './sarif-result.ts';
import { sarifRules } from './sarif-rules.ts';
import { type SarifRunParts, sarifRun } from './sarif-run.ts';
import { newFirst, sarifStates } from './sarif-states.ts';
import { sourceUri } from './source-uri.ts';
import type { RenderOptions } from './writer.ts';

/** Bounds of a log, those of GitHub code scanning by default. */
export interface SarifLimits {
  /** Results that are kept; of more, which ones survive an upload is not ours to say. */
  readonly results: number;
  /** Bytes once compressed. */
  readonly gzipBytes: number;
  /** UTF-16 units of all results before that, so that a hostile report cannot choose our memory. */
  readonly units: number;
}

const GITHUB: SarifLimits = { results: 5_000, gzipBytes: 10_000_000, units: 40_000_000 };

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What is left out, in this order, until the log fits. */
const DETAILS: readonly SarifDetail[] = [
  { excerpts: true, paths: true },
  { excerpts: false, paths: true },
  { excerpts: false, paths: false },
];

type AnyFinding = Finding | SuppressedFinding;

/**
 * report.sarif: SARIF 2.1.0 with one run, as GitHub code scanning takes it. The most severe findings are kept, suppressed ones
 * last; what had to be left out is told in a notification.
 */
export function renderSarif(report: Report, options: RenderOptions): string {
  return renderSarifWithin(report, options, GITHUB);
}

/** The same within other bounds; a log without results is the smallest that there is, whatever they are. */
export function renderSarifWithin(original: Report, options: RenderOptions, limits: SarifLimits): string {
  const text = textsOf(options.lang);
  const report = reportIn(original, options.lang);
  const states = sarifStates(options.comparison ?? null);
  const all = [...newFirst(mostSevereFirst(report.findings), states), ...mostSevereFirst(report.suppressed)];
  const placed = all.filter(({ file }) => sourceUri(file, options.pathPrefix) !== null);
  const wanted = placed.slice(0, limits.results);
  const parts = { report, options, text, rules: sarifRules(wanted, text), states };
  const write = (results: readonly Result[], detail: SarifDetail): string =>
    writeLog({ ...parts, results, detail, placed: placed.length, unplaced: all.length - placed.length });
  const excess = (written: string): number => gzipSync(written).length / limits.gzipBytes;

  for (const detail of DETAILS) {
    const results = resultsWithin(wanted, { ...parts, detail }, limits.units);
    if (results.length < wanted.length) continue;
    const written = write(results, detail);
    if (excess(written) <= 1) return written;
  }
  const bare = { excerpts: false, paths: false };
  let results = resultsWithin(wanted, { ...parts, detail: bare }, limits.units);
  let written = write(results, bare);
  for (let times = excess(written); times > 1 && results.length > 0; times = excess(written)) {
    results = results.slice(0, Math.floor(results.length * Math.min(0.9, 0.97 / times)));
    written = write(results, bare);
  }
  return written;
}

type ResultSetting = Pick<SarifRunParts, 'text' | 'rules' | 'states' | 'options' | 'detail'>;

/** Results until the units are used up. */
function resultsWithin(
  findings: readonly AnyFinding[],
  { text, rules, states, options, detail }: ResultSetting,
  units: number,
): readonly Result[] {
  const seen = new Map<string, number>();
  const results: Result[] = [];
  let left = units;
  for (const finding of findings) {
    const ordinal = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, ordinal);
    const prefix = options.pathPrefix ?? '';
    const result = sarifResult(finding, { text, rules, states, prefix, detail, ordinal });
    if (result === null) continue;
    left -= JSON.stringify(result).length;
    if (left < 0) break;
    results.push(result);
  }
  return results;
}

function writeLog(parts: SarifRunParts): string {
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [sarifRun(parts)] };
  return `${JSON.stringify(log)}\n`;
}
