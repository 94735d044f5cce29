import { describe, expect, it } from 'vitest';
import { checkFile, maxSourceLines, maxTestLines } from './file-rules.ts';

const lines = (count: number) => 'export {};\n'.repeat(count);
const messages = (file: string, text: string) => checkFile(file, text).map((violation) => violation.message);

describe('the rules of names and sizes', () => {
  it('accept a source file of the greatest length and refuse one line more', () => {
    expect(messages('analyzer/src/flow/taint.ts', lines(maxSourceLines))).toEqual([]);
    expect(messages('analyzer/src/flow/taint.ts', lines(maxSourceLines + 1))).toEqual([
      '401 lines, at most 400; split it where its reasons to change differ',
    ]);
  });

  it('count a last line without a line break', () => {
    expect(messages('a.ts', `${lines(maxSourceLines)}export {};`)).toHaveLength(1);
  });

  it('give tests more room, because their samples are in the text', () => {
    expect(messages('analyzer/src/flow/taint.test.ts', lines(maxTestLines))).toEqual([]);
    expect(messages('analyzer/src/flow/taint.test.ts', lines(maxTestLines + 1))).toHaveLength(1);
  });

  it.each([
    'utils.ts',
    'string-utils.ts',
    'helpers.test.ts',
    'report-service.tsx',
    'job-manager.mjs',
    'common.ts',
  ])('refuse the name %s', (name) => {
    expect(messages(`packages/report/src/${name}`, '')).toHaveLength(1);
  });

  it.each(['service-entry-points.ts', 'common-prefix.ts', 'ordering.ts', 'index.ts'])(
    'accept the name %s',
    (name) => {
      expect(messages(`packages/report/src/${name}`, '')).toEqual([]);
    },
  );

  it('point at the line of a mark of unfinished work, and let the same letters inside a word be', () => {
    const mark = ['TO', 'DO'].join('');
    expect(checkFile('a.ts', `const a = 1;\n// ${mark}: later\n`)).toMatchObject([{ file: 'a.ts:2' }]);
    // The samples in tests are other people's code, where such marks are common.
    expect(checkFile('a.test.ts', `const sample = '// ${mark} Auto-generated';\n`)).toEqual([]);
    expect(checkFile('a.ts', `const ${mark}S_SEEN = 1;\n`)).toEqual([]);
  });

  it('point at the line that ends a process at once, and let the end of one that has been idle be', () => {
    const end = 'await run();\nprocess.exit();\n';
    expect(checkFile('packages/cli/src/main.ts', end)).toMatchObject([
      { file: 'packages/cli/src/main.ts:2' },
    ]);
    expect(checkFile('packages/action/src/main.ts', end)).toEqual([]);
    expect(checkFile('packages/cli/src/main.ts', 'await run();\nprocess.exitCode = 1;\n')).toEqual([]);
    // Programs that a test runs end as it needs them to.
    expect(checkFile('packages/orchestrator/test/fixtures/ends.mjs', end)).toEqual([]);
  });
});
