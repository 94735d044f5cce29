import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type AnalyzerEvent, parseEventLine, type Report, readReport } from '@csqa/report';
import { expect } from 'vitest';
import { scratchDirectory } from './scratch-tree.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** How one run of the analyzer's command line ended. */
export interface Outcome {
  /** Null where a signal ended the process. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly events: readonly AnalyzerEvent[];
  /** Standard error. */
  readonly log: string;
  /** The out directory. */
  readonly out: string;
}

export interface RunOptions {
  readonly out?: string;
  readonly args?: readonly string[];
  /** Arguments of Node itself. */
  readonly nodeArgs?: readonly string[];
  /** Told of each event while the process runs. */
  readonly onEvent?: (event: AnalyzerEvent, process: ChildProcess) => void;
}

/** Runs `csqa-analyzer analyze` from source, as the orchestrator does: a process of its own, events on standard output. */
export async function runAnalyzer(source: string, options: RunOptions = {}): Promise<Outcome> {
  const out = options.out ?? scratchDirectory();
  const node = ['--conditions=csqa-source', ...(options.nodeArgs ?? [])];
  const args = [...node, main, 'analyze', '--source', source, '--out', out];
  const child = spawn(process.execPath, [...args, ...(options.args ?? [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<Pick<Outcome, 'code' | 'signal'>>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const log: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => log.push(text));
  const events: AnalyzerEvent[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const parsed = parseEventLine(line);
    if (parsed.kind !== 'event') throw new Error(`expected an event, got: ${line.slice(0, 200)}`);
    events.push(parsed.event);
    options.onEvent?.(parsed.event, child);
  }
  return { ...(await ended), events, log: log.join(''), out };
}

/** The report of a tree that must be analysable; the report must keep the contract. */
export async function reportOf(source: string, options: RunOptions = {}): Promise<Report> {
  return reportIn(await runAnalyzer(source, options));
}

/** Reads the report of a run that must have ended well. */
export function reportIn(outcome: Outcome): Report {
  expect(outcome, outcome.log).toMatchObject({ code: 0 });
  const read = readReport(readFileSync(join(outcome.out, 'report.json'), 'utf8'));
  if (!read.ok) throw new Error(`the report does not keep the contract: ${JSON.stringify(read)}`);
  return read.value;
}

/** The text of report.json. */
export function reportText(outcome: Outcome): string {
  return readFileSync(join(outcome.out, 'report.json'), 'utf8');
}

/** The error event that a failed run must end with. */
export function errorOf(outcome: Outcome): Extract<AnalyzerEvent, { type: 'error' }> {
  const last = outcome.events.at(-1);
  if (last?.type !== 'error') throw new Error(`expected an error event, got: ${JSON.stringify(last)}`);
  return last;
}

/** Measured metrics with their values, and the others with why they are none. */
export function figuresOf(report: Report): Readonly<Record<string, number | string | null>> {
  return Object.fromEntries(
    report.metrics.map((metric) => [
      metric.id,
      metric.status === 'measured' ? metric.value : (metric.reason ?? ''),
    ]),
  );
}

/** Writes a configuration file outside the tree and gives the arguments that name it. */
export function configured(text: string): readonly string[] {
  const file = join(scratchDirectory(), 'csqa.yml');
  writeFileSync(file, text);
  return ['--config', file];
}
