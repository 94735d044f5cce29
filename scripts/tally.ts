import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

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
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Where every workspace's `test` script leaves its vitest JSON report, whether or not it is there yet. */
export function reportFiles(repositoryRoot: string): readonly string[] {
  const manifests = globSync(['analyzer/package.json', 'packages/*/package.json'], { cwd: repositoryRoot });
  return [...manifests.map(dirname), 'scripts'].map((folder) =>
    join(repositoryRoot, folder, '.reports', 'vitest.json'),
  );
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
