import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCombined, readReport, readRunRecord, renderRunRecord, WRITERS } from '@csqa/report';
import { isInOrder } from '@csqa/report/producer';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../report/test/sample-report.ts';
import { type ScriptedRun, scriptRun } from '../test/clinic-source.ts';
import { commitFiles, git } from '../test/repositories.ts';
import type { AnalysisEvent, AnalysisProgress } from './events.ts';
import type { LimitsInput } from './limits.ts';
import { createOrchestrator, type RunContext } from './orchestrator.ts';
import type { AnalysisOutcome } from './outcome.ts';
import type { AnalysisRequest } from './request.ts';

function analyze(
  run: ScriptedRun,
  changes: Partial<AnalysisRequest> = {},
  context: RunContext = {},
): Promise<AnalysisOutcome> {
  const request = {
    source: { kind: 'directory', path: run.source },
    outDir: run.outDir,
    ...changes,
  } as const;
  return createOrchestrator(run.options).analyze(request, context);
}

async function analyzeAs(
  behaviour: string,
  limits: LimitsInput = {},
): Promise<[AnalysisOutcome, ScriptedRun]> {
  const run = await scriptRun(behaviour);
  return [await analyze(run, { limits }), run];
}

function codeOf(outcome: AnalysisOutcome): string {
  return outcome.status === 'succeeded' ? 'succeeded' : `${outcome.status}: ${outcome.error.code}`;
}

/** Processes whose command line holds a text. */
async function processesWith(text: string): Promise<number> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(text)).length;
}

describe('an analysis that succeeds', () => {
  it('leaves the five artifacts, all of them valid, and nothing else', async () => {
    const [outcome, run] = await analyzeAs('good');
    expect(codeOf(outcome)).toBe('succeeded');
    const names = ['combined.json', 'container.log', 'orchestrator.json', 'report.json', 'summary.md'];
    expect((await readdir(run.outDir)).sort()).toEqual(['.csqa-out', ...names]);
    expect(outcome.artifacts.files.map(({ name }) => name).sort()).toEqual(names);
    const text = (name: string): Promise<string> => readFile(join(run.outDir, name), 'utf8');
    expect(readReport(await text('report.json')).ok).toBe(true);
    expect(readCombined(await text('combined.json')).ok).toBe(true);
    expect(readRunRecord(await text('orchestrator.json'))).toMatchObject({
      ok: true,
      value: {
        outcome: 'succeeded',
        error: null,
        engine: { name: 'local', requested: 'auto', isolation: 'process' },
      },
    });
    expect(await text('container.log')).toBe('read 2 files\n');
    expect(await readdir(run.tempDir)).toEqual([]);
  });

  it('says what it cost and who ran', async () => {
    const [outcome] = await analyzeAs('busy');
    expect(outcome.usage.wallMs).toBeGreaterThan(300);
    expect(outcome.usage.cpuMs).toBeGreaterThan(100);
    expect(outcome.usage.peakMemoryBytes).toBeGreaterThan(10_000_000);
    expect(outcome.usage).toMatchObject({ exitCode: 0, signal: null, outOfMemory: false });
    expect(outcome.record.versions.analyzer).toBe('9.9.9');
    expect(outcome.record.timings.phases.map(({ phase }) => phase)).toEqual([
      'start',
      'analyse',
      'analyse/inventory',
      'analyse/link',
      'intake',
      'render',
    ]);
  });

  it('tells its progress in order', async () => {
    const events: string[] = [];
    await analyze(
      await scriptRun('good'),
      {},
      {
        onEvent: (event) => events.push(event.type === 'analyzer' ? event.event.type : event.type),
      },
    );
    expect(events).toEqual([
      'phase',
      'phase',
      ...['hello', 'phase', 'progress', 'phase', 'warn', 'result'],
      'phase',
      'phase',
    ]);
  });

  it('gives the analyzer an empty home, the allow-listed environment and the documented arguments', async () => {
    const [, run] = await analyzeAs('environment', { memoryBytes: 1024 ** 3, timeoutSeconds: 77 });
    const log = await readFile(join(run.outDir, 'container.log'), 'utf8');
    const seen = JSON.parse(log.split('\n')[0] ?? '');
    expect(Object.keys(seen.env).sort()).toEqual([
      'HOME',
      'PATH',
      'TEMP',
      'TMP',
      'TMPDIR',
      'TZ',
      'USERPROFILE',
    ]);
    expect(seen.env.HOME).toContain(run.tempDir);
    expect(seen.execArgv).toEqual(['--max-old-space-size=768']);
    expect(seen.argv).toEqual([
      'analyze',
      ...['--source', run.source],
      ...['--out', expect.stringContaining('/out')],
      ...['--mode', 'fast'],
      ...['--deadline', '77'],
    ]);
  });

  it('leaves the call sites and more formats where they are asked for', async () => {
    const run = await scriptRun('good');
    const outcome = await analyze(run, { dumpCalls: true, formats: [], config: join(run.root, 'own.yml') });
    expect(outcome.artifacts.files.map(({ name }) => name)).toContain('calls.ndjson');
    expect(await readFile(join(run.outDir, 'calls.ndjson'), 'utf8')).toBe('{"name":"save"}\n');
    expect(await readdir(run.outDir)).not.toContain('summary.md');
  });

  it('writes for people in the language asked for, else in that of the configuration', async () => {
    const run = await scriptRun('good');
    const { config } = sampleReport().meta;
    const report = sampleReport({ meta: { ...sampleReport().meta, config: { ...config, language: 'ru' } } });
    await writeFile(join(run.source, 'valid-report.json'), WRITERS.json.render(report));
    const summary = async (changes: Partial<AnalysisRequest>): Promise<string> => {
      await analyze(run, changes);
      return readFile(join(run.outDir, 'summary.md'), 'utf8');
    };
    expect(await summary({})).toContain('Индекс риска');
    expect(await summary({ language: 'en' })).toContain('Risk index');
  });

  it('copes with garbage, an endless line and a last line without an end, and says so', async () => {
    const [outcome, run] = await analyzeAs('noisy');
    expect(codeOf(outcome)).toBe('succeeded');
    expect(outcome.record.warnings).toEqual([
      { code: 'garbage', message: expect.stringContaining('4 lines') },
    ]);
    const log = await readFile(join(run.outDir, 'container.log'), 'utf8');
    expect(log).toContain('Picked up JAVA_TOOL_OPTIONS');
    expect(log.length).toBeLessThan(20_000);
  });

  it('keeps head and tail of a log that is too long', async () => {
    const [outcome, run] = await analyzeAs('stderr-flood', { logBytes: 10_000 });
    expect(codeOf(outcome)).toBe('succeeded');
    const log = await readFile(join(run.outDir, 'container.log'), 'utf8');
    expect(log).toMatch(/^the very first line\n/);
    expect(log).toMatch(/the very last line\n$/);
    expect(log).toMatch(/\[\d+ bytes are left out here\]/);
    expect(log.length).toBeLessThan(10_100);
  });

  it('takes the processes along that the analyzer left behind', async () => {
    const [outcome, run] = await analyzeAs('leave-children');
    expect(codeOf(outcome)).toBe('succeeded');
    const child = /child (\d+)/.exec(await readFile(join(run.outDir, 'container.log'), 'utf8'))?.[1] ?? '';
    const stat = await readFile(`/proc/${child}/stat`, 'utf8').catch(() => 'gone');
    expect(stat).toMatch(/^gone$|\) Z /);
  });
});

describe('a revision', () => {
  it('is the commit of a clean work tree, and the out directory inside of it does not make it dirty', async () => {
    const run = await scriptRun('good');
    await git(run.source, 'init', '--quiet');
    const commit = await commitFiles(run.source, { 'src/Owner.java': 'class Owner {}\n' });
    for (const attempt of [1, 2]) {
      const outcome = await analyze(run, { outDir: join(run.source, 'csqa-report'), attempt });
      expect(outcome.source).toMatchObject({ commit, dirty: false });
      expect(outcome.status === 'succeeded' && outcome.report.meta.revision).toBe(commit);
    }
  });

  it('is marked where files differ, without running the filters that the tree names', async () => {
    const run = await scriptRun('good');
    await git(run.source, 'init', '--quiet');
    const commit = await commitFiles(run.source, { 'src/Owner.java': 'class Owner {}\n' });
    const trap = join(run.root, 'trap');
    await writeFile(join(run.source, '.gitattributes'), '*.java filter=evil\n');
    await git(run.source, 'config', 'filter.evil.clean', `sh -c 'touch ${trap}'`);
    await git(run.source, 'config', 'filter.evil.process', `sh -c 'touch ${trap}'`);
    await git(run.source, 'config', 'core.fsmonitor', `sh -c 'touch ${trap}'`);
    await writeFile(join(run.source, 'src/Owner.java'), 'class Keeper {}\n');
    const outcome = await analyze(run);
    expect(outcome.source).toMatchObject({ commit, dirty: true });
    expect(outcome.record.source.revision).toBe(`${commit}-dirty`);
    expect(await readdir(run.root)).not.toContain('trap');
  });

  it('is not claimed for a tree that is not under git, nor for one that its surrounding repository ignores', async () => {
    const run = await scriptRun('good');
    expect((await analyze(run)).source).toMatchObject({ commit: null, dirty: null });
    await git(run.root, 'init', '--quiet');
    await commitFiles(run.root, { '.gitignore': 'clinic/\nout/\n', 'readme.txt': 'Clinic\n' });
    expect((await analyze(run)).source).toMatchObject({ commit: null, dirty: null });
  });

  it('is that of the clone for a git source', async () => {
    const run = await scriptRun('good');
    await git(run.source, 'init', '--quiet', '--initial-branch=main');
    const commit = await commitFiles(run.source, { 'src/Owner.java': 'class Owner {}\n' });
    const orchestrator = createOrchestrator({ ...run.options, checkout: { allowProtocols: ['file'] } });
    const outcome = await orchestrator.analyze({
      source: { kind: 'git', url: `file://${run.source}`, ref: 'main' },
      outDir: run.outDir,
    });
    expect(codeOf(outcome)).toBe('succeeded');
    expect(outcome.record.source).toEqual({
      kind: 'git',
      url: `file://${run.source}`,
      ref: 'main',
      revision: commit,
    });
    expect(outcome.status === 'succeeded' && outcome.report.meta.revision).toBe(commit);
    expect(outcome.usage.sourceFiles).toBe(3);
  });
});

describe('a run that goes wrong is judged', () => {
  it.each<[what: string, behaviour: string, limits: LimitsInput, expected: string]>([
    ['no report', 'no-report', {}, 'failed: RESULT_MISSING'],
    ['half a report', 'invalid-json', {}, 'failed: RESULT_INVALID'],
    ['a report of another shape', 'wrong-shape', {}, 'failed: RESULT_INVALID'],
    ['another file than announced', 'other-file', {}, 'failed: RESULT_INVALID'],
    ['a link to a file of the host', 'symlink', {}, 'failed: RESULT_INVALID'],
    ['a second name of a file', 'hard-link', {}, 'failed: RESULT_INVALID'],
    ['a pipe', 'fifo', {}, 'failed: RESULT_INVALID'],
    ['a gigabyte of nothing', 'sparse', {}, 'failed: RESULT_TOO_LARGE'],
    ['too many files', 'hoard', { outBytes: 5_000_000 }, 'failed: RESULT_TOO_LARGE'],
    ['a flood on stdout', 'flood', { eventBytes: 2_000_000 }, 'failed: ANALYZER_FAILED'],
    ['silence', 'stall', { stallSeconds: 0.4 }, 'failed: STALLED'],
    ['silence after the report', 'report-then-hang', { stallSeconds: 3 }, 'incomplete: STALLED'],
    ['a full heap that it tells itself', 'full-heap', {}, 'failed: OOM'],
    ['its own deadline', 'deadline', {}, 'failed: TIMEOUT'],
    ['a full heap', 'eat-heap', { memoryBytes: 64 * 1024 ** 2 }, 'failed: OOM'],
    ['a worker with a full heap', 'eat-worker-heap', { memoryBytes: 96 * 1024 ** 2 }, 'failed: OOM'],
    ['too much memory outside of the heap', 'eat-memory', { memoryBytes: 300 * 1024 ** 2 }, 'failed: OOM'],
    ['a kill from outside', 'die-by-kill', {}, 'failed: KILLED_UNKNOWN'],
    ['an error that it reports', 'error-event', {}, 'failed: ANALYZER_FAILED'],
    ['input that it refuses', 'bad-config', {}, 'failed: INPUT_REJECTED'],
    ['exit 1 without a word', 'exit-1', {}, 'failed: ANALYZER_FAILED'],
    ['an exit code of container engines', 'exit-125', {}, 'failed: ANALYZER_FAILED'],
  ])('%s', async (...[, behaviour, limits, expected]) => {
    const [outcome, run] = await analyzeAs(behaviour, limits);
    expect(codeOf(outcome)).toBe(expected);
    const left = await readdir(run.outDir);
    expect(left).toContain('orchestrator.json');
    expect(left.includes('report.json')).toBe(outcome.status === 'incomplete');
    expect(left.filter((name) => name.startsWith('.csqa-s'))).toEqual([]);
    expect(await readdir(run.tempDir)).toEqual([]);
    expect(await processesWith(run.source)).toBe(0);
  });

  it('by the clock, when the deadline that it was given has passed unheeded', async () => {
    const [outcome] = await analyzeAs('beat', { timeoutSeconds: 0.2 });
    expect(codeOf(outcome)).toBe('failed: TIMEOUT');
  });

  it('with the words of the analyzer', async () => {
    const [outcome] = await analyzeAs('bad-config');
    expect(outcome.status === 'failed' && outcome.error).toMatchObject({
      message: '.csqa.yml:3: metrics.A9 is no metric.',
      hint: 'Remove A9.',
      owner: 'caller',
      evidence: { analyzerCode: 'CONFIG_INVALID', exitCode: 2 },
    });
  });

  it('with the error that Node tells of before its own version', async () => {
    const [outcome] = await analyzeAs('throw');
    expect(outcome.status === 'failed' && outcome.error).toMatchObject({
      code: 'ANALYZER_FAILED',
      message: 'The analyzer ended with exit code 1: TypeError: the reader is no reader',
    });
  });

  it('by its last word, where it does not end after it', async () => {
    const warnings: AnalysisProgress[] = [];
    const outcomes = await Promise.all(
      ['report-then-hang', 'error-then-hang'].map(async (behaviour) =>
        analyze(
          await scriptRun(behaviour),
          {},
          { onEvent: (event) => event.type === 'warning' && warnings.push(event) },
        ),
      ),
    );
    expect(outcomes.map(codeOf)).toEqual(['succeeded', 'failed: ANALYZER_FAILED']);
    expect(outcomes[1]?.status === 'failed' && outcomes[1].error.message).toBe('The linker lost its way.');
    expect(warnings).toMatchObject([{ code: 'lingering' }, { code: 'lingering' }]);
  });

  it('with a warning once it has been quiet for a while', async () => {
    const run = await scriptRun('stall');
    const warnings: AnalysisProgress[] = [];
    await analyze(
      run,
      { limits: { quietSeconds: 2, stallSeconds: 6 } },
      {
        onEvent: (event) => event.type === 'warning' && warnings.push(event),
      },
    );
    const message = expect.stringContaining('has said nothing');
    const ru = expect.stringContaining('молчит');
    expect(warnings).toEqual([{ type: 'warning', code: 'stalled', message, ru }]);
  });
});

describe('cancelling', () => {
  it('ends the analyzer and leaves the out directory as it was', async () => {
    const run = await scriptRun('beat');
    const abort = new AbortController();
    const outcome = await analyze(
      run,
      {},
      {
        signal: abort.signal,
        onEvent: (event) => event.type === 'analyzer' && abort.abort(),
      },
    );
    expect(codeOf(outcome)).toBe('cancelled: CANCELLED');
    expect(await readdir(run.outDir)).toEqual(['.csqa-out']);
    expect(await processesWith(run.source)).toBe(0);
  });

  it('kills after ten seconds what ignores TERM', async () => {
    const run = await scriptRun('ignore-term');
    const abort = new AbortController();
    const outcome = await analyze(
      run,
      {},
      {
        signal: abort.signal,
        onEvent: (event) => event.type === 'analyzer' && abort.abort(),
      },
    );
    expect(codeOf(outcome)).toBe('cancelled: CANCELLED');
    expect(outcome.usage.signal).toBe('SIGKILL');
    expect(outcome.usage.wallMs).toBeGreaterThan(9_900);
    expect(await processesWith(run.source)).toBe(0);
  });

  it('before the start touches nothing', async () => {
    const run = await scriptRun('good');
    const outcome = await analyze(run, {}, { signal: AbortSignal.abort() });
    expect(codeOf(outcome)).toBe('cancelled: CANCELLED');
    expect(await readdir(run.root)).not.toContain('out');
  });

  it('is what an error of the listener does, and the error comes back', async () => {
    const run = await scriptRun('beat');
    const analysis = analyze(
      run,
      {},
      {
        onEvent: (event) => {
          if (event.type === 'analyzer') throw new Error('the progress bar broke');
        },
      },
    );
    await expect(analysis).rejects.toThrow('the progress bar broke');
    expect(await processesWith(run.source)).toBe(0);
  });
});

describe('a request that cannot be run', () => {
  it.each<[string, (run: ScriptedRun) => Partial<AnalysisRequest>, string]>([
    [
      'a path that is not there',
      (run) => ({ source: { kind: 'directory', path: join(run.root, 'surgery') } }),
      'SOURCE_NOT_FOUND',
    ],
    [
      'a file',
      (run) => ({ source: { kind: 'directory', path: join(run.source, 'behaviour.json') } }),
      'SOURCE_NOT_A_DIRECTORY',
    ],
    [
      'a URL with a password',
      () => ({ source: { kind: 'git', url: 'https://ada:sesame@github.com/clinic' } }),
      'CLONE_FORBIDDEN_URL',
    ],
    ['the docker engine where there is no Docker', () => ({ engine: 'docker' }), 'ENGINE_UNAVAILABLE'],
    ['full, which needs a container, where there is none', () => ({ mode: 'full' }), 'ENGINE_UNAVAILABLE'],
    ['full on the local engine', () => ({ mode: 'full', engine: 'local' }), 'ENGINE_UNAVAILABLE'],
  ])('names %s and touches nothing', async (_, changes, code) => {
    const run = await scriptRun('good');
    const outcome = await analyze(run, changes(run));
    expect(codeOf(outcome)).toBe(`failed: ${code}`);
    expect(JSON.stringify(outcome)).not.toContain('sesame');
    expect(() => renderRunRecord(outcome.record)).not.toThrow();
    expect(isInOrder('run', outcome.record)).toBe(true);
    expect(await readdir(run.root)).not.toContain('out');
  });

  it('is refused before anything begins where it has no sense', async () => {
    const run = await scriptRun('good');
    const request = {
      source: { kind: 'directory', path: run.source },
      outDir: run.outDir,
      attempt: 0,
    } as const;
    await expect(createOrchestrator(run.options).analyze(request)).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
      message: expect.stringContaining('attempt'),
    });
  });

  it('names an analyzer that is not there', async () => {
    const run = await scriptRun('good');
    const options = { ...run.options, analyzerBin: join(run.root, 'no-analyzer.mjs') };
    const source = { kind: 'directory', path: run.source } as const;
    const outcome = await createOrchestrator(options).analyze({ source, outDir: run.outDir });
    expect(codeOf(outcome)).toBe('failed: ANALYZER_NOT_FOUND');
  });
});

describe('the stream', () => {
  async function collect(run: ScriptedRun): Promise<AnalysisEvent[]> {
    const source = { kind: 'directory', path: run.source } as const;
    const events: AnalysisEvent[] = [];
    for await (const event of createOrchestrator(run.options).stream({ source, outDir: run.outDir })) {
      events.push(event);
    }
    return events;
  }

  it('ends with the outcome', async () => {
    const events = await collect(await scriptRun('good'));
    expect(events[0]).toEqual({ type: 'phase', phase: 'start' });
    expect(events.at(-1)).toMatchObject({ type: 'outcome', outcome: { status: 'succeeded' } });
  });

  it('ends with the outcome of a run that failed, too', async () => {
    const events = await collect(await scriptRun('exit-1'));
    expect(events.at(-1)).toMatchObject({ type: 'outcome', outcome: { status: 'failed' } });
  });

  it('cancels the run when its reader leaves', async () => {
    const run = await scriptRun('beat');
    const source = { kind: 'directory', path: run.source } as const;
    for await (const event of createOrchestrator(run.options).stream({ source, outDir: run.outDir })) {
      if (event.type === 'analyzer') break;
    }
    expect(await processesWith(run.source)).toBe(0);
    expect(await readdir(run.tempDir)).toEqual([]);
  });

  it('does not begin before it is read', async () => {
    const run = await scriptRun('good');
    await mkdir(run.tempDir);
    const source = { kind: 'directory', path: run.source } as const;
    const stream = createOrchestrator(run.options).stream({ source, outDir: run.outDir });
    expect(await readdir(run.tempDir)).toEqual([]);
    await stream.return();
    expect(await readdir(run.root)).not.toContain('out');
  });
});
