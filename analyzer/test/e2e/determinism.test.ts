import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { reportIn, reportText, runAnalyzer } from './run-analyzer.ts';
import { scratchDirectory } from './scratch-tree.ts';

const clinic = fileURLToPath(new URL('../../../examples/clinic', import.meta.url));

/** Copies a tree file by file in an order of its own: file systems list names in the order they came in, or by hash. */
function copyInOrder(compare: (left: string, right: string) => number, target: string): string {
  const files = readdirSync(clinic, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(clinic.length + 1));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files.sort(compare)) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(clinic, file), join(target, file));
  }
  return target;
}

describe('the same tree', () => {
  it('gives the same bytes wherever it stands and in whatever order its files were made', async () => {
    const forward = copyInOrder((left, right) => (left < right ? -1 : 1), scratchDirectory());
    const elsewhere = join(scratchDirectory(), 'deeper down', 'änother näme');
    const backward = copyInOrder((left, right) => (left < right ? 1 : -1), elsewhere);
    const first = await runAnalyzer(forward);
    expect(reportIn(first).entryPoints.length).toBeGreaterThan(5);
    const text = reportText(first);
    expect(reportText(await runAnalyzer(backward))).toBe(text);
    expect(reportText(await runAnalyzer(forward))).toBe(text);
    expect(text).not.toContain(forward);
  }, 300_000);
});
