import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { optionsFromEnv } from '@csqa/orchestrator';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { variableOf } from '../src/inputs/input-names.ts';
import { readInputs } from '../src/inputs/inputs.ts';
import { ACTION, OURS } from './readme-samples.ts';

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

/** The single steps that a README shows. */
async function stepsIn(readme: string): Promise<readonly Step[]> {
  const text = await readFile(join(ACTION, readme), 'utf8');
  return [...text.matchAll(/```yaml\n(- uses:[\s\S]*?)```/g)].flatMap(
    ([, yaml = '']) => parse(yaml) as Step[],
  );
}

describe('the steps that the README shows', () => {
  it('are the same in both languages, with inputs and variables that are read', async () => {
    const steps = await stepsIn('README.md');
    expect(await stepsIn('README.ru.md')).toEqual(steps);
    expect(steps.map(({ uses }) => uses)).toEqual([OURS]);
    for (const { with: given, env } of steps) {
      const variables = Object.entries(given).map(([name, value]) => [variableOf(name as 'image'), value]);
      expect(readInputs(Object.fromEntries(variables))).toMatchObject({ analysis: 'full' });
      for (const [name, value] of Object.entries(env)) {
        expect([name, JSON.stringify(optionsFromEnv({ [name]: value }).libraries)]).toEqual([
          name,
          expect.stringContaining(value),
        ]);
      }
    }
  });
});
