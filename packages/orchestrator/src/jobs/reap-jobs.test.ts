import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ScriptedRun, scriptRun } from '../../test/clinic-source.ts';
import { scratchDirectory } from '../../test/job.ts';
import { createOrchestrator } from '../orchestrator.ts';
import { identifyProcess } from '../processes/process-identity.ts';
import { createJobDirectory } from './job-directory.ts';
import { reapJobs } from './reap-jobs.ts';

/** Another process that runs an analysis; resolves once the analyzer speaks. */
async function analyseElsewhere(run: ScriptedRun, ...then: string[]): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../../test/fixtures/analyse.mjs', import.meta.url));
  const args = [run.source, run.outDir, run.options.analyzerBin ?? '', run.tempDir, ...then];
  const other = spawn(process.execPath, ['--conditions=csqa-source', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void other.kill('SIGKILL'));
  await once(other.stdout, 'data');
  return other;
}

async function analyzersOf(run: ScriptedRun): Promise<number> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes('fake-analyzer') && line.includes(run.source)).length;
}

async function plantJob(parent: string, changes: Record<string, unknown>): Promise<string> {
  const path = join(parent, 'csqa-job-planted');
  await mkdir(path, { recursive: true });
  const owner = {
    csqa: 'job-directory',
    analysisId: 'planted',
    attempt: 1,
    process: await identifyProcess(process.pid),
    deadline: new Date(Date.now() + 60_000).toISOString(),
    ...changes,
  };
  await writeFile(join(path, 'owner.json'), JSON.stringify(owner));
  return path;
}

describe('a run whose process was killed', () => {
  it('is cleaned up: its analyzer ends, its directory goes, its out directory can be taken again', async () => {
    const run = await scriptRun('stall');
    const other = await analyseElsewhere(run);
    const orchestrator = createOrchestrator(run.options);
    expect(await orchestrator.reap()).toEqual({ removed: [], failed: [], kept: 1 });

    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await analyzersOf(run)).toBe(1);
    const claimed = await orchestrator.reap(
      (analysisId, attempt) => analysisId === 'orphan' && attempt === 3,
    );
    expect(claimed.kept).toBe(1);

    const { removed } = await orchestrator.reap();
    expect(removed.map(({ kind, analysisId, attempt }) => [kind, analysisId, attempt])).toEqual([
      ['process', 'orphan', 3],
      ['directory', 'orphan', 3],
    ]);
    expect(await readdir(run.tempDir)).toEqual([]);
    await expect.poll(() => analyzersOf(run)).toBe(0);
    const source = { kind: 'directory', path: run.source } as const;
    const next = await orchestrator.analyze({ source, outDir: run.outDir, limits: { stallSeconds: 0.2 } });
    expect(next.status === 'failed' && next.error.code).toBe('STALLED');
  });
});

it('a process that exits in the middle of a run takes its analyzer along', async () => {
  const run = await scriptRun('stall');
  const other = await analyseElsewhere(run, 'exit');
  if (other.exitCode === null) await once(other, 'exit');
  expect(other.exitCode).toBe(5);
  await expect.poll(() => analyzersOf(run)).toBe(0);
});

describe('what a reaper leaves alone', () => {
  it('is the directory of a run that is alive', async () => {
    const parent = await scratchDirectory();
    await plantJob(parent, {});
    expect(await reapJobs(parent, () => false)).toEqual({ removed: [], failed: [], kept: 1 });
  });

  it('is the directory of a process in another container, until its deadline', async () => {
    const parent = await scratchDirectory();
    const elsewhere = { ...(await identifyProcess(process.pid)), pidNamespace: 'pid:[1]' };
    await plantJob(parent, { process: elsewhere });
    expect((await reapJobs(parent, () => false)).kept).toBe(1);
    await plantJob(parent, { process: elsewhere, deadline: '2020-01-01T00:00:00Z' });
    expect((await reapJobs(parent, () => false)).removed).toHaveLength(1);
  });

  it('is everything that is not certainly ours', async () => {
    const parent = await scratchDirectory();
    await mkdir(join(parent, 'csqa-job-without-owner'));
    await mkdir(join(parent, 'other-tool'));
    await writeFile(join(parent, 'csqa-job-a-file'), '');
    await plantJob(parent, { csqa: 'something else' });
    expect(await reapJobs(parent, () => false)).toEqual({ removed: [], failed: [], kept: 0 });
    expect(await readdir(parent)).toHaveLength(4);
  });

  it('is nothing at all where there is no temporary directory', async () => {
    expect(await reapJobs('/no/such/directory', () => false)).toEqual({ removed: [], failed: [], kept: 0 });
  });
});

it('a number that another process got in the meantime is not taken for ours', async () => {
  const parent = await scratchDirectory();
  const job = await createJobDirectory({
    analysisId: 'a',
    attempt: 1,
    tempDir: parent,
    deadline: new Date(),
  });
  const reused = { ...(await identifyProcess(process.pid)), startTicks: 12 };
  await writeFile(
    join(job.path, 'owner.json'),
    JSON.stringify({
      csqa: 'job-directory',
      analysisId: 'a',
      attempt: 1,
      process: reused,
      deadline: '2020-01-01T00:00:00Z',
    }),
  );
  await writeFile(join(job.path, 'processes', 'note.json'), JSON.stringify(reused));
  const { removed } = await reapJobs(parent, () => false);
  expect(removed.map(({ kind }) => kind)).toEqual(['directory']);
});
