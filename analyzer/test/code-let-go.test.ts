import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../src/config/default-config.ts';
import type { FileFacts } from '../src/facts/file-facts.ts';
import { analyze } from '../src/pipeline.ts';
import { collectGarbage } from './collect-garbage.ts';

const clinic = fileURLToPath(new URL('../../examples/clinic', import.meta.url));

it('the code of a tree is not in memory any more when its metrics are taken', async () => {
  const facts: WeakRef<FileFacts>[] = [];
  let left = -1;
  const report = await analyze({
    ...{ root: clinic, config: DEFAULT_CONFIG, configFile: '.csqa.yml', mode: 'fast', revision: null },
    version: '0.0.0',
    keptReadings: {
      find: async () => null,
      keep: (_, reading) => facts.push(new WeakRef(reading.facts)),
    },
    onStage: () => undefined,
    onRest: () => {
      collectGarbage();
      left = facts.filter((each) => each.deref() !== undefined).length;
    },
    onProgress: () => undefined,
  });
  expect(report.findings).not.toEqual([]);
  expect(facts.length).toBeGreaterThan(10);
  expect(left).toBe(0);
}, 60_000);
