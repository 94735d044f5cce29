import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { describeDocker, fakeImage } from '../../../orchestrator/test/docker/real-engine.ts';
import { type StartProgram, type Step, startHere } from '../runner/run-step.ts';
import { type EngineClinic, openEngineClinic, sentenceOf } from './clinic-on-engine.ts';
import { inJobContainer, WITH_SOCKET } from './job-container.ts';
import { gitAlone } from './search-path.ts';

let clinic: EngineClinic;

beforeAll(async () => {
  clinic = await openEngineClinic();
});

afterAll(() => clinic[Symbol.asyncDispose]());

/** The one sentence by which a run is red that has no verdict. */
async function refusal(given: Partial<Step>, at = clinic): Promise<string> {
  const { step, report } = await at.run({ ...given, with: { engine: 'docker', ...given.with } });
  expect(step).toMatchObject({ exitCode: 1, outputs: { outcome: 'error', risk: '', 'new-count': '' } });
  expect(report).toBeNull();
  expect(step.stderr).toBe('');
  return sentenceOf(step);
}

/** What an engine says to a client that no longer speaks its API; none that old can be had for this test. */
async function oldEngine(): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const isPing = url.endsWith('/_ping');
    const message = 'client version 1.44 is too new. Maximum supported API version is 1.41';
    response.writeHead(isPing ? 200 : 400, { 'api-version': '1.41', 'content-type': 'application/json' });
    response.end(isPing ? 'OK' : JSON.stringify({ message }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describeDocker('the engine docker that cannot be used fails the job, with what mends it', () => {
  it('where there is no docker on the runner', async () => {
    const env = { PATH: await gitAlone(clinic.root) };
    expect(await refusal({ env })).toBe(
      'CSQA could not run: There is no program "docker" on the PATH. Install the Docker command line on the runner or in the image of the job; engine local, for analysis fast, needs none.',
    );
    expect(await refusal({ env, with: { language: 'ru' } })).toBe(
      'CSQA не смог выполниться: Программы «docker» нет в PATH. Установите docker на раннер или в образ задания; движку local (для analysis: fast) он не нужен.',
    );
  });

  it.each([
    ['the socket is not there', () => `unix://${clinic.root}/no.sock`],
    ['nobody answers at the address', () => 'tcp://127.0.0.1:9'],
  ])('where %s', async (_, address) => {
    expect(await refusal({ env: { DOCKER_HOST: address() } })).toMatch(
      /^CSQA could not run: The engine does not answer: .*Start Docker on the runner, mount its socket into the job container .*engine local, for analysis fast, needs none\.$/,
    );
  });

  it('where the user of the job may not use the socket', async () => {
    const work = { here: clinic.root, there: '/__w' };
    const start = inJobContainer({ action: clinic.action, work, options: WITH_SOCKET, uid: 1234 });
    expect(await refusal({ start })).toMatch(
      /^CSQA could not run: This user may not use the socket of the engine: .*: permission denied\. Let the user of the runner use the socket: .*"options: --group-add"/,
    );
  });

  it('where the image is not there and none is fetched', async () => {
    expect(await refusal({ with: { image: 'csqa-none:missing', pull: 'never' } })).toBe(
      'CSQA could not run: The engine has no image csqa-none:missing. Set image to one that the engine has or can pull (pull: missing), or give it as a file in image-archive.',
    );
  });

  it('where the image is not there and its registry does not answer', async () => {
    expect(await refusal({ with: { image: '127.0.0.1:9/csqa:1' } })).toMatch(
      /^CSQA could not run: The registry of the image does not answer: .*127\.0\.0\.1:9.*Check image and that the runner reaches its registry .*or give the image as a file in image-archive\.$/,
    );
  });

  it('where the engine is too old for its command line', async () => {
    expect(await refusal({ env: { DOCKER_HOST: await oldEngine() } })).toMatch(
      /^CSQA could not run: The command line and the engine do not speak the same version: .* is 1\.41\. Update Docker on the runner, both the engine and its command line/,
    );
  });
});

describeDocker('a result that leads somewhere else fails the job', () => {
  it.each(['csqa-reports', 'csqa-head-report', 'csqa-jobs'])(
    'where an earlier step has made a link of %s',
    async (name) => {
      const outside = join(clinic.root, 'outside');
      await mkdir(outside, { recursive: true });
      const start: StartProgram = (main, env) => {
        symlinkSync(outside, join(env.RUNNER_TEMP ?? '', name));
        return startHere(main, env);
      };
      expect(await refusal({ start })).toMatch(
        new RegExp(
          `^CSQA could not run: /\\S+/temp/${name} is a link, .*: find the earlier step that makes it`,
        ),
      );
      expect(await readdir(outside)).toEqual([]);
    },
  );

  it('where the analyzer of an image leaves a link instead of a report', async () => {
    const main = { 'behaviour.json': JSON.stringify({ name: 'symlink', report: 'behaviour.json' }) };
    await using hostile = await openEngineClinic({ main, branch: { 'notes.txt': 'x\n' } });
    expect(await refusal({ with: { image: fakeImage() } }, hostile)).toMatch(
      /^CSQA could not run: The analyzer's result cannot be used: report\.json is not a regular file of its own\. See /,
    );
  });
});
