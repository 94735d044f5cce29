import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { describeStack } from './engine.ts';
import { run, Stack, until } from './stack.ts';

/** Starts web alone, as where everything else is elsewhere, and waits until its log says something. */
async function logSays(stack: Stack, what: RegExp): Promise<string> {
  await stack.must('up', '-d', '--no-deps', 'web');
  return until(`log line like ${what}`, 60, async () => {
    const logs = await stack.logs('web');
    return what.test(logs) ? logs : null;
  });
}

describeStack('a setting that is wrong', () => {
  it('is a missing token: the app says so and ends', async () => {
    await using stack = await Stack.create({ token: null });
    const logs = await logSays(stack, /CSA_WEB_TOKEN is not set/u);
    expect(logs).toContain('openssl rand -hex 24');
    expect(await stack.ask('/ready')).toBe(null);
  });

  it('is a port in use: compose names it', async () => {
    await using stack = await Stack.create();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(stack.port, '0.0.0.0', resolve));
    const ended = await stack.compose('up', '-d', '--no-deps', 'web');
    await new Promise((resolve) => server.close(resolve));
    expect(ended.code).not.toBe(0);
    expect(ended.all).toContain(String(stack.port));
    expect(ended.all).toMatch(/address already in use|port is already allocated/u);
  });

  it('is one of the database: password, database, host and silence are told apart', async () => {
    await using stack = await Stack.create();
    await stack.must('up', '-d', '--wait', 'postgres');
    const cases = [
      [{ POSTGRES_PASSWORD: 'other' }, /DATABASE_AUTH: .*refused user or password/u],
      [{ POSTGRES_DB: 'nowhere' }, /DATABASE_MISSING/u],
      [{ POSTGRES_HOST: 'nobody.invalid' }, /the host .* has no address/u],
      [{ POSTGRES_PORT: '1' }, /does not take connections/u],
    ] as const;
    for (const [settings, said] of cases) {
      const words = Object.entries(settings).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
      const name = `${stack.name}-probe`;
      await stack.must('run', '-d', '--no-deps', '--name', name, ...words, 'web');
      const logs = await until(`answer for ${JSON.stringify(settings)}`, 30, async () => {
        const { all } = await run('docker', ['logs', name]);
        return said.test(all) ? all : null;
      });
      expect(logs).not.toContain('other@');
      await run('docker', ['rm', '-f', name]);
    }
  });

  it('does not matter while a database is late: the app waits for it', async () => {
    await using stack = await Stack.create();
    await logSays(stack, /next try in/u);
    await stack.must('up', '-d', '--wait');
    expect((await stack.ask('/ready'))?.status).toBe(200);
  });
});

describeStack('a setting that is another', () => {
  it('is the path below which a proxy serves the app', async () => {
    await using stack = await Stack.create({ settings: { CSA_BASE_PATH: '/tools/csqa' } });
    await stack.must('up', '-d', '--wait');
    expect((await stack.ask('/tools/csqa/ready'))?.status).toBe(200);
    const page = await stack.ask(`/tools/csqa/${stack.token}/`, { headers: { accept: 'text/html' } });
    expect(page?.headers.get('location')).toBe('/tools/csqa/');
  });

  it('is an external database by DATABASE_URL, of which the stack starts none, and whose tables it may not touch', async () => {
    await using outside = await Stack.create();
    await outside.must('up', '-d', '--wait', 'postgres');
    const network = `${outside.name}_default`;
    const address = 'postgresql+asyncpg://csqa:csqa@postgres:5432/csqa';
    await using stack = await Stack.create({ settings: { DATABASE_URL: address, SKIP_DB_BOOTSTRAP: '1' } });
    await stack.must('create', '--no-deps', 'web').catch(async () => {
      await stack.must('up', '--no-start', '--no-deps', 'web');
    });
    const id = await stack.must('ps', '-aq', 'web');
    await run('docker', ['network', 'connect', network, id]);
    await run('docker', ['start', id]);
    const refused = await until('refusal of an empty schema', 60, async () => {
      const logs = await stack.logs('web');
      return logs.includes('SCHEMA_MISSING') ? logs : null;
    });
    expect(refused).not.toContain('csqa:csqa');
    await outside.must('run', '--rm', '-T', '--no-deps', 'web', 'migrate');
    await until('page', 90, async () => ((await stack.ask('/ready'))?.status === 200 ? true : null));
    const services = await stack.must('ps', '-a', '--format', '{{.Service}}');
    expect(services.split('\n')).toEqual(['web']);
  });
});
