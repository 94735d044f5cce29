import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createOrchestrator } from '../../src/orchestrator.ts';
import {
  containersOf,
  type DockerRun,
  describeDocker,
  dockerRun,
  untilNoVolumeIsLeft,
  untilTrue,
  volumes,
} from './real-engine.ts';

/** An orchestrator as a process of its own, which can be killed. */
function startElsewhere(run: DockerRun): ChildProcess {
  const script = fileURLToPath(new URL('../fixtures/analyse-in-docker.mjs', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=csqa-source', script, JSON.stringify(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function killInTheMiddle(run: DockerRun): Promise<void> {
  const child = startElsewhere(run);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
}

describeDocker('an orchestrator that was killed', () => {
  it('leaves its container running until the next one sweeps', async () => {
    const run = await dockerRun('beat');
    await killInTheMiddle(run);
    expect(containersOf(run.instance)).toHaveLength(1);

    const swept = await createOrchestrator(run.options).reap();
    expect(swept.removed.map(({ kind }) => kind).sort()).toEqual(['container', 'directory']);
    expect(swept).toMatchObject({ failed: [], kept: 0 });
    expect(containersOf(run.instance)).toEqual([]);
    expect(await readdir(run.tempDir)).toEqual([]);
  });

  it('leaves alone what somebody says is still at work', async () => {
    const run = await dockerRun('beat');
    await killInTheMiddle(run);
    expect(await createOrchestrator(run.options).reap(() => true)).toMatchObject({ removed: [], kept: 2 });
    expect(containersOf(run.instance)).toHaveLength(1);
  });

  it('is not swept up after by another instance on the same engine, nor by one that is alive', async () => {
    const mine = await dockerRun('beat');
    const other = await dockerRun('beat');
    const child = startElsewhere(mine);
    await untilTrue('the analysis runs', () => containersOf(mine.instance).length === 1);
    await killInTheMiddle(other);

    expect((await createOrchestrator(other.options).reap()).removed.map(({ kind }) => kind)).toContain(
      'container',
    );
    expect(containersOf(mine.instance)).toHaveLength(1);
    expect((await createOrchestrator(mine.options).reap()).removed).toEqual([]);
    expect(containersOf(mine.instance)).toHaveLength(1);
    child.kill('SIGKILL');
  });
});

/** Something between us and the engine that ends every connection after a while, as proxies do with quiet ones. */
async function cuttingProxy(afterMs: number): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const engine = createConnection('/var/run/docker.sock');
    sockets.add(client).add(engine);
    client.pipe(engine).pipe(client);
    const cut = setTimeout(() => {
      client.destroy();
      engine.destroy();
    }, afterMs);
    for (const socket of [client, engine]) {
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        clearTimeout(cut);
        client.destroy();
        engine.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return `tcp://127.0.0.1:${address.port}`;
}

describeDocker('a connection that is cut in the middle', () => {
  it('loses no line of the log and no event, and repeats none', async () => {
    const run = await dockerRun('slowly');
    const environment = { ...run.options.environment, DOCKER_HOST: await cuttingProxy(1_500) };
    const done: number[] = [];
    const outcome = await createOrchestrator({ ...run.options, environment }).analyze(
      { source: { kind: 'directory', path: run.source }, outDir: run.outDir },
      {
        onEvent: (event) => {
          if (event.type === 'analyzer' && event.event.type === 'progress') done.push(event.event.done);
        },
      },
    );
    expect(outcome.status).toBe('succeeded');
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    expect(done).toEqual(numbers);
    const log = await readFile(join(run.outDir, 'container.log'), 'utf8');
    expect(log).toBe(numbers.map((line) => `line ${line}\n`).join(''));
  });
});

describeDocker('twenty analyses in a row', () => {
  it('leave no container, no volume and no directory', async () => {
    const before = volumes();
    const run = await dockerRun('good');
    const orchestrator = createOrchestrator(run.options);
    for (let round = 0; round < 20; round++) {
      const outcome = await orchestrator.analyze({
        source: { kind: 'directory', path: run.source },
        outDir: run.outDir,
      });
      expect(outcome.status).toBe('succeeded');
    }
    expect(containersOf(run.instance)).toEqual([]);
    await untilNoVolumeIsLeft(before);
    expect((await readdir(run.tempDir)).filter((name) => !name.startsWith('csqa-instance'))).toEqual([]);
  });
});
