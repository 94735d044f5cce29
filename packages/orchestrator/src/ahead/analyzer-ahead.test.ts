import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ScriptedRun, scriptRun } from '../../test/clinic-source.ts';
import type { Environment } from '../environment-values.ts';
import { createOrchestrator } from '../orchestrator.ts';
import type { AnalysisOutcome } from '../outcome.ts';
import type { AnalysisRequest } from '../request.ts';
import { type AnalyzerAhead, startAnalyzerAhead } from './analyzer-ahead.ts';

/** Ids of the processes that work below a directory. */
async function processesIn(directory: string): Promise<readonly number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(
    ids.map(async (id) => ({ id: Number(id), cwd: await readlink(`/proc/${id}/cwd`).catch(() => '') })),
  );
  return places.filter(({ cwd }) => cwd.startsWith(directory)).map(({ id }) => id);
}

/** Whether there is a process of an id. One of ours is there until its end was taken note of, though it works nowhere any more. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

interface RunAhead extends ScriptedRun {
  readonly ahead: AnalyzerAhead;
  readonly pid: number;
}

/** The environment of a run as its options have it; its data directory is where its jobs are. */
function environmentOf({ root, options }: ScriptedRun): Environment {
  return { ...options.environment, CSQA_DATA_DIR: root };
}

async function scriptRunAhead(behaviour: string, env: Environment = {}): Promise<RunAhead> {
  const run = await scriptRun(behaviour);
  const ahead = await startAnalyzerAhead({ ...environmentOf(run), ...env }, run.options.analyzerBin);
  if (ahead === null) throw new Error('nothing was started');
  onTestFinished(ahead.discard);
  const [pid = 0] = await processesIn(run.tempDir);
  return { ...run, ahead, pid };
}

function analyze(run: RunAhead, changes: Partial<AnalysisRequest> = {}): Promise<AnalysisOutcome> {
  const source = { kind: 'directory', path: run.source } as const;
  return createOrchestrator(run.options).analyze(
    { source, outDir: run.outDir, ...changes },
    { ahead: run.ahead },
  );
}

/** What the analyzer saw of itself. */
async function seenBy(run: ScriptedRun): Promise<Record<string, unknown>> {
  const log = await readFile(join(run.outDir, 'container.log'), 'utf8');
  return JSON.parse(log.split('\n')[0] ?? '') as Record<string, unknown>;
}

async function expectNoTrace({ tempDir }: ScriptedRun): Promise<void> {
  expect(await readdir(tempDir)).toEqual([]);
  await expect.poll(() => processesIn(tempDir)).toEqual([]);
}

describe('an analyzer that was started ahead', () => {
  it('belongs to a run from the first moment on: a job directory, a note of its process, its home, its memory', async () => {
    const { ahead, tempDir, pid } = await scriptRunAhead('good');
    const [job = ''] = await readdir(tempDir);
    expect(ahead.path).toBe(join(tempDir, job));
    expect(JSON.parse(await readFile(join(ahead.path, 'owner.json'), 'utf8'))).toMatchObject({
      process: { pid: process.pid },
    });
    const [note = ''] = await readdir(join(ahead.path, 'processes'));
    expect(JSON.parse(await readFile(join(ahead.path, 'processes', note), 'utf8'))).toMatchObject({ pid });
    expect(await readlink(`/proc/${pid}/cwd`)).toBe(join(ahead.path, 'home'));
    expect(await readFile(`/proc/${pid}/cmdline`, 'utf8')).toContain('--max-old-space-size=3072');
    expect(await readFile(`/proc/${pid}/environ`, 'utf8')).not.toContain('SECRET_OF_THE_HOST');
  });

  it('does what the run asks, as one that is started for it does', async () => {
    const run = await scriptRunAhead('environment');
    expect((await analyze(run, { analysisId: 'told-later' })).status).toBe('succeeded');
    const told = await seenBy(run);
    const other = await scriptRun('environment');
    const source = { kind: 'directory', path: other.source } as const;
    await createOrchestrator(other.options).analyze({ source, outDir: other.outDir });
    const here = (text: string) => text.replaceAll(/\S*csqa-job-\w+/g, '<job>');
    const alike = (seen: Record<string, unknown>, { root }: ScriptedRun) =>
      here(
        JSON.stringify(seen)
          .replaceAll(/"[^"]*csqa-job-\w+/g, '"<job>')
          .replaceAll(root, '<root>'),
      );
    expect(alike(told, run)).toBe(alike(await seenBy(other), other));
    expect(told.cwd).toBe(run.ahead.command.cwd);
    await expectNoTrace(run);
  });

  it.each<[string, Partial<AnalysisRequest>]>([
    ['is ended where the run needs other memory', { limits: { memoryBytes: 1024 ** 3 } }],
    ['is ended where another engine runs', { engine: 'docker' }],
    ['is ended where there is nothing to analyse', { source: { kind: 'directory', path: '/no/such/tree' } }],
  ])('%s', async (_, changes) => {
    const run = await scriptRunAhead('environment');
    const outcome = await analyze(run, changes);
    await expectNoTrace(run);
    if (changes.limits === undefined) expect(outcome.status).toBe('failed');
    else expect(await seenBy(run)).toMatchObject({ execArgv: ['--max-old-space-size=768'] });
  });

  it('is ended where the environment of the run is another', async () => {
    const run = await scriptRunAhead('environment', { TZ: 'Europe/Berlin' });
    expect((await analyze(run)).status).toBe('succeeded');
    expect(await seenBy(run)).toMatchObject({ env: { TZ: 'UTC' } });
    await expectNoTrace(run);
  });

  it('is replaced where it has died meanwhile', async () => {
    const run = await scriptRunAhead('good');
    process.kill(run.pid, 'SIGKILL');
    await expect.poll(() => isThere(run.pid)).toBe(false);
    expect((await analyze(run)).status).toBe('succeeded');
    await expectNoTrace(run);
  });

  it('is ended with the run where that is cancelled', async () => {
    const run = await scriptRunAhead('stall');
    const cancel = new AbortController();
    const source = { kind: 'directory', path: run.source } as const;
    const outcome = await createOrchestrator(run.options).analyze(
      { source, outDir: run.outDir },
      {
        ahead: run.ahead,
        signal: cancel.signal,
        onEvent: (event) => event.type === 'analyzer' && cancel.abort(),
      },
    );
    expect(outcome.status).toBe('cancelled');
    await expectNoTrace(run);
  });

  it('leaves no trace where it is discarded, and no second one where that happens again', async () => {
    const run = await scriptRunAhead('good');
    run.ahead.discard();
    run.ahead.discard();
    await expectNoTrace(run);
  });

  it('ends by itself where the process that started it was killed, and its directory is a reaper’s', async () => {
    const run = await scriptRun('good');
    const script = fileURLToPath(new URL('../../test/fixtures/start-ahead.mjs', import.meta.url));
    const other = spawn(
      process.execPath,
      ['--conditions=csqa-source', script, run.root, run.options.analyzerBin ?? ''],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    onTestFinished(() => void other.kill('SIGKILL'));
    await once(other.stdout, 'data');
    expect(await processesIn(run.tempDir)).toHaveLength(1);
    other.kill('SIGKILL');
    await once(other, 'exit');
    await expect.poll(() => processesIn(run.tempDir)).toEqual([]);
    const { removed } = await createOrchestrator(run.options).reap();
    expect(removed.map(({ kind }) => kind)).toEqual(['directory']);
  });
});

it.each<Environment>([
  { CSQA_ENGINE: 'docker' },
  { CSQA_ANALYZER_BIN: '/opt/analyzer.js' },
  { CSQA_ANALYZER_MEMORY: 'lots' },
  { CSQA_DATA_DIR: '/dev/null' },
])('nothing is started ahead with %j', async (env) => {
  const run = await scriptRun('good');
  expect(await startAnalyzerAhead({ ...environmentOf(run), ...env }, run.options.analyzerBin)).toBeNull();
  expect(await readdir(run.root)).not.toContain('jobs');
});
