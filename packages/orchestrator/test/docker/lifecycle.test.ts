import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { LimitsInput } from '../../src/limits.ts';
import { createOrchestrator, type RunContext } from '../../src/orchestrator.ts';
import type { AnalysisOutcome } from '../../src/outcome.ts';
import { containersOf, type DockerRun, describeDocker, dockerRun } from './real-engine.ts';

const MIB = 1024 * 1024;

function analyze(
  run: DockerRun,
  limits: LimitsInput = {},
  context: RunContext = {},
): Promise<AnalysisOutcome> {
  const source = { kind: 'directory', path: run.source } as const;
  return createOrchestrator(run.options).analyze({ source, outDir: run.outDir, limits }, context);
}

async function endOf(behaviour: string, limits: LimitsInput = {}): Promise<string> {
  const run = await dockerRun(behaviour);
  const outcome = await analyze(run, limits);
  expect(containersOf(run.instance)).toEqual([]);
  expect(await readdir(run.tempDir)).toEqual([]);
  return outcome.status === 'succeeded' ? 'succeeded' : `${outcome.status}: ${outcome.error.code}`;
}

describeDocker('the end of an analyzer in a container', () => {
  it.each([
    ['good', 'succeeded'],
    ['exit-1', 'failed: ANALYZER_FAILED'],
    ['bad-config', 'failed: INPUT_REJECTED'],
    ['exit-125', 'failed: ANALYZER_FAILED'],
    ['exit-126', 'failed: ANALYZER_FAILED'],
    ['exit-127', 'failed: ANALYZER_FAILED'],
    ['die-by-kill', 'failed: KILLED_UNKNOWN'],
    ['die-by-term', 'failed: KILLED_UNKNOWN'],
    ['no-report', 'failed: RESULT_MISSING'],
  ])('of the kind "%s" is told as "%s", and nothing of it is left', async (behaviour, expected) => {
    expect(await endOf(behaviour)).toBe(expected);
  });

  it('by its memory limit is told from any other kill', async () => {
    expect(await endOf('eat-memory', { memoryBytes: 128 * MIB })).toBe('failed: OOM');
  });

  it('whose child ran out of memory is no clean pass, although it ends with 0', async () => {
    expect(await endOf('child-out-of-memory', { memoryBytes: 256 * MIB })).toBe('incomplete: OOM_PARTIAL');
  });

  it('by a full heap is told as the memory limit that it is', async () => {
    expect(await endOf('eat-heap', { memoryBytes: 256 * MIB })).toBe('failed: OOM');
  });

  it('comes at its deadline although it says nothing any more', async () => {
    expect(await endOf('stall', { timeoutSeconds: 5 })).toBe('failed: TIMEOUT');
  });

  it('comes after too long a silence', async () => {
    expect(await endOf('stall', { stallSeconds: 15 })).toBe('failed: STALLED');
  });

  it('comes with KILL where TERM is ignored', async () => {
    const run = await dockerRun('ignore-term');
    const outcome = await analyze(run, { timeoutSeconds: 10 });
    expect(outcome.usage.signal).toBe('SIGKILL');
    expect(containersOf(run.instance)).toEqual([]);
  });
});

describeDocker('what an analyzer in a container does too much of', () => {
  it('meets the limit of processes and leaves the host alone', async () => {
    const run = await dockerRun('fork-bomb');
    const outcome = await analyze(run, { pids: 64 });
    expect(outcome.status).toBe('succeeded');
    expect(await readFile(join(run.outDir, 'container.log'), 'utf8')).toContain('refused true');
  });

  it('as 100 MB of standard output ends the run by the limit of events', async () => {
    expect(await endOf('hundred-megabytes')).toBe('failed: ANALYZER_FAILED');
  });

  it('or unusually, as lines longer than the engine keeps in one piece, arrives whole', async () => {
    const run = await dockerRun('long-lines');
    expect((await analyze(run)).status).toBe('succeeded');
    const log = await readFile(join(run.outDir, 'container.log'), 'utf8');
    const expected = `${'a'.repeat(64 * 1024)}\nshort\n${'b'.repeat(16 * 1024)}\nno newline at the end`;
    expect(log === expected).toBe(true);
  });
});

describeDocker('a cancelled analysis in a container', () => {
  it('that had not begun creates nothing', async () => {
    const run = await dockerRun('beat');
    const outcome = await analyze(run, {}, { signal: AbortSignal.abort() });
    expect(outcome.status).toBe('cancelled');
    expect(containersOf(run.instance)).toEqual([]);
  });

  it.each([0, 300, 600, 900, 1_200])('leaves nothing where it comes %i ms after the start', async (ms) => {
    const run = await dockerRun('beat');
    const stop = new AbortController();
    const running = analyze(run, {}, { signal: stop.signal });
    await delay(ms);
    stop.abort();
    expect((await running).status).toBe('cancelled');
    expect(containersOf(run.instance)).toEqual([]);
    expect(await readdir(run.tempDir)).toEqual([]);
  });

  it('ends the analyzer that is at work', async () => {
    const run = await dockerRun('beat');
    const stop = new AbortController();
    const outcome = await analyze(
      run,
      {},
      {
        signal: stop.signal,
        onEvent: (event) => {
          if (event.type === 'analyzer') stop.abort();
        },
      },
    );
    expect(outcome.status).toBe('cancelled');
    expect(containersOf(run.instance)).toEqual([]);
  });
});

describeDocker('an engine that lacks something', () => {
  it('as the image, is told with the command that builds it', async () => {
    const run = await dockerRun('good', { images: { fast: 'csqa-test-not-there:1' } });
    const outcome = await analyze(run);
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { code: 'IMAGE_MISSING', hint: expect.stringContaining('docker build') },
    });
  });

  it('as its socket, is told apart from everything else', async () => {
    const run = await dockerRun('good');
    const environment = { ...run.options.environment, DOCKER_HOST: 'unix:///var/run/not-there.sock' };
    const outcome = await analyze({ ...run, options: { ...run.options, environment } });
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { code: 'ENGINE_UNREACHABLE', retryable: true },
    });
  });

  it('as its command line, is told with what to install', async () => {
    const run = await dockerRun('good', { bin: 'no-such-docker' });
    const outcome = await analyze(run);
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'ENGINE_UNAVAILABLE' } });
  });
});
