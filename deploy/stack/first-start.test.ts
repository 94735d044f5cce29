import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { describeStack } from './engine.ts';
import { IMAGES, run, Stack } from './stack.ts';

const BASE = 'node:24-trixie-slim';
/** Bytes that the web image may have over its base. */
const BUDGET = 350e6;

describeStack('a clean host', () => {
  it('has a page that asks for the token, after one command and with only the token set', async () => {
    await using stack = await Stack.create();
    const start = performance.now();
    await stack.must('up', '--build', '-d', '--wait');
    const page = await stack.ask(`/${stack.token}/`, { headers: { accept: 'text/html' } });
    const seconds = (performance.now() - start) / 1000;
    const built = inject('built');
    if (built === null) throw new Error('the images were not built');
    const [whole, with_] = [built.seconds + seconds, built.isWarm ? 'the cache' : 'nothing built before'];
    process.stdout.write(
      `docker compose up --build -d with ${with_}: a page after ${whole.toFixed(0)} s, ${built.seconds.toFixed(0)} s of them for images\n`,
    );
    expect([page?.status, page?.headers.get('location')]).toEqual([303, '/']);
    const cookie = page?.headers.get('set-cookie')?.split(';')[0] ?? '';
    const signedIn = await stack.ask('/', { headers: { accept: 'text/html', cookie } });
    expect(await signedIn?.text()).toContain('<form');
    expect((await stack.ask('/ready'))?.status).toBe(200);
    expect((await stack.ask('/api/v1/runs'))?.status).toBe(401);
    const wrong = await stack.ask('/api/v1/runs', { headers: { authorization: 'Bearer wrong' } });
    expect(wrong?.status).toBe(401);
    const logs = await stack.logs('web');
    expect(logs).not.toContain(stack.token);
  });

  it('keeps what it was given through stop, start, and down without -v; down with -v leaves nothing', async () => {
    await using stack = await Stack.create();
    await stack.must('up', '-d', '--wait');
    const sql = ['exec', '-T', 'postgres', 'psql', '-U', 'csqa', '-d', 'csqa', '-Atc'];
    await stack.must(...sql, "create table kept as select 'yes' as answer");
    await stack.must('exec', '-T', '-u', 'node', 'web', 'csqa', 'backup', '/app/out/csqa.backup');
    expect((await stat(join(stack.directory, 'data/out/csqa.backup'))).size).toBeGreaterThan(0);
    await stack.must('stop');
    expect(await stack.ask('/ready')).toBe(null);
    await stack.must('start');
    await stack.must('up', '-d', '--wait');
    expect(await stack.must(...sql, 'select answer from kept')).toBe('yes');
    await stack.must('down');
    expect(await stack.leftovers()).toHaveLength(1);
    await stack.must('up', '-d', '--wait');
    expect(await stack.must(...sql, 'select answer from kept')).toBe('yes');
    await stack.must('down', '--volumes');
    expect(await stack.leftovers()).toEqual([]);
  });

  it('shows strangers the port of the app and nothing else, and runs it as nobody special', async () => {
    await using stack = await Stack.create();
    await stack.must('up', '-d', '--wait');
    const published = await run('docker', [
      'ps',
      ...['--filter', `label=com.docker.compose.project=${stack.name}`],
      ...['--format', '{{.Label "com.docker.compose.service"}} {{.Ports}}'],
    ]);
    const open = published.stdout.split('\n').filter((line) => line.includes('->'));
    expect(open.map((line) => line.split(' ')[0])).toEqual(['web']);
    expect(open[0]).toContain(`:${stack.port}->8080/tcp`);
    // The process that answers: not root, without capabilities, unable to get any, on a root that it cannot write to.
    const status = await stack.must('exec', '-T', 'web', 'sh', '-c', 'cat /proc/$(pidof -s node)/status');
    expect(status).toMatch(/^Uid:\s+1000\s+1000\s+1000\s+1000$/mu);
    expect(status).toMatch(/^CapEff:\s+0+$/mu);
    expect(status).toMatch(/^NoNewPrivs:\s+1$/mu);
    expect((await stack.compose('exec', '-T', 'web', 'touch', '/opt/csqa/x')).code).not.toBe(0);
    expect(await readdir(join(stack.directory, 'data', 'out'))).toEqual(expect.any(Array));
  });

  it('logs to files that are turned, and starts again after a crash', async () => {
    await using stack = await Stack.create();
    await stack.must('up', '-d', '--wait');
    const id = await stack.must('ps', '-q', 'web');
    const asked = await run('docker', [
      ...['inspect', id, '--format'],
      '{{json .HostConfig.LogConfig}} {{.HostConfig.RestartPolicy.Name}} {{.HostConfig.Memory}} {{.HostConfig.PidsLimit}}',
    ]);
    expect(asked.stdout).toMatch(/"max-file":"5","max-size":"10m".* unless-stopped [1-9]\d+ 1024$/u);
    await stack.must('exec', '-T', '-u', 'node', 'web', 'sh', '-c', 'kill -9 $(pidof -s node)');
    await stack.must('up', '-d', '--wait');
    expect((await stack.ask('/ready'))?.status).toBe(200);
  });

  it('has one image built where one is asked for, and nothing started', async () => {
    const image = 'csqa-web:stack-built';
    await run('docker', ['image', 'rm', image]);
    await using stack = await Stack.create({ settings: { CSQA_WEB_IMAGE: image } });
    await stack.must('build', 'web');
    expect((await run('docker', ['image', 'inspect', image])).code).toBe(0);
    expect(await stack.leftovers()).toEqual([]);
    await run('docker', ['image', 'rm', image]);
  });

  it(`takes at most ${BUDGET / 1e6} MB over its base for the app`, async () => {
    const size = async (image: string) =>
      Number((await run('docker', ['image', 'inspect', '--format', '{{.Size}}', image])).stdout);
    const [web, analyzer, base] = [
      await size(IMAGES.CSQA_WEB_IMAGE),
      await size(IMAGES.CSQA_IMAGE_FAST),
      await size(BASE),
    ];
    const over = (bytes: number) => `${((bytes - base) / 1e6).toFixed(0)} MB over ${BASE}`;
    process.stdout.write(`web ${over(web)}, analyzer ${over(analyzer)}\n`);
    expect(web - base).toBeGreaterThan(0);
    expect(web - base).toBeLessThanOrEqual(BUDGET);
  });
});
