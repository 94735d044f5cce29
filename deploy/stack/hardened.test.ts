import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Api } from './api.ts';
import { startClinicServer } from './clinic-server.ts';
import { describeStack } from './engine.ts';
import { type Ended, IMAGES, run, Stack } from './stack.ts';

/** Flags by which the orchestrator isolates an analysis. */
const ISOLATED = [
  ...['--network', 'none', '--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
  ...['--ipc', 'none', '--pids-limit', '64', '--memory', '256m', '--memory-swap', '256m', '--cpus', '1'],
  ...['--log-driver', 'json-file', '--pull', 'never'],
];

/** What somebody who has taken over web could type there. */
function asWeb(stack: Stack, ...words: readonly string[]): Promise<Ended> {
  return stack.compose('exec', '-T', '-u', 'node', 'web', 'docker', ...words);
}

async function mountsOf(stack: Stack, service: string): Promise<string> {
  const id = await stack.must('ps', '-q', service);
  return (await run('docker', ['inspect', '--format', '{{json .Mounts}}', id])).stdout;
}

describeStack('the proxy before the engine', () => {
  it('lets an analysis through, from a clone to a report, and web has no socket and no directory of the host', async () => {
    await using clinic = await startClinicServer();
    const files = ['docker-compose.hardened.yml', ...(clinic.parts.files ?? [])];
    await using stack = await Stack.create({ ...clinic.parts, files });
    await stack.must('up', '-d', '--wait');
    const mounts = await mountsOf(stack, 'web');
    expect(mounts).not.toContain('docker.sock');
    expect(mounts).not.toContain(stack.directory);
    const api = new Api(stack);
    const { id } = await api.submit(clinic.url);
    expect(await api.end(id)).toMatchObject({ state: 'succeeded', index: expect.any(Number), error: null });
    const combined = await api.json<{ orchestrator: { engine: { name: string; transfer: string } } }>(
      `/runs/${id}/artifacts/combined`,
    );
    expect(combined.orchestrator.engine).toMatchObject({ name: 'docker', transfer: 'volume' });
    // What is kept of a project lies in the same volume, and gets through as well.
    const next = await api.submit(clinic.url);
    expect(await api.end(next.id)).toMatchObject({ state: 'succeeded', error: null });
    expect(await api.phases(next.id)).toEqual(['inventory']);
    expect(await stack.logs('engine-proxy')).not.toMatch(/refused/u);
    // What the proxy itself has: the socket, and nobody to talk to.
    const proxy = await stack.must('ps', '-q', 'engine-proxy');
    const { stdout } = await run('docker', [
      ...['inspect', proxy, '--format'],
      '{{.HostConfig.NetworkMode}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}}',
    ]);
    expect(stdout).toBe('none true [ALL]');
  });

  it('refuses everything else that somebody in web could ask for, and says what', async () => {
    await using stack = await Stack.create({ files: ['docker-compose.hardened.yml'] });
    const shared = join(stack.directory, 'shared');
    await mkdir(shared);
    await stack.set('CSQA_PROXY_BINDS', shared);
    await stack.must('up', '-d', '--wait');
    const image = IMAGES.CSQA_IMAGE_FAST;
    const create = (...words: readonly string[]) =>
      asWeb(stack, 'create', ...ISOLATED, ...words, image, '--version');
    const name = `csqa-${stack.name}`;
    onTestFinished(async () => {
      await run('docker', ['rm', '-f', '-v', name, `${name}-x`]);
    });
    // The near twin: this one is an analysis.
    const bind = (source: string) => ['--mount', `type=bind,source=${source},target=/src`];
    expect(await create('--name', name, ...bind(shared))).toMatchObject({ code: 0 });
    const cases = [
      [bind('/etc'), '"/etc" is not shared from the host; CSQA_PROXY_BINDS names the directories that are'],
      [bind('/var/run/docker.sock'), '"/var/run/docker.sock" is not shared'],
      [bind(`${shared}/..`), 'is not shared'],
      [bind(`${shared}/link`), 'is not shared'],
      [['-v', '/:/host'], 'HostConfig.Binds'],
      [['--mount', `type=volume,source=${stack.name}_postgres_data,target=/x`], 'is not shared'],
      [['--privileged'], 'HostConfig.Privileged'],
      [['--cap-add', 'SYS_ADMIN'], 'HostConfig.CapAdd'],
      [['--pid', 'host'], 'HostConfig.PidMode'],
      [['--userns', 'host'], 'HostConfig.UsernsMode'],
      [['--device', '/dev/null'], 'HostConfig.Devices'],
      [['--gpus', 'all'], 'CSQA_ANALYZER_GPUS allows devices'],
      [['--volumes-from', 'csqa'], 'HostConfig.VolumesFrom'],
      [['--entrypoint', 'sh'], 'Entrypoint'],
    ] as const;
    for (const [words, said] of cases) {
      const ended = await create('--name', `${name}-x`, ...words);
      expect([words, ended.code]).not.toEqual([words, 0]);
      expect(ended.all).toContain('refused by the engine proxy: ');
      expect(ended.all).toContain(said);
    }
    expect(
      (await asWeb(stack, 'create', '--name', `${name}-x`, ...ISOLATED, 'postgres:17-trixie')).all,
    ).toMatch(/Image: /u);
    const postgres = await stack.must('ps', '-q', 'postgres');
    for (const words of [
      ['exec', postgres, 'id'],
      ['rm', '-f', postgres],
      ['cp', `${postgres}:/etc/passwd`, '-'],
      ['logs', postgres],
      ['images'],
      ['volume', 'ls'],
      ['build', '-'],
      ['pull', 'debian'],
    ]) {
      const ended = await asWeb(stack, ...words);
      expect([words, ended.code]).not.toEqual([words, 0]);
    }
    const listed = await asWeb(stack, 'ps', '-a', '--format', '{{.Names}}');
    expect(listed.stdout).toBe(name);
    const described = await asWeb(stack, 'container', 'inspect', postgres);
    expect(described.all).not.toContain('POSTGRES_PASSWORD');
    expect(await stack.logs('engine-proxy')).toContain('refused with 403');
    expect((await asWeb(stack, 'rm', '-f', name)).code).toBe(0);
  });

  it('leaves web without any way to the engine where workers are split off, and they share the work', async () => {
    await using clinic = await startClinicServer();
    const files = ['docker-compose.hardened.yml', 'docker-compose.split.yml', ...(clinic.parts.files ?? [])];
    await using stack = await Stack.create({ ...clinic.parts, files });
    await stack.must('up', '-d', '--wait');
    expect(await mountsOf(stack, 'web')).not.toMatch(/docker\.sock|csqa-engine/u);
    expect((await asWeb(stack, 'version')).all).toMatch(/Cannot connect|failed to connect/u);
    expect(await mountsOf(stack, 'worker')).not.toContain('docker.sock');
    const api = new Api(stack);
    const { id } = await api.submit(clinic.url);
    expect(await api.end(id)).toMatchObject({ state: 'succeeded', error: null });
  });
});
