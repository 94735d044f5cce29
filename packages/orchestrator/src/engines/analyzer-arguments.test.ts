import { expect, it } from 'vitest';
import { type AnalyzerCall, analyzerArguments } from './analyzer-arguments.ts';

const CALL: AnalyzerCall = {
  ...{ sourceDir: '/src', outDir: '/out', mode: 'fast', timeoutSeconds: 1.5 },
  ...{ configPath: null, callsPath: null, advisoriesDir: null, cacheDir: null, threads: null, maven: null },
};

it('the analyzer is told how many threads it has where somebody said so, and nothing of them elsewhere', () => {
  const plain = ['analyze', '--source', '/src', '--out', '/out', '--mode', 'fast', '--deadline', '2'];
  expect(analyzerArguments(CALL)).toEqual(plain);
  expect(analyzerArguments({ ...CALL, threads: 3 })).toEqual([...plain, '--threads', '3']);
  expect(analyzerArguments({ ...CALL, threads: 'auto' })).toEqual([...plain, '--threads', 'auto']);
});
