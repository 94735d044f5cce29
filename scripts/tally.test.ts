import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeTally, tallyReports } from './tally.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csqa-tally-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function report(name: string, content: object | string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const counts = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

describe('the tally of test reports', () => {
  it('adds the reports up', async () => {
    const files = [
      await report('one.json', counts),
      await report('two.json', { ...counts, numFailedTests: 3, numPendingTests: 1 }),
    ];
    expect(await tallyReports(files)).toEqual({ passed: 4, failed: 3, skipped: 1 });
  });

  it('counts a file that broke before its first test, which vitest leaves out of its failed tests', async () => {
    const broken = { ...counts, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(await tallyReports([await report('broken.json', broken)])).toMatchObject({ failed: 1 });
  });

  it('counts a failed test once although its file is marked failed too', async () => {
    const failed = {
      ...counts,
      numFailedTests: 1,
      testResults: [{ status: 'failed', assertionResults: [{}] }],
    };
    expect(await tallyReports([await report('failed.json', failed)])).toMatchObject({ failed: 1 });
  });

  it('takes a missing or damaged report for a failure', async () => {
    const files = [join(folder, 'absent.json'), await report('damaged.json', '{')];
    expect(await tallyReports(files)).toEqual({ passed: 0, failed: 2, skipped: 0 });
  });

  it('reads as one line, with skipped tests only where there are some', () => {
    expect(describeTally({ passed: 12, failed: 0, skipped: 0 })).toBe('csqa: 12 passed, 0 failed');
    expect(describeTally({ passed: 12, failed: 1, skipped: 2 })).toBe('csqa: 12 passed, 1 failed, 2 skipped');
  });
});
