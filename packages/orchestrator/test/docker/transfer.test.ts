import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import type { TransferChoice } from '../../src/docker/docker-options.ts';
import { createOrchestrator, type RunContext } from '../../src/orchestrator.ts';
import type { AnalysisOutcome } from '../../src/outcome.ts';
import type { AnalysisRequest } from '../../src/request.ts';
import { writeBehaviour } from '../clinic-source.ts';
import { scratchDirectory } from '../job.ts';
import {
  containersOf,
  type DockerRun,
  describeDocker,
  docker,
  dockerRun,
  untilNoVolumeIsLeft,
  volumes,
} from './real-engine.ts';

const clinic = fileURLToPath(new URL('../../../../examples/clinic', import.meta.url));

function analyze(
  run: DockerRun,
  changes: Partial<AnalysisRequest> = {},
  context: RunContext = {},
): Promise<AnalysisOutcome> {
  const source = { kind: 'directory', path: run.source } as const;
  return createOrchestrator(run.options).analyze({ source, outDir: run.outDir, ...changes }, context);
}

function codeOf(outcome: AnalysisOutcome): string {
  return outcome.status === 'succeeded' ? 'succeeded' : `${outcome.status}: ${outcome.error.code}`;
}

/** The analyzer of the image, to be run here: the sources may be newer than the image. */
async function analyzerOfImage(): Promise<string> {
  const copy = await scratchDirectory();
  const { stdout: container } = docker(['create', 'csqa-metrics:fast']);
  onTestFinished(() => {
    docker(['rm', '--force', '--volumes', container]);
  });
  expect(docker(['cp', `${container}:/opt/csqa`, copy]).exitCode).toBe(0);
  return join(copy, 'csqa/analyzer/dist/main.js');
}

describeDocker('the reports of the real analyzer', () => {
  it('are the same bytes whether it runs as a process, on a bind or on a copy', async () => {
    const analyzerBin = await analyzerOfImage();
    const reports: string[] = [];
    for (const transfer of ['local', 'bind', 'copy'] as const) {
      const images = { fast: 'csqa-metrics:fast' };
      const run = await dockerRun('good', transfer === 'local' ? {} : { images, transfer });
      // A copy of its own each time: neither the path nor the order of its files may show.
      await cp(clinic, run.source, { recursive: true, force: true });
      const options = { ...run.options, analyzerBin };
      const outcome = await analyze({ ...run, options }, transfer === 'local' ? { engine: 'local' } : {});
      expect(codeOf(outcome)).toBe('succeeded');
      expect(outcome.engine.transfer).toBe(transfer === 'local' ? 'none' : transfer);
      reports.push(await readFile(join(run.outDir, 'report.json'), 'utf8'));
    }
    expect(new Set(reports).size).toBe(1);
  });

  it('read the configuration that was named, wherever it stands and whoever may read it', async () => {
    for (const transfer of ['bind', 'copy'] as const) {
      const run = await dockerRun('good', { images: { fast: 'csqa-metrics:fast' }, transfer });
      await cp(clinic, run.source, { recursive: true, force: true });
      const config = join(run.root, 'elsewhere.yml');
      await writeFile(config, 'language: ru\n', { mode: 0o600 });
      expect(codeOf(await analyze(run, { config }))).toBe('succeeded');
      expect(JSON.parse(await readFile(join(run.outDir, 'report.json'), 'utf8')).meta.config.language).toBe(
        'ru',
      );
    }
  });
}, ['csqa-metrics:fast']);

describeDocker('what is kept of a project', () => {
  it('is taken by the next container, which gives the same bytes, and by none of another project', async () => {
    const images = { fast: 'csqa-metrics:fast' };
    const run = await dockerRun('good', { images });
    await cp(clinic, run.source, { recursive: true, force: true });
    const outcome = async (project: string) => {
      const analysed = await analyze(run, { cacheDir: join(run.root, 'cache', project) });
      expect(codeOf(analysed)).toBe('succeeded');
      const [log, report] = await Promise.all(
        ['container.log', 'report.json'].map((name) => readFile(join(run.outDir, name), 'utf8')),
      );
      return { transfer: analysed.engine.transfer, log, report };
    };
    const first = await outcome('clinic');
    expect(first.transfer).toBe('bind');
    expect((await readdir(join(run.root, 'cache/clinic'))).map((name) => extname(name)).sort()).toEqual([
      '.facts',
      '.result',
      '.tests',
    ]);
    const second = await outcome('clinic');
    expect(second.report).toBe(first.report);
    expect(first.log).toContain('stage link');
    expect(second.log).not.toContain('stage link');
    expect((await outcome('other')).log).toContain('stage link');
    expect((await readdir(join(run.root, 'cache'))).sort()).toEqual(['clinic', 'other']);
  });

  it('is nothing where files are copied, and that is said', async () => {
    const run = await dockerRun('good', { transfer: 'copy' });
    const cacheDir = join(run.root, 'cache');
    const outcome = await analyze(run, { cacheDir });
    expect(codeOf(outcome)).toBe('succeeded');
    expect(await readFile(join(run.outDir, 'container.log'), 'utf8')).toContain(
      'csqa: nothing is kept for the next run: files are copied to the container',
    );
    expect(await readdir(cacheDir)).toEqual([]);
  });

  it('is removed with the end of a container that keeps too much', async () => {
    const run = await dockerRun('keep-much');
    const cacheDir = join(run.root, 'cache');
    const outcome = await analyze(run, { cacheDir, limits: { cacheBytes: 5_000_000 } });
    expect(codeOf(outcome)).toBe('failed: RESULT_TOO_LARGE');
    expect(await readdir(cacheDir)).toEqual([]);
  });
}, ['csqa-metrics:fast']);

const AWKWARD_NAMES = [
  'with blanks',
  'comma,in,it',
  'colon:in:it',
  'Клиника',
  `quote"s and 'ticks'`,
  'a=b;c',
];

describeDocker('a path on its way into a container', () => {
  it.each(
    AWKWARD_NAMES.flatMap((name) => (['bind', 'copy'] as const).map((transfer) => ({ name, transfer }))),
  )('may be called $name by $transfer', async ({ name, transfer }) => {
    const run = await dockerRun('good', { transfer });
    const source = join(run.root, name);
    await mkdir(source);
    await writeBehaviour(source, 'good');
    const tempDir = join(run.root, `${name} jobs`);
    await mkdir(tempDir);
    const outcome = await analyze(
      { ...run, options: { ...run.options, tempDir } },
      { source: { kind: 'directory', path: source }, dumpCalls: true },
    );
    expect(codeOf(outcome)).toBe('succeeded');
    expect(await readdir(run.outDir)).toContain('calls.ndjson');
  });

  it('may be a link to the directory', async () => {
    const run = await dockerRun('good');
    await symlink(run.source, join(run.root, 'link'));
    const source = { kind: 'directory', path: join(run.root, 'link') } as const;
    expect(codeOf(await analyze(run, { source }))).toBe('succeeded');
  });

  it('is refused where the mapping says that it is something else, with what it should say', async () => {
    const run = await dockerRun('good');
    const wrong = join(run.root, 'somewhere-else');
    await mkdir(wrong);
    const pathMap = [{ inside: run.tempDir, host: wrong }];
    const { options } = run;
    const outcome = await analyze({
      ...run,
      options: { ...options, docker: { ...options.docker, pathMap } },
    });
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { code: 'PATH_NOT_SHARED', message: expect.stringContaining('Self-inspection sees') },
    });
  });

  it('is never made on the host by mounting it', async () => {
    const run = await dockerRun('good');
    const pathMap = [{ inside: run.tempDir, host: join(run.root, 'not-there') }];
    const { options } = run;
    const outcome = await analyze({
      ...run,
      options: { ...options, docker: { ...options.docker, pathMap } },
    });
    expect(codeOf(outcome)).toBe('failed: PATH_NOT_SHARED');
    expect(await readdir(run.root)).not.toContain('not-there');
  });

  it('needs no sharing where it is copied', async () => {
    const before = volumes();
    const run = await dockerRun('good', { transfer: 'copy' });
    expect(codeOf(await analyze(run))).toBe('succeeded');
    expect(containersOf(run.instance)).toEqual([]);
    await untilNoVolumeIsLeft(before);
  });
});

const TRANSFERS: readonly TransferChoice[] = ['bind', 'copy'];

describeDocker('an out directory that is a trap', () => {
  it.each(
    TRANSFERS.flatMap((transfer) =>
      [
        ['symlink', 'failed: RESULT_INVALID'],
        ['fifo', 'failed: RESULT_INVALID'],
        ['wrong-shape', 'failed: RESULT_INVALID'],
        ['invalid-json', 'failed: RESULT_INVALID'],
        ['other-file', 'failed: RESULT_INVALID'],
        ['sparse', 'failed: RESULT_TOO_LARGE'],
      ].map(([behaviour, expected]) => ({ transfer, behaviour, expected })),
    ),
  )('with $behaviour by $transfer is $expected', async ({ transfer, behaviour, expected }) => {
    const run = await dockerRun(behaviour ?? '', { transfer });
    expect(codeOf(await analyze(run, { limits: { outBytes: 512 * 1024 * 1024 } }))).toBe(expected);
    expect(containersOf(run.instance)).toEqual([]);
  });

  it.each(TRANSFERS)(
    'is brought by %s of an analyzer that told its result and does not end',
    async (transfer) => {
      const run = await dockerRun('report-then-hang', { transfer });
      const warned: string[] = [];
      const outcome = await analyze(
        run,
        {},
        {
          onEvent: (event) => event.type === 'warning' && warned.push(event.code),
        },
      );
      expect(codeOf(outcome)).toBe('succeeded');
      expect(warned).toContain('lingering');
      expect(containersOf(run.instance)).toEqual([]);
    },
  );

  it('that fills up ends the run', async () => {
    const run = await dockerRun('hoard', { transfer: 'bind' });
    expect(codeOf(await analyze(run, { limits: { outBytes: 20_000_000 } }))).toBe('failed: RESULT_TOO_LARGE');
  });
});

describeDocker('a container of ours', () => {
  it('has no network, no capability, no socket, no secret of ours and nothing to write to but /out and /tmp', async () => {
    for (const transfer of TRANSFERS) {
      const run = await dockerRun('isolation', { transfer });
      const environment = { ...run.options.environment, SECRET_OF_THE_HOST: 'do-not-pass-on' };
      expect(codeOf(await analyze({ ...run, options: { ...run.options, environment } }))).toBe('succeeded');
      const log = await readFile(join(run.outDir, 'container.log'), 'utf8');
      const seen = JSON.parse(log.split('\n')[0] ?? '');
      expect(seen).toMatchObject({
        capabilities: '0000000000000000',
        noNewPrivileges: '1',
        seccomp: '2',
        interfaces: ['lo'],
        socket: false,
        root: 'EROFS',
        tmp: 'written',
      });
      expect(seen.uid).not.toBe(0);
      expect(seen.environment).not.toContain('SECRET_OF_THE_HOST');
      if (transfer === 'bind') expect(seen.source).toBe('EROFS');
    }
  });
});
