import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scriptRun } from '../test/clinic-source.ts';
import type { OrchestratorOptions } from './options.ts';
import { createOrchestrator } from './orchestrator.ts';

async function examine(options: OrchestratorOptions) {
  const { ok, checks } = await createOrchestrator(options).doctor();
  return { ok, statuses: Object.fromEntries(checks.map(({ id, status }) => [id, status])), checks };
}

it('a machine that has everything is well, and stays as it was', async () => {
  const { options, tempDir } = await scriptRun('good');
  const { ok, statuses, checks } = await examine(options);
  expect(ok).toBe(true);
  expect(Object.keys(statuses)).toEqual([
    ...['node', 'git', 'analyzer', 'docker'],
    ...['temporary-directory', 'disk-space'],
  ]);
  expect(checks.find(({ id }) => id === 'git')?.detail).toMatch(/^git version \d/);
  expect(await readdir(tempDir)).toEqual([]);
});

it('without Docker it is well enough for the mode fast, but not where containers are asked for', async () => {
  const { options } = await scriptRun('good');
  expect(await examine(options)).toMatchObject({ ok: true, statuses: { docker: 'warn' } });
  expect(await examine({ ...options, engine: 'docker' })).toMatchObject({
    ok: false,
    statuses: { docker: 'fail' },
  });
});

it('without git it is well enough for directories', async () => {
  const { options } = await scriptRun('good');
  const { ok, checks } = await examine({ ...options, checkout: { gitBin: 'no-such-git' } });
  expect(ok).toBe(true);
  expect(checks.find(({ id }) => id === 'git')).toMatchObject({
    status: 'warn',
    fix: expect.stringContaining('2.37'),
  });
});

it('with a git that is too old it says which one is needed', async () => {
  const { options, root } = await scriptRun('good');
  const gitBin = join(root, 'old-git');
  await writeFile(gitBin, '#!/bin/sh\necho git version 2.17.1\n');
  await chmod(gitBin, 0o755);
  const { statuses } = await examine({ ...options, checkout: { gitBin } });
  expect(statuses.git).toBe('warn');
});

it('without an analyzer, or without a place to work in, it is not well', async () => {
  const { options, source } = await scriptRun('good');
  expect(await examine({ ...options, analyzerBin: '/no/analyzer.mjs' })).toMatchObject({
    ok: false,
    statuses: { analyzer: 'fail' },
  });
  expect(await examine({ ...options, tempDir: join(source, 'behaviour.json') })).toMatchObject({
    ok: false,
    statuses: { 'temporary-directory': 'fail' },
  });
});
