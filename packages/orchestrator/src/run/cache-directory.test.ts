import { execFileSync } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ScriptedRun, scriptRun } from '../../test/clinic-source.ts';
import { nest } from '../../test/deep-directories.ts';
import type { OrchestratorOptions } from '../options.ts';
import { createOrchestrator } from '../orchestrator.ts';
import type { AnalysisRequest } from '../request.ts';

/** Runs an analysis; gives its outcome, its log and the warnings of the orchestrator. */
async function analyze(
  run: ScriptedRun,
  request: Partial<AnalysisRequest> = {},
  options: OrchestratorOptions = {},
) {
  const outcome = await createOrchestrator({ ...run.options, ...options }).analyze({
    source: { kind: 'directory', path: run.source },
    outDir: run.outDir,
    ...request,
  });
  const warnings = outcome.record.warnings.filter(({ code }) => code === 'cache');
  const log = await readFile(join(run.outDir, 'container.log'), 'utf8').catch(() => '');
  return { outcome, log, warnings };
}

describe('what is kept of a project', () => {
  it('is in the directory that the request names, made for it and for nobody else', async () => {
    const run = await scriptRun('keep');
    const cacheDir = join(run.root, 'cache/project');
    const first = await analyze(run, { cacheDir });
    expect(first.outcome.status).toBe('succeeded');
    expect(first.log).toContain('kept before: \n');
    expect((await lstat(cacheDir)).mode & 0o777).toBe(0o700);
    expect(first.warnings).toEqual([]);
    expect((await analyze(run, { cacheDir })).log).toContain('kept before: kept\n');
    expect((await analyze(run, { cacheDir: join(run.root, 'cache/other') })).log).toContain(
      'kept before: \n',
    );
  });

  it('is in that of the options where the request names none, and else not', async () => {
    const run = await scriptRun('keep');
    const [general, own] = [join(run.root, 'general'), join(run.root, 'own')];
    await mkdir(general);
    await analyze(run, {}, { cacheDir: general });
    expect(await readdir(general)).toEqual(['kept']);
    const { log } = await analyze(run, { cacheDir: own }, { cacheDir: general });
    expect(log).toContain('kept before: \n');
    expect(await readdir(own)).toEqual(['kept']);
  });

  it.each([
    ['a file is', (path: string) => writeFile(path, 'mine'), 'EEXIST'],
    ['a link is', (path: string, elsewhere: string) => symlink(elsewhere, path), 'a link'],
  ])('is nothing, and the run is told so, where %s', async (_, make, reason) => {
    const run = await scriptRun('environment');
    const [cacheDir, elsewhere] = [join(run.root, 'cache'), join(run.root, 'elsewhere')];
    await mkdir(elsewhere);
    await make(cacheDir, elsewhere);
    const { outcome, log, warnings } = await analyze(run, { cacheDir });
    expect(outcome.status).toBe('succeeded');
    expect(log).not.toContain('--cache-dir');
    expect(warnings).toMatchObject([{ message: expect.stringContaining(reason) }]);
    expect(await readdir(elsewhere)).toEqual([]);
  });

  it('is removed before a run where there is more than may be, and else not', async () => {
    const run = await scriptRun('keep');
    const cacheDir = join(run.root, 'cache');
    const noText = Buffer.concat([Buffer.from(`${cacheDir}/`), Buffer.from([0xff, 0xfe])]);
    await mkdir(noText, { recursive: true });
    await writeFile(Buffer.concat([noText, Buffer.from('/junk')]), Buffer.alloc(1_000_000, 1));
    expect((await analyze(run, { cacheDir })).log).not.toContain('kept before: \n');
    const { outcome, log } = await analyze(run, { cacheDir, limits: { cacheBytes: 500_000 } });
    expect(outcome.status).toBe('succeeded');
    expect(log).toContain('kept before: \n');
  });

  it('is nothing where there is more than may be, and it cannot be removed', async () => {
    const run = await scriptRun('environment');
    const cacheDir = join(run.root, 'cache');
    await mkdir(cacheDir);
    nest(cacheDir, 20);
    onTestFinished(() => {
      execFileSync('rm', ['-rf', cacheDir]);
    });
    const { outcome, log, warnings } = await analyze(run, { cacheDir, limits: { cacheBytes: 4_096 } });
    expect(outcome.status).toBe('succeeded');
    expect(log).not.toContain('--cache-dir');
    expect(warnings).toHaveLength(1);
  });

  it('is removed with the end of an analyzer that keeps too much, but not what a link in it leads to', async () => {
    const run = await scriptRun('keep-much');
    const cacheDir = join(run.root, 'cache');
    const source = await readdir(run.source);
    const { outcome } = await analyze(run, { cacheDir, limits: { cacheBytes: 5_000_000 } });
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { code: 'RESULT_TOO_LARGE', message: expect.stringContaining('5000000 bytes for later runs') },
    });
    expect(await readdir(cacheDir)).toEqual([]);
    expect(await readdir(run.source)).toEqual(source);
  });
});
