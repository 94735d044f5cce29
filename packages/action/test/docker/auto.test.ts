import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { describeDocker } from '../../../orchestrator/test/docker/real-engine.ts';
import { type EngineClinic, openEngineClinic, sentenceOf } from './clinic-on-engine.ts';
import { gitAlone } from './search-path.ts';

let clinic: EngineClinic;

beforeAll(async () => {
  clinic = await openEngineClinic();
});

afterAll(() => clinic[Symbol.asyncDispose]());

/** A self-hosted CSQA that takes every report; gives its address, and fills the list with what it is asked. */
async function startServer(asked: string[]): Promise<string> {
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume().once('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: '018f0000-0000-7000-8000-000000000001' }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describeDocker('the engine auto', () => {
  it('is local for fast, whether there is a docker or not', async () => {
    for (const env of [{}, { PATH: await gitAlone(clinic.root) }, { DOCKER_HOST: 'tcp://127.0.0.1:9' }]) {
      const { step, record } = await clinic.run({ env });
      expect(step.outputs.outcome).toBe('gate-failed');
      expect(record?.engine).toMatchObject({ name: 'local', isolation: 'process' });
    }
  });

  it('is local for fast beside a server, which is told of what is merged and analyses nothing', async () => {
    const asked: string[] = [];
    const server = { 'server-url': await startServer(asked), 'server-token': 'token' };
    const { record } = await clinic.run({ with: server });
    expect([record?.engine.name, asked]).toEqual(['local', []]);
    const push = await clinic.run({ with: server }, 'push');
    expect(push.record?.engine.name).toBe('local');
    expect(asked).toEqual([expect.stringMatching(/^POST \/api\/v1\/projects\/[^/]+\/reports$/)]);
  });

  it('is docker for full, also beside a server', async () => {
    const asked: string[] = [];
    const server = { 'server-url': await startServer(asked), 'server-token': 'token' };
    const { step, record } = await clinic.run({ with: { analysis: 'full', ...server } });
    expect(step.outputs.outcome).toBe('gate-failed');
    expect(record?.engine).toMatchObject({ name: 'docker', image: { reference: 'csqa-metrics:full' } });
    expect(asked).toEqual([]);
  });

  it('is never less than what full needs: without docker it is red, and says so', async () => {
    const env = { PATH: await gitAlone(clinic.root) };
    const { step, report } = await clinic.run({ with: { analysis: 'full' }, env });
    expect(step).toMatchObject({ exitCode: 1, outputs: { outcome: 'error', risk: '' } });
    expect(report).toBeNull();
    expect(sentenceOf(step)).toMatch(
      /^CSQA could not run: There is no program "docker" on the PATH\. Install the Docker command line/,
    );
  });
}, ['csqa-metrics:full']);
