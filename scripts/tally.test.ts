import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeFailures, describeTally, tallyReports } from './tally.ts';

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

  it('names each failure with the head of its message, a file that broke, and a report that is not there', async () => {
    const long = `${'x'.repeat(400)}\n${'line\n'.repeat(50)}`;
    const results = {
      ...counts,
      testResults: [
        {
          ...{ status: 'failed', name: '/clone/of/csqa/a.test.ts', message: '' },
          assertionResults: [
            { status: 'failed', fullName: 'adds up', failureMessages: ['AssertionError: 3 is not 4', long] },
            { status: 'passed', fullName: 'starts', failureMessages: [] },
          ],
        },
        { status: 'failed', name: 'b.test.ts', message: 'SyntaxError: what', assertionResults: [] },
      ],
    };
    const absent = join(folder, 'nowhere.json');
    const [failed, broken, missing, ...others] = await describeFailures([
      await report('results.json', results),
      absent,
    ]);
    expect(failed).toMatch(
      /^a\.test\.ts: adds up\n {4}AssertionError: 3 is not 4\n {4}x{300}\n( {4}line\n){10} {4}line$/u,
    );
    expect(broken).toBe('b.test.ts:     SyntaxError: what');
    expect(missing).toBe(`${absent}: no report of tests`);
    expect(others).toEqual([]);
  });

  it('reads as one line, with skipped tests only where there are some', () => {
    expect(describeTally({ passed: 12, failed: 0, skipped: 0 })).toBe('csqa: 12 passed, 0 failed');
    expect(describeTally({ passed: 12, failed: 1, skipped: 2 })).toBe('csqa: 12 passed, 1 failed, 2 skipped');
  });
});
