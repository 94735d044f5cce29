import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What is shown of a failure. */
const LINES_OF_A_FAILURE = 12;
const COLUMNS_OF_A_FAILURE = 300;

/** How many tests ran, over one or more vitest JSON reports. */
export interface Tally {
  readonly passed: number;
  /** Failed tests, plus one for each file that failed before its tests could run. */
  readonly failed: number;
  readonly skipped: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly FileResult[];
}

interface FileResult {
  readonly status: string;
  /** Absolute path of the test file. */
  readonly name: string;
  /** Why the file could not be run at all; empty otherwise. */
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[] | null;
  }[];
}

/** Where every workspace's `test` script leaves its vitest JSON report, whether or not it is there yet. */
export function reportFiles(repositoryRoot: string): readonly string[] {
  const manifests = globSync(['analyzer/package.json', 'packages/*/package.json'], { cwd: repositoryRoot });
  return [...manifests.map(dirname), 'scripts'].map((folder) => reportIn(join(repositoryRoot, folder)));
}

/** Where a folder's tests leave their vitest JSON report. */
export function reportIn(folder: string): string {
  return join(folder, '.reports', 'vitest.json');
}

/** Adds up vitest JSON reports. A report that is missing or unreadable counts as one failure: silence is not success. */
export async function tallyReports(files: readonly string[]): Promise<Tally> {
  const tallies = await Promise.all(files.map(tallyReport));
  return {
    passed: sum(tallies.map((tally) => tally.passed)),
    failed: sum(tallies.map((tally) => tally.failed)),
    skipped: sum(tallies.map((tally) => tally.skipped)),
  };
}

/** Each failed test with the first lines of its failure, for those who see the end of a long log only. */
export async function describeFailures(files: readonly string[]): Promise<readonly string[]> {
  const reports = await Promise.all(files.map(readReport));
  return files.flatMap((file, at) => {
    const report = reports[at];
    return report === undefined ? [`${file}: no report of tests`] : report.testResults.flatMap(failuresOf);
  });
}

function failuresOf({ name, status, message, assertionResults }: FileResult): readonly string[] {
  const where = basename(name);
  if (status === 'failed' && assertionResults.length === 0) return [`${where}: ${head([message])}`];
  return assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => `${where}: ${test.fullName}\n${head(test.failureMessages ?? [])}`);
}

function head(messages: readonly string[]): string {
  return messages
    .flatMap((message) => message.split('\n').slice(0, LINES_OF_A_FAILURE))
    .map((line) => `    ${line.slice(0, COLUMNS_OF_A_FAILURE)}`)
    .join('\n');
}

/** One line for people and machines: `csqa: 12 passed, 0 failed`. */
export function describeTally(tally: Tally): string {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  return `csqa: ${tally.passed} passed, ${tally.failed} failed${skipped}`;
}

async function tallyReport(file: string): Promise<Tally> {
  const report = await readReport(file);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function readReport(file: string): Promise<VitestReport | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
