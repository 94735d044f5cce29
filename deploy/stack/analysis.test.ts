import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startBrowser } from '../../packages/report/test/page/start-browser.ts';
import { Api } from './api.ts';
import { startClinicServer } from './clinic-server.ts';
import { describeStack } from './engine.ts';
import { run, Stack, until } from './stack.ts';

/** Containers of analyses that the engine has, whatever their state; of other programs too. */
async function analyzers(): Promise<readonly string[]> {
  const { stdout } = await run('docker', ['ps', '-aq', '--filter', 'label=csqa.instance']);
  return stdout.split('\n').filter((line) => line !== '');
}

describeStack('a repository that somebody submits', () => {
  it('is cloned, analysed in a container beside the app, and shown in the browser', async () => {
    await using clinic = await startClinicServer();
    await using stack = await Stack.create(clinic.parts);
    const before = await analyzers();
    await stack.must('up', '-d', '--wait');
    const browser = await startBrowser();
    if (browser === null) return;
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text());
    });
    await page.goto(`http://localhost:${stack.port}/${stack.token}/`);
    expect(page.url()).toBe(`http://localhost:${stack.port}/`);
    await page.fill('input[name=url]', clinic.url);
    await page.click('form[action$="/runs"] button[type=submit]');
    await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/u);
    await page.waitForSelector('a[href$="/report"]', { timeout: 180_000 });
    const id = page.url().split('/').at(-1) ?? '';
    const api = new Api(stack);
    expect(await api.end(id)).toMatchObject({ state: 'succeeded', index: expect.any(Number), error: null });
    const combined = await api.json<{ orchestrator: { engine: { name: string; transfer: string } } }>(
      `/runs/${id}/artifacts/combined`,
    );
    expect(combined.orchestrator.engine).toMatchObject({ name: 'docker', transfer: 'bind' });
    await page.click('a[href$="/report"]');
    await page.waitForLoadState('networkidle');
    expect(page.url()).toMatch(/\/report$/u);
    await browser.close();
    expect(complaints).toEqual([]);
    expect(await analyzers()).toEqual(before);
    expect(await readdir(join(stack.directory, 'data', 'out', 'runs'))).toEqual([]);
    await stack.must('down', '--volumes');
    expect(await stack.leftovers()).toEqual([]);
  });

  it('is read once: the next analysis finds what was kept, unless nothing is to be', async () => {
    await using clinic = await startClinicServer();
    await using stack = await Stack.create(clinic.parts);
    await stack.must('up', '-d', '--wait');
    const api = new Api(stack);
    const phases = async () => {
      const { id } = await api.submit(clinic.url);
      expect(await api.end(id)).toMatchObject({ state: 'succeeded', error: null });
      return await api.phases(id);
    };
    const whole = await phases();
    expect(whole).toEqual(expect.arrayContaining(['inventory', 'facts', 'link', 'report']));
    expect(await phases()).toEqual(['inventory']);
    const out = join(stack.directory, 'data', 'out');
    expect(await readdir(join(out, 'cache'))).toHaveLength(1);
    await stack.set('CSQA_CACHE_MIB', '0');
    await stack.must('up', '-d', '--wait');
    expect(await phases()).toEqual(whole);
    expect(await readdir(out)).not.toContain('cache');
  });

  it('is analysed to the end though the pipeline is started anew in the middle', async () => {
    await using clinic = await startClinicServer();
    await using stack = await Stack.create(clinic.parts);
    const before = await analyzers();
    await stack.must('up', '-d', '--wait');
    const api = new Api(stack);
    const runs = [await api.submit(clinic.url), await api.submit(clinic.url), await api.submit(clinic.url)];
    await stack.must('restart', '--timeout', '1', 'web');
    await until('page', 60, async () => ((await stack.ask('/ready'))?.status === 200 ? true : null));
    for (const { id } of runs) expect(await api.end(id)).toMatchObject({ state: 'succeeded', error: null });
    expect(await analyzers()).toEqual(before);
  });
});

describeStack('roles apart', () => {
  it('share the work: pages without the socket, and two workers', async () => {
    await using clinic = await startClinicServer();
    const files = ['docker-compose.split.yml', ...(clinic.parts.files ?? [])];
    await using pages = await Stack.create({ ...clinic.parts, files });
    await pages.must('up', '-d', '--wait', '--scale', 'worker=2');
    const mounts = await run('docker', [
      ...['inspect', '--format', '{{json .Mounts}}'],
      await pages.must('ps', '-q', 'web'),
    ]);
    expect(mounts.stdout).not.toContain('docker.sock');
    expect(mounts.stdout).not.toContain(pages.directory);
    const api = new Api(pages);
    const submitted = await Promise.all(Array.from({ length: 4 }, () => api.submit(clinic.url)));
    const ended = await Promise.all(submitted.map(({ id }) => api.end(id)));
    expect(new Set(ended.map(({ state }) => state))).toEqual(new Set(['succeeded']));
    const logs = await pages.logs('worker');
    for (const { id } of ended) expect(logs.split(`run ${id} has ended`)).toHaveLength(2);
  });
});
