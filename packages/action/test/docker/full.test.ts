import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readReport } from '@csqa/report';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { describeDocker, docker } from '../../../orchestrator/test/docker/real-engine.ts';
import { type EngineClinic, type EngineRun, openEngineClinic } from './clinic-on-engine.ts';
import { ADVISORIES, REPOSITORY, SHOP, writeFiles } from './full-shop.ts';
import { inJobContainer, WITH_SOCKET } from './job-container.ts';

let shop: EngineClinic;
let repository: string;
let advisories: string;

beforeAll(async () => {
  shop = await openEngineClinic(SHOP);
  repository = await writeFiles(join(shop.root, 'm2'), REPOSITORY);
  advisories = await writeFiles(join(shop.root, 'advisories'), ADVISORIES);
});

afterAll(() => shop[Symbol.asyncDispose]());

const FULL = { analysis: 'full' };

/** The gate fails by the library that comes along, which is new. */
function expectVulnerable({ step, report, record }: EngineRun): void {
  expect(step.stderr).toBe('');
  expect(step.outputs).toMatchObject({
    outcome: 'gate-failed',
    'new-count': '1',
    'worst-new-severity': 'high',
  });
  expect(step.log.annotations.at(-1)?.message).toMatch(/^The CSQA gate failed: 1 new .* at pom\.xml:1/);
  expect(step.log.annotations[0]?.message).toBe(
    'org.lib:text 1.9, brought by org.lib:kit:2, has known vulnerabilities: CVE-2026-0001.',
  );
  const read = readReport(report ?? '');
  const library = read.ok ? read.value.dependencies.find(({ name }) => name === 'text') : null;
  expect(library).toMatchObject({ version: '1.9', resolved: true, through: ['org.lib:kit:2'] });
  expect(record?.engine).toMatchObject({ name: 'docker', image: { reference: 'csqa-metrics:full' } });
}

describeDocker('analysis full', () => {
  it('finds the vulnerable library that a change brings along, from files alone', async () => {
    const env = { CSQA_M2_CACHE_DIR: repository, CSQA_ADVISORIES: advisories };
    expectVulnerable(await shop.run({ with: FULL, env }));
    const fast = await shop.run({ env });
    expect(fast.step.outputs).toMatchObject({ outcome: 'passed', 'new-count': '0' });
  });

  it('finds it from the container of a job, where the directory has another name than on the host', async () => {
    const env = { CSQA_M2_CACHE_DIR: repository, CSQA_ADVISORIES: advisories };
    const work = { here: shop.root, there: '/__w' };
    const start = inJobContainer({ action: shop.action, work, options: WITH_SOCKET });
    expectVulnerable(await shop.run({ with: FULL, env, start }));
  });

  it('asks the mirror that it is given, with a password that is shown nowhere', async () => {
    const mirror = await startMirror();
    const { gateway } = mirror;
    const env = {
      CSQA_MAVEN_MIRROR: `http://bot:s3cret-pass@${gateway}:${mirror.port}/maven`,
      CSQA_ADVISORIES: advisories,
    };
    const run = await shop.run({ with: { ...FULL, network: 'bridge' }, env });
    expectVulnerable(run);
    expect(mirror.asked).toContain('/maven/org/lib/kit/2/kit-2.pom');
    expect(JSON.stringify([run.step, run.record, run.report])).not.toContain('s3cret-pass');
  });

  it('that cannot ask Maven warns that its verdict is weaker, and says what mends it', async () => {
    const { step, record } = await shop.run({ with: FULL, env: { CSQA_ADVISORIES: advisories } });
    expect(step.outputs).toMatchObject({ outcome: 'passed', 'new-count': '0' });
    expect(record?.engine).toMatchObject({ name: 'docker' });
    expect(step.log.annotations).toMatchObject([
      {
        command: 'warning',
        message: expect.stringMatching(
          /^pets: Maven has no pom of org\.lib:kit:2: .*Set network: bridge, .*CSQA_M2_CACHE_DIR/,
        ),
      },
    ]);
  });
}, ['csqa-metrics:fast', 'csqa-metrics:full']);

/** A mirror of Maven's repository that wants a password, for containers to ask. */
async function startMirror() {
  const asked: string[] = [];
  const expected = `Basic ${Buffer.from('bot:s3cret-pass').toString('base64')}`;
  const server = createServer(({ url = '', headers }, response) => {
    asked.push(url);
    const text = REPOSITORY[url.slice('/maven/'.length)];
    const isKnown = headers.authorization === expected;
    response.writeHead(isKnown ? (text === undefined ? 404 : 200) : 401, {
      'www-authenticate': 'Basic realm="m"',
    });
    response.end(isKnown ? text : undefined);
  }).listen(0, '0.0.0.0');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const format = '{{(index .IPAM.Config 0).Gateway}}';
  const { stdout: gateway } = docker(['network', 'inspect', 'bridge', '--format', format]);
  return { asked, gateway, port: (server.address() as AddressInfo).port };
}
