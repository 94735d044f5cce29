import { expect, it } from 'vitest';
import { describeStack } from './engine.ts';
import { freePort, IMAGES, run, Stack, until } from './stack.ts';

const TOKEN = 'platform-token-0123456789';

interface Lonely extends AsyncDisposable {
  readonly port: number;
  readonly logs: () => Promise<string>;
}

/** The image as a platform runs it: no socket, no volume, a user of its choice, a port by PORT. */
async function alone(name: string, words: readonly string[] = []): Promise<Lonely> {
  const port = await freePort();
  const settings = { CSA_WEB_TOKEN: TOKEN, PORT: String(port), CSQA_ENGINE: 'local' };
  const started = await run('docker', [
    ...['run', '-d', '--name', name, '--user', '54321:0', '-p', `${port}:${port}`],
    ...Object.entries(settings).flatMap(([key, value]) => ['-e', `${key}=${value}`]),
    ...words,
    IMAGES.CSQA_WEB_IMAGE,
  ]);
  if (started.code !== 0) throw new Error(started.all);
  return {
    port,
    logs: async () => (await run('docker', ['logs', name])).all,
    [Symbol.asyncDispose]: async () => {
      await run('docker', ['rm', '-f', '-v', name]);
    },
  };
}

const isReady = (port: number) => async () => {
  const reply = await fetch(`http://localhost:${port}/ready`).catch(() => null);
  return reply?.status === 200 ? true : null;
};

describeStack('the image on a platform without an engine', () => {
  it('keeps everything in itself where it is given nothing', async () => {
    await using app = await alone('csqa-stack-alone');
    await until('answer', 90, isReady(app.port));
    expect(await app.logs()).toContain('running as user 54321');
    const health = await until('state of health', 60, async () => {
      const { stdout } = await run('docker', [
        'inspect',
        '--format',
        '{{.State.Health.Status}}',
        'csqa-stack-alone',
      ]);
      return stdout === 'healthy' ? stdout : null;
    });
    expect(health).toBe('healthy');
  });

  it('keeps everything in a PostgreSQL of the platform where it is given one', async () => {
    await using database = await Stack.create();
    await database.must('up', '-d', '--wait', 'postgres');
    const url = 'postgresql://csqa:csqa@postgres:5432/csqa';
    const network = ['--network', `${database.name}_default`, '-e', `DATABASE_URL=${url}`];
    await using app = await alone('csqa-stack-managed', network);
    await until('answer', 90, isReady(app.port));
    const tables = await database.must(
      ...['exec', '-T', 'postgres', 'psql', '-U', 'csqa', '-d', 'csqa', '-Atc'],
      "select count(*) from information_schema.tables where table_name = 'run'",
    );
    expect(tables).toBe('1');
  });
});
