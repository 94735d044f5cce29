import { randomUUID } from 'node:crypto';
import type { AnalysisMode } from '@csqa/report';
import type { DoctorCheck } from '../doctor-report.ts';
import type { AnalyzerEngine, EngineDescription } from '../engines/engine.ts';
import { jobParent } from '../jobs/job-directory.ts';
import type { ParsedOptions } from '../options.ts';
import { createDockerCli, type DockerCli } from './docker-cli.ts';
import { dockerChecks } from './docker-doctor.ts';
import { type EngineImage, engineVersions, findImage, imageMissing, pullImage } from './docker-facts.ts';
import type { DockerOptions } from './docker-options.ts';
import { openSession } from './docker-session.ts';
import { instanceName, knownInstance } from './instance.ts';
import { reapContainers } from './reap-containers.ts';
import { runInContainer } from './run-in-container.ts';

/**
 * Runs the analyzer of an image in a container of its own: without a network, without capabilities, on a root that cannot be
 * written to, under limits. It needs nothing but the command line of the engine, which may be on another host.
 */
export function createDockerEngine(options: ParsedOptions): AnalyzerEngine {
  const { docker, environment, tempDir, libraries } = options;
  const cli = createDockerCli(docker.bin, environment);
  const instance = (): Promise<string> => instanceName(docker.instance, jobParent(tempDir));
  const session = openSession({ cli, docker, instance });
  return {
    name: 'docker',
    isolation: 'container',
    modes: ['fast', 'full'],
    describe: (mode) => describe(cli, docker, mode),
    run: (job) =>
      runInContainer({ session, docker, libraries, instance, jobParent: jobParent(tempDir) }, job),
    checks: () => examineDocker(options, cli),
    reap: async (isLive) => {
      const known = await knownInstance(docker.instance, jobParent(tempDir));
      return known === null ? { removed: [], failed: [], kept: 0 } : reapContainers(cli, known, isLive);
    },
  };
}

async function describe(
  cli: DockerCli,
  docker: DockerOptions,
  mode: AnalysisMode,
): Promise<EngineDescription> {
  const { server } = await engineVersions(cli);
  const { reference, id } = await obtainImage(cli, docker, mode);
  return {
    name: cli.isPodman ? 'podman' : 'docker',
    isolation: 'container',
    version: server,
    image: { reference, id },
    transfer: 'none',
  };
}

async function obtainImage(cli: DockerCli, docker: DockerOptions, mode: AnalysisMode): Promise<EngineImage> {
  const reference = docker.images[mode];
  if (docker.pull === 'always') await pullImage(cli, reference);
  const found = await findImage(cli, reference);
  if (found !== null) return found;
  if (docker.pull === 'never') throw imageMissing(cli, reference, mode);
  await pullImage(cli, reference);
  const pulled = await findImage(cli, reference);
  if (pulled === null) throw imageMissing(cli, reference, mode);
  return pulled;
}

/** What a doctor runs belongs to nobody else: an installation that never ran anything stays one. */
function examineDocker(options: ParsedOptions, cli: DockerCli): Promise<readonly DoctorCheck[]> {
  const { docker, engine, tempDir } = options;
  const instance = `doctor-${randomUUID()}`;
  const session = openSession({ cli, docker, instance: () => Promise.resolve(instance) });
  return dockerChecks({ session, docker, jobParent: jobParent(tempDir), isAskedFor: engine === 'docker' });
}
