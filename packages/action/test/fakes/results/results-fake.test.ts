import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DefaultArtifactClient } from '@actions/artifact';
import { restoreCache, saveCache } from '@actions/cache';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fromBuffer, type ZipFile } from 'yauzl';
import { publishArtifact } from '../../../src/publishers/publish-artifact.ts';
import { sampleContext } from '../../comment-sample.ts';
import { type ResultsFake, startResults } from './results-fake.ts';

/** The services, and a directory with a report in it. */
async function job(): Promise<{ readonly fake: ResultsFake; readonly root: string; readonly file: string }> {
  const fake = await startResults();
  const root = await mkdtemp(join(tmpdir(), 'csqa-job-'));
  const file = join(root, 'report.json');
  await writeFile(file, '{"contract":1}'.padEnd(200_000));
  for (const [name, value] of Object.entries({
    ...fake.environment,
    RUNNER_TEMP: root,
    GITHUB_WORKSPACE: root,
  }))
    vi.stubEnv(name, value);
  // The libraries write workflow commands and their progress to where a runner reads.
  const output = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(async () => {
    output.mockRestore();
    vi.unstubAllEnvs();
    await fake[Symbol.asyncDispose]();
    await rm(root, { recursive: true, force: true });
  });
  return { fake, root, file };
}

async function namesIn(zip: Buffer): Promise<string[]> {
  const opened: ZipFile = await promisify<Buffer, object, ZipFile>(fromBuffer)(zip, { lazyEntries: false });
  const names: string[] = [];
  opened.on('entry', ({ fileName }: { fileName: string }) => names.push(fileName));
  await new Promise((resolve) => opened.on('end', resolve));
  return names;
}

describe('reports as an artifact, by @actions/artifact at the wire', () => {
  it('are kept as a zip whose names are relative, for as long as asked', async () => {
    const { fake, root, file } = await job();
    const artifact = { as: 'artifact', name: 'csqa-owners', files: [file], root, retentionDays: 5 } as const;
    expect(await publishArtifact(new DefaultArtifactClient(), sampleContext(), artifact)).toEqual({
      name: 'artifact',
      status: 'published',
      url: 'https://github.com/clinic/owners/actions/runs/4211/artifacts/4001',
      id: '4001',
    });
    expect(fake.artifacts).toMatchObject([{ name: 'csqa-owners', retentionDays: 5 }]);
    expect(await namesIn(fake.artifacts[0]?.content ?? Buffer.alloc(0))).toEqual(['report.json']);
  });

  it('say that the name is taken, and that the storage is full', async () => {
    const { fake, root, file } = await job();
    const artifact = { as: 'artifact', name: 'csqa-owners', files: [file], root } as const;
    const client = new DefaultArtifactClient();
    await publishArtifact(client, sampleContext(), artifact);
    expect(await publishArtifact(client, sampleContext(), artifact)).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('the run has one of that name'),
      yamlLine: 'project: another-name',
    });
    fake.isFull = true;
    expect(await publishArtifact(client, sampleContext(), { ...artifact, name: 'other' })).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('the storage of artifacts is full'),
    });
  });

  it('are skipped on GitHub Enterprise Server without a request', async () => {
    const { fake, root, file } = await job();
    vi.stubEnv('ACTIONS_RESULTS_URL', 'http://127.0.0.1:9/');
    const servers = { web: 'https://git.corp', api: 'https://git.corp/api/v3', isEnterprise: true };
    const artifact = { as: 'artifact', name: 'csqa-owners', files: [file], root } as const;
    expect(
      await publishArtifact(new DefaultArtifactClient(), sampleContext({ servers }), artifact),
    ).toMatchObject({
      status: 'skipped',
      reason: expect.stringContaining('report-dir'),
    });
    expect(fake.artifacts).toEqual([]);
  });

  it('are told of as lost where the runner gave no token', async () => {
    const { root, file } = await job();
    vi.stubEnv('ACTIONS_RUNTIME_TOKEN', '');
    const artifact = { as: 'report-bundle', name: 'csqa-bundle', files: [file], root } as const;
    expect(await publishArtifact(new DefaultArtifactClient(), sampleContext(), artifact)).toMatchObject({
      name: 'report-bundle',
      status: 'degraded',
      reason: expect.stringContaining('ACTIONS_RUNTIME_TOKEN'),
    });
  });
});

describe('a cache, by @actions/cache at the wire', () => {
  it('gives back what was kept, by key and by its beginning, the newest first', async () => {
    const { fake, file } = await job();
    await saveCache([file], 'csqa-1-a');
    await writeFile(file, 'newer');
    await saveCache([file], 'csqa-1-b');
    await rm(file);
    expect(await restoreCache([file], 'csqa-1-none')).toBeUndefined();
    expect(await restoreCache([file], 'csqa-1-a')).toBe('csqa-1-a');
    expect((await readFile(file, 'utf8')).trim()).toBe('{"contract":1}');
    expect(await restoreCache([file], 'csqa-1-none', ['csqa-1-'])).toBe('csqa-1-b');
    expect(await readFile(file, 'utf8')).toBe('newer');
    expect(fake.caches.map(({ key }) => key)).toEqual(['csqa-1-a', 'csqa-1-b']);
  });

  it('keeps nothing for a token that may only read, and never overwrites', async () => {
    const { fake, file } = await job();
    await saveCache([file], 'csqa-1-a');
    await saveCache([file], 'csqa-1-a');
    fake.isReadOnly = true;
    await saveCache([file], 'csqa-1-b');
    expect(fake.caches.map(({ key }) => key)).toEqual(['csqa-1-a']);
  });
});
