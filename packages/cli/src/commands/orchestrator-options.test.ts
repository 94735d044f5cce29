import { expect, it } from 'vitest';
import { memoryWorld } from '../../test/memory-world.ts';
import { orchestratorOptions } from './orchestrator-options.ts';

it('a flag says how many threads read code, else the environment, else the analyzer', () => {
  const threads = (env: Readonly<Record<string, string>>, flag?: number | 'auto') =>
    orchestratorOptions(memoryWorld({ env }), flag === undefined ? {} : { threads: flag }).threads;
  expect([threads({}), threads({}, 'auto')]).toEqual([undefined, 'auto']);
  const env = { CSQA_ANALYZER_THREADS: '2' };
  expect([threads(env), threads(env, 1)]).toEqual([2, 1]);
});
