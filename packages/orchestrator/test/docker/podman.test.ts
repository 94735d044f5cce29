import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execaSync } from 'execa';
import { expect, it } from 'vitest';
import { createOrchestrator } from '../../src/orchestrator.ts';
import type { AnalysisOutcome } from '../../src/outcome.ts';
import type { AnalysisRequest } from '../../src/request.ts';
import { scratchDirectory } from '../job.ts';
import { containersOf, type DockerRun, describeDocker, dockerRun, fakeImage } from './real-engine.ts';

/** A real Podman: set to its path to run these tests with it, too. */
const REAL_PODMAN = process.env.CSQA_TEST_PODMAN;

/** A program called `podman` that answers as Podman does and has Docker do the work. */
async function standIn(): Promise<string> {
  const script = fileURLToPath(new URL('../fixtures/stand-in-podman.mjs', import.meta.url));
  const path = join(await scratchDirectory(), 'podman');
  await writeFile(path, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
  await chmod(path, 0o755);
  return path;
}

/** Gives the real one the image that Docker has. */
function loadInto(bin: string): string {
  const image = fakeImage();
  const archive = execaSync('docker', ['save', image], { encoding: 'buffer', maxBuffer: 2 ** 31 });
  execaSync(bin, ['load'], { input: archive.stdout });
  return bin;
}

const kinds = [
  ['a stand-in', standIn] as const,
  ...(REAL_PODMAN === undefined
    ? []
    : [['the real one', () => Promise.resolve(loadInto(REAL_PODMAN))] as const]),
];

async function analyze(
  behaviour: string,
  bin: string,
  changes: Partial<AnalysisRequest> = {},
): Promise<{ readonly run: DockerRun; readonly outcome: AnalysisOutcome }> {
  const run = await dockerRun(behaviour, { bin });
  const source = { kind: 'directory', path: run.source } as const;
  const outcome = await createOrchestrator(run.options).analyze({ source, outDir: run.outDir, ...changes });
  return { run, outcome };
}

describeDocker('Podman, named by CSQA_DOCKER_BIN', () => {
  it.each(kinds)('runs an analysis by bind and by copy: %s', async (_, program) => {
    const bin = await program();
    for (const transfer of ['bind', 'copy'] as const) {
      const run = await dockerRun('good', { bin, transfer });
      const source = { kind: 'directory', path: run.source } as const;
      const outcome = await createOrchestrator(run.options).analyze({ source, outDir: run.outDir });
      expect(outcome).toMatchObject({ status: 'succeeded', engine: { name: 'podman', transfer } });
      expect(containersOf(run.instance)).toEqual([]);
    }
  });

  it.each(kinds)('tells a failure, and shuts a container in as Docker does: %s', async (_, program) => {
    const bin = await program();
    const { outcome } = await analyze('exit-1', bin);
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'ANALYZER_FAILED' } });
    const { outcome: alone, run } = await analyze('isolation', bin);
    expect(alone.status).toBe('succeeded');
    const log = await readFile(join(run.outDir, 'container.log'), 'utf8');
    expect(JSON.parse(log.split('\n')[0] ?? '')).toMatchObject({
      capabilities: '0000000000000000',
      noNewPrivileges: '1',
      interfaces: ['lo'],
      socket: false,
      root: 'EROFS',
      tmp: 'written',
    });
  });

  it.each(kinds)('says what is missing, and is examined by the doctor: %s', async (_, program) => {
    const bin = await program();
    const run = await dockerRun('good', { bin, images: { fast: 'csqa-nowhere:none' } });
    const source = { kind: 'directory', path: run.source } as const;
    const outcome = await createOrchestrator(run.options).analyze({ source, outDir: run.outDir });
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'IMAGE_MISSING' } });
    const { checks } = await createOrchestrator(run.options).doctor();
    expect(checks.find(({ id }) => id === 'docker')).toMatchObject({
      status: 'ok',
      detail: expect.stringContaining('engine 4.'),
    });
  });
});
