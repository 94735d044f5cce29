import { createDockerCli } from '../docker/docker-cli.ts';
import { openSession } from '../docker/docker-session.ts';
import { instanceName } from '../docker/instance.ts';
import { jobParent } from '../jobs/job-directory.ts';
import { type OrchestratorOptions, parseOptions } from '../options.ts';
import type { HostPathResolver } from './resolver.ts';

/**
 * Makes a resolver of host paths to use on its own: it finds out how a directory of this process, which may itself be in a
 * container, reaches a container of the engine, and proves it by running the image of the mode `fast`. Throws
 * OPTIONS_INVALID.
 */
export function createHostPathResolver(options: OrchestratorOptions = {}): HostPathResolver {
  const { docker, environment, tempDir } = parseOptions(options);
  const session = openSession({
    cli: createDockerCli(docker.bin, environment),
    docker,
    instance: () => instanceName(docker.instance, jobParent(tempDir)),
  });
  return session.paths(docker.images.fast);
}
