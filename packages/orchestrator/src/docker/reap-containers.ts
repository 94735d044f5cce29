import { z } from 'zod';
import { livenessOf } from '../processes/process-identity.ts';
import type { IsLive, ReapedItem, ReapFailure, ReapReport } from '../reap-report.ts';
import { jsonOrNull } from '../text/json-or-null.ts';
import { containerNamed } from './container.ts';
import type { DockerCli } from './docker-cli.ts';
import { dockerFailure } from './docker-failure.ts';
import { type ContainerOwner, INSTANCE_LABEL, MANAGED_LABEL, ownerOf } from './labels.ts';

const containersSchema = z.array(z.object({ Name: z.string(), Config: z.object({ Labels: z.unknown() }) }));

/**
 * Removes the containers of one instance whose run is over: nobody claims the attempt, and the process that ran it is gone,
 * or cannot be looked at and the deadline has passed. What belongs to another instance is not even listed. Throws where
 * the engine cannot be asked.
 */
export async function reapContainers(cli: DockerCli, instance: string, isLive: IsLive): Promise<ReapReport> {
  const removed: ReapedItem[] = [];
  const failed: ReapFailure[] = [];
  let kept = 0;
  for (const { name, owner } of await containersOf(cli, instance)) {
    if (await isAtWork(owner, isLive)) {
      kept += 1;
      continue;
    }
    const reason = await containerNamed(cli, name).remove();
    const { analysisId, attempt } = owner;
    if (reason === null) removed.push({ kind: 'container', name, analysisId, attempt });
    else failed.push({ name, reason });
  }
  return { removed, failed, kept };
}

interface OwnedContainer {
  readonly name: string;
  readonly owner: ContainerOwner;
}

async function containersOf(cli: DockerCli, instance: string): Promise<readonly OwnedContainer[]> {
  const filters = [`label=${MANAGED_LABEL}=1`, `label=${INSTANCE_LABEL}=${instance}`];
  const listed = await cli.call([
    'ps',
    '--all',
    '--no-trunc',
    '--quiet',
    ...filters.flatMap((filter) => ['--filter', filter]),
  ]);
  if (listed.exitCode !== 0) {
    throw dockerFailure(listed, { what: 'list containers', otherwise: 'ENGINE_UNREACHABLE' });
  }
  const ids = listed.stdout.split('\n').filter((line) => line !== '');
  const owned: OwnedContainer[] = [];
  for (const id of ids) {
    const inspected = await cli.call(['container', 'inspect', id]);
    const found = containersSchema.safeParse(jsonOrNull(inspected.stdout)).data?.[0];
    const owner = ownerOf(found?.Config.Labels);
    if (found !== undefined && owner?.instance === instance) {
      owned.push({ name: found.Name.replace(/^\//, ''), owner });
    }
  }
  return owned;
}

async function isAtWork(owner: ContainerOwner, isLive: IsLive): Promise<boolean> {
  const liveness = await livenessOf(owner.process);
  if (liveness === 'alive') return true;
  if (liveness === 'unknown' && owner.deadline.getTime() > Date.now()) return true;
  return isLive(owner.analysisId, owner.attempt);
}
