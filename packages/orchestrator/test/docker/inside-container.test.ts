import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, it, onTestFinished } from 'vitest';
import { BASE_IMAGE, describeDocker, docker, dockerRun, fakeImage } from './real-engine.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

interface Inside {
  /** Where the application keeps its files, as its container calls it. */
  readonly data: string;
  /** Flags of `docker run`, made of an empty directory on the host and the name of an empty volume. */
  readonly flags?: (host: string, volume: string) => readonly string[];
  readonly environment?: (host: string) => Readonly<Record<string, string>>;
  /** What is analysed by the real analyzer, instead of a sample by the fake one. */
  readonly real?: string;
}

/** Runs an analysis from inside of a container that has the socket of the engine, and gives what it says of itself. */
async function analyseInside({ data, flags, environment, real }: Inside) {
  const run = await dockerRun('good');
  const host = join(run.root, 'host');
  await mkdir(join(host, 'other'), { recursive: true });
  const volume = `csqa-test-${randomUUID()}`;
  onTestFinished(() => {
    docker(['volume', 'rm', '--force', volume]);
  });
  const variables = {
    DATA: data,
    CSQA_ENGINE: 'docker',
    CSQA_IMAGE_FAST: real === undefined ? fakeImage() : 'csqa-metrics:fast',
    CSQA_INSTANCE: run.instance,
    ...environment?.(host),
  };
  const { stdout, stderr } = await execa(
    'docker',
    [
      ...['run', '--rm', '--label', `csqa.instance=${run.instance}`],
      ...[
        'DOCKER_HOST' in variables
          ? []
          : ['--mount', 'type=bind,src=/var/run/docker.sock,dst=/var/run/docker.sock'],
      ],
      ...['--mount', `type=bind,src=${await whichDocker()},dst=/usr/local/bin/docker,readonly`],
      ...['--mount', `type=bind,src=${repository},dst=/repo,readonly`],
      ...['--mount', `type=bind,src=${real ?? run.source},dst=/fixture,readonly`],
      ...(flags?.(host, volume) ?? []),
      ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...[BASE_IMAGE, 'node', '/repo/packages/orchestrator/test/fixtures/inside-container.mjs'],
    ].flat(),
    { reject: false },
  );
  const line = stdout.split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`it said nothing: ${stdout}\n${stderr}`);
  return { ...JSON.parse(line), host, volume };
}

async function whichDocker(): Promise<string> {
  return (await execa('sh', ['-c', 'realpath "$(command -v docker)"'])).stdout;
}

const bindAt =
  (destination: string) =>
  (host: string): readonly string[] => ['--mount', `"type=bind","src=${host}","dst=${destination}"`];

describeDocker('an application in a container with the socket of its engine', () => {
  it.each([
    ['a host name of its own', ['--hostname', 'my-own-name']],
    ["the host's network", ['--network', 'host']],
    ["the host's processes", ['--pid', 'host']],
    ['nothing special', []],
  ])('and %s finds the host path of a bind', async (_what, more) => {
    const flags = (host: string) => [...bindAt('/data')(host), ...more];
    const seen = await analyseInside({ data: '/data', flags });
    expect(seen).toMatchObject({ status: 'succeeded', transfer: 'bind' });
    expect(seen.plan).toEqual({ kind: 'bind', hostPath: `${seen.host}/jobs`, strategy: 'self-inspection' });
  });

  it('finds the innermost of nested binds', async () => {
    const flags = (host: string) => [...bindAt('/data')(host), ...bindAt('/data/jobs')(join(host, 'other'))];
    const seen = await analyseInside({ data: '/data', flags });
    expect(seen).toMatchObject({ status: 'succeeded', plan: { hostPath: `${seen.host}/other` } });
  });

  it('hands over a directory of a named volume, and nothing else of it', async () => {
    const flags = (_: string, volume: string) => ['--mount', `type=volume,src=${volume},dst=/data`];
    const seen = await analyseInside({ data: '/data', flags });
    expect(seen).toMatchObject({ status: 'succeeded', transfer: 'volume' });
    expect(seen.plan).toMatchObject({ kind: 'volume', volume: seen.volume, subpath: 'jobs' });
  });

  it('hands over a directory below the one of a volume that it was given itself', async () => {
    const flags = (_: string, volume: string) => {
      const prepare = ['run', '--rm', '--mount', `type=volume,src=${volume},dst=/v`, BASE_IMAGE];
      docker([...prepare, 'mkdir', '-p', '/v/tenant']);
      return ['--mount', `type=volume,src=${volume},dst=/data,volume-subpath=tenant`];
    };
    const seen = await analyseInside({ data: '/data', flags });
    expect(seen).toMatchObject({ status: 'succeeded', transfer: 'volume', plan: { subpath: 'tenant/jobs' } });
  });

  it('copies where no mount covers its files', async () => {
    const seen = await analyseInside({ data: '/app/private' });
    expect(seen).toMatchObject({ status: 'succeeded', transfer: 'copy', plan: { kind: 'copy' } });
    expect(seen.discarded.map(({ strategy }: { strategy: string }) => strategy)).toEqual([
      'identity',
      'self-inspection',
      'same-path',
    ]);
  });

  it('does not take /data for a part of /database', async () => {
    const seen = await analyseInside({ data: '/database', flags: bindAt('/data') });
    expect(seen).toMatchObject({ status: 'succeeded', transfer: 'copy' });
  });

  it('follows a link to where its files are', async () => {
    const environment = () => ({ LINK: '/link-to-data' });
    const seen = await analyseInside({ data: '/data', flags: bindAt('/data'), environment });
    expect(seen).toMatchObject({
      status: 'succeeded',
      transfer: 'bind',
      plan: { hostPath: `${seen.host}/jobs` },
    });
  });

  it('may call its files what it likes', async () => {
    const name = '/Данные, with: blanks';
    const flags = (host: string) => ['--mount', `type=bind,src=${host},"dst=${name}"`];
    const seen = await analyseInside({ data: name, flags });
    expect(seen).toMatchObject({ status: 'succeeded', transfer: 'bind' });
  });

  it('is told what a wrong mapping should say', async () => {
    const environment = () => ({ CSQA_PATH_MAP: '/data=/somewhere/else' });
    const seen = await analyseInside({ data: '/data', flags: bindAt('/data'), environment });
    expect(seen).toMatchObject({ status: 'failed', code: 'PATH_NOT_SHARED' });
    expect(seen.message).toContain(`Self-inspection sees: bind ${seen.host}/jobs`);
    expect(seen.hint).toBe(`export CSQA_PATH_MAP='/data/jobs=${seen.host}/jobs'`);
  });

  it('believes a mapping that is right', async () => {
    const environment = (host: string) => ({ CSQA_HOST_OUT_DIR: host, CSQA_OUT_DIR: '/data' });
    const seen = await analyseInside({ data: '/data', flags: bindAt('/data'), environment });
    expect(seen).toMatchObject({ status: 'succeeded', plan: { strategy: 'explicit' } });
  });

  it('needs nothing but a TCP address of the engine where files are copied', async () => {
    const server = createServer((client) => {
      const engine = createConnection('/var/run/docker.sock');
      client.pipe(engine).pipe(client);
      client.on('error', () => engine.destroy());
      engine.on('error', () => client.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
    });
    const address = server.address();
    const port = address === null || typeof address === 'string' ? 0 : address.port;
    const seen = await analyseInside({
      data: '/app/private',
      flags: () => ['--network', 'host'],
      environment: () => ({ DOCKER_HOST: `tcp://127.0.0.1:${port}` }),
    });
    expect(seen).toMatchObject({ status: 'succeeded', transfer: 'copy' });
  });
});

describeDocker('the reports of the real analyzer, asked for from inside of a container', () => {
  it('are the same bytes whether its files are on a bind, in a volume or copied; only there nothing is kept for the next', async () => {
    const real = join(repository, 'examples/clinic');
    const inVolume = (_: string, volume: string) => ['--mount', `type=volume,src=${volume},dst=/data`];
    const environment = () => ({ KEEPS: '1' });
    const ways = [
      await analyseInside({ data: '/data', flags: bindAt('/data'), real, environment }),
      await analyseInside({ data: '/data', flags: inVolume, real, environment }),
      await analyseInside({ data: '/app/private', real, environment }),
    ];
    expect(ways.map(({ status, transfer }) => `${status} by ${transfer}`)).toEqual([
      'succeeded by bind',
      'succeeded by volume',
      'succeeded by copy',
    ]);
    expect(new Set(ways.map(({ reportHash }) => reportHash)).size).toBe(1);
    const all = ['.facts', '.result', '.tests'];
    expect(ways.map(({ kept }) => kept)).toEqual([all, all, []]);
  });
}, ['csqa-metrics:fast']);
