import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Api } from './api.ts';
import { type ClinicServer, startClinicServer } from './clinic-server.ts';
import { describeStack } from './engine.ts';
import { run, Stack, until } from './stack.ts';

const PASSWORD = 'p@ss/w:rd?&#%';
const FULL_IMAGE = 'csqa-metrics:stack-full';

describeStack('a deployment where nothing is as usual', () => {
  let clinic: ClinicServer;
  let stack: Stack;

  beforeAll(async () => {
    clinic = await startClinicServer();
    stack = await Stack.create({
      ...clinic.parts,
      portName: 'PORT',
      settings: {
        ...clinic.parts.settings,
        ...{ POSTGRES_DB: 'measures', POSTGRES_USER: 'keeper', POSTGRES_PASSWORD: PASSWORD },
        CSQA_IMAGE_FULL: FULL_IMAGE,
      },
    });
    await stack.set('CSQA_DATA_DIR', join(stack.directory, 'elsewhere'));
    // Without --wait, for which a service that has ended and that nobody waits for is a failure.
    await stack.must('--profile', 'full', 'up', '--build', '-d');
    await until('page', 90, async () => ((await stack.ask('/ready'))?.status === 200 ? true : null));
  });
  afterAll(async () => {
    await stack[Symbol.asyncDispose]();
    await clinic[Symbol.asyncDispose]();
  });

  it('answers on PORT, the other name of APP_HTTP_PORT', async () => {
    expect((await stack.ask('/ready'))?.status).toBe(200);
  });

  it('keeps its tables in POSTGRES_DB, as POSTGRES_USER with a password of any letters', async () => {
    const tables = await stack.must(
      ...['exec', '-T', 'postgres', 'psql', '-U', 'keeper', '-d', 'measures', '-Atc'],
      "select tableowner from pg_tables where tablename = 'run'",
    );
    expect(tables).toBe('keeper');
    expect(await stack.logs('web')).not.toContain(PASSWORD);
  });

  it('has its files in the directory out of CSQA_DATA_DIR', async () => {
    await stack.must('exec', '-T', '-u', 'node', 'web', 'csqa', 'backup', '/app/out/csqa.backup');
    expect(await readdir(join(stack.directory, 'elsewhere', 'out'))).toContain('csqa.backup');
  });

  it('shows its log: who asked for what, and nothing secret', async () => {
    await stack.ask('/api/v1/queue?x=1');
    const { all } = await stack.compose('logs', '--no-color', '--no-log-prefix', '--tail', '20', 'web');
    expect(all).toContain('/api/v1/queue');
    expect(all).not.toContain(stack.token);
  });

  it('has the profile full: its image, and an analysis in it', async () => {
    expect((await run('docker', ['image', 'inspect', FULL_IMAGE])).code).toBe(0);
    const api = new Api(stack);
    const { id } = await api.json<{ id: string }>('/runs', { url: clinic.url, mode: 'full' });
    const ended = await api.end(id);
    expect(ended).toMatchObject({ mode: 'full', state: 'succeeded', error: null, index: expect.any(Number) });
  });

  it('has more workers on this host by the profile workers, and they go again', async () => {
    const api = new Api(stack);
    const count = async () => (await api.json<{ workers: readonly object[] }>('/workers')).workers.length;
    expect(await count()).toBe(1);
    await stack.must('--profile', 'workers', 'up', '-d', '--scale', 'worker=2');
    await until('two more workers', 60, async () => ((await count()) === 3 ? true : null));
    const runs = await Promise.all([api.submit(clinic.url), api.submit(clinic.url), api.submit(clinic.url)]);
    for (const { id } of runs) expect(await api.end(id)).toMatchObject({ state: 'succeeded', error: null });
    await stack.must('--profile', 'workers', 'rm', '--stop', '--force', 'worker');
    await until('one worker', 60, async () => ((await count()) === 1 ? true : null));
  });

  it('has its files where CSQA_HOST_OUT_DIR says, and mounts them from there into analyses', async () => {
    const out = join(stack.directory, 'host out');
    await mkdir(out);
    await stack.set('CSQA_HOST_OUT_DIR', out);
    await stack.must('up', '-d', '--wait');
    const api = new Api(stack);
    const { id } = await api.submit(clinic.url);
    expect(await api.end(id)).toMatchObject({ state: 'succeeded', error: null });
    const { orchestrator } = await api.json<{ orchestrator: { engine: object } }>(
      `/runs/${id}/artifacts/combined`,
    );
    expect(orchestrator.engine).toMatchObject({ name: 'docker', transfer: 'bind' });
    expect(await readdir(out)).toContain('runs');
  });
});
