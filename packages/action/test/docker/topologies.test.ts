import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  describeDocker,
  describeUnless,
  docker,
  whatIsMissing,
} from '../../../orchestrator/test/docker/real-engine.ts';
import { type EngineClinic, type EngineRun, openEngineClinic, sentenceOf } from './clinic-on-engine.ts';
import { type EngineSidecar, startSidecar, whyNoSidecar } from './engine-sidecar.ts';
import { ADVISORIES, REPOSITORY, SHOP, writeFiles } from './full-shop.ts';
import { inJobContainer, WITH_SOCKET } from './job-container.ts';

let clinic: EngineClinic;
/** The report that a run on this machine makes, which all others are held against. */
let usual: EngineRun;

const IN_DOCKER = { engine: 'docker' };

beforeAll(async () => {
  clinic = await openEngineClinic();
  if (whatIsMissing(['csqa-metrics:fast']) === null) usual = await clinic.run({ with: IN_DOCKER });
});

afterAll(() => clinic[Symbol.asyncDispose]());

/** The pull request is judged as it is on this machine, to the byte, and nothing is left on the engine. */
function expectAsUsual({ step, record, report, instance }: EngineRun, engine: typeof docker = docker): void {
  expect(step.stderr).toBe('');
  // What an error says is told before anything else of it.
  expect(step.log.annotations.at(-1)?.message).toMatch(/^The CSQA gate failed: /);
  expect(step).toMatchObject({
    conclusion: 'failure',
    outputs: { outcome: 'gate-failed', 'diff-status': 'available', 'worst-new-severity': 'critical' },
  });
  expect(record?.engine).toMatchObject({ name: 'docker', isolation: 'container', transfer: 'copy' });
  expect(report).toBe(usual.report);
  const ours = ['--filter', `label=csqa.instance=${instance}`];
  expect(engine(['ps', '--all', '--quiet', ...ours]).stdout).toBe('');
}

describeDocker('the action with the engine docker, on a runner that has one', () => {
  it('judges a pull request as the analyzer in the bundle does', async () => {
    expectAsUsual(usual);
    const here = await clinic.run({ with: { engine: 'local' } });
    for (const name of ['outcome', 'risk', 'risk-delta', 'new-count', 'total-count', 'baseline-sha']) {
      expect([name, usual.step.outputs[name]]).toEqual([name, here.step.outputs[name]]);
    }
    expect(here.record?.engine).toMatchObject({ name: 'local' });
    const image = docker(['image', 'inspect', '--format', '{{.Id}}', 'csqa-metrics:fast']).stdout;
    expect(usual.record?.engine.image).toEqual({ reference: 'csqa-metrics:fast', id: image });
  });
}, ['csqa-metrics:fast']);

describeDocker('the action in the container of a job that has only the socket of the engine', () => {
  it('judges as on the host, though the engine knows its files by other names', async () => {
    const work = { here: clinic.root, there: '/__w' };
    const start = inJobContainer({ action: clinic.action, work, options: WITH_SOCKET });
    expectAsUsual(await clinic.run({ with: IN_DOCKER, start }));
  });

  it('needs no root there: the group of the socket is enough', async () => {
    const work = { here: clinic.root, there: '/__w' };
    const { gid } = await stat('/var/run/docker.sock');
    const options = [...WITH_SOCKET, '--group-add', String(gid)];
    const start = inJobContainer({ action: clinic.action, work, options, uid: 1234 });
    expectAsUsual(await clinic.run({ with: IN_DOCKER, start }));
  });
}, ['csqa-metrics:fast']);

describeUnless(
  whatIsMissing(['csqa-metrics:fast', 'csqa-metrics:full']) ?? whyNoSidecar(),
  'the action beside an engine in a container of its own, reached over TCP',
  () => {
    let sidecar: EngineSidecar;
    let shop: EngineClinic;

    beforeAll(async () => {
      shop = await openEngineClinic(SHOP);
      sidecar = await startSidecar({ shared: shop.root });
      await sidecar.load('csqa-metrics:fast', 'csqa-metrics:full');
    });

    afterAll(async () => {
      sidecar[Symbol.dispose]();
      await shop[Symbol.asyncDispose]();
    });

    it('judges on the host, of whose files the engine sees none', async () => {
      const env = { DOCKER_HOST: sidecar.address };
      expectAsUsual(await clinic.run({ with: IN_DOCKER, env }), sidecar.docker);
    });

    it('judges in a job container, which has neither a socket nor a disk in common with the engine', async () => {
      const work = { here: clinic.root, there: '/__w' };
      const env = { DOCKER_HOST: sidecar.address };
      const start = inJobContainer({ action: clinic.action, work, env });
      expectAsUsual(await clinic.run({ with: IN_DOCKER, start }), sidecar.docker);
    });

    it('has the repository of Maven where the job shares it with the engine', async () => {
      const repository = await writeFiles(join(shop.root, 'm2'), REPOSITORY);
      const advisories = await writeFiles(join(shop.root, 'advisories'), ADVISORIES);
      const names = { CSQA_M2_CACHE_DIR: repository, CSQA_ADVISORIES: advisories };
      const work = { here: shop.root, there: shop.root };
      const env = { DOCKER_HOST: sidecar.address };
      const start = inJobContainer({ action: shop.action, work, env });
      const { step, record } = await shop.run({ with: { analysis: 'full' }, env: names, start });
      expect(step.outputs).toMatchObject({ outcome: 'gate-failed', 'new-count': '1' });
      expect(record?.engine).toMatchObject({ name: 'docker', image: { reference: 'csqa-metrics:full' } });
    });

    it('is red where the engine sees another directory than the one of the job, or none', async () => {
      const elsewhere = await writeFiles(join(clinic.root, 'm2'), REPOSITORY);
      for (const [directory, why] of [
        [elsewhere, 'bind source path does not exist'],
        ['/etc', 'a container sees another directory there'],
      ] as const) {
        const env = { DOCKER_HOST: sidecar.address, CSQA_M2_CACHE_DIR: directory };
        const { step, report } = await shop.run({ with: { analysis: 'full' }, env });
        expect(step).toMatchObject({ exitCode: 1, outputs: { outcome: 'error', risk: '' } });
        expect(report).toBeNull();
        expect(sentenceOf(step)).toMatch(
          new RegExp(
            `^CSQA could not run: The engine does not see the directory ${directory} .*${why}.*\\. Name a directory that is mounted into the job .*CSQA_MAVEN_MIRROR and network: bridge instead\\.$`,
          ),
        );
      }
    });
  },
);

describeUnless(
  whatIsMissing(['csqa-metrics:fast']) ?? whyNoSidecar(),
  'the action with an engine that maps its users to others, and has no image and no registry',
  () => {
    it('judges with the image of a file, which gets no name there', async () => {
      using sidecar = await startSidecar({ remapsUsers: true });
      const archive = join(clinic.root, 'image.tar');
      expect(docker(['save', '--output', archive, 'csqa-metrics:fast']).exitCode).toBe(0);
      const run = await clinic.run({
        with: { ...IN_DOCKER, 'image-archive': archive },
        env: { DOCKER_HOST: sidecar.address },
      });
      expectAsUsual(run, sidecar.docker);
      expect(sidecar.docker(['info', '--format', '{{.SecurityOptions}}']).stdout).toContain('name=userns');
      expect(sidecar.docker(['images', '--format', '{{.Repository}}:{{.Tag}}']).stdout).toBe('<none>:<none>');
    });
  },
);
