import type { DoctorCheck } from '../doctor-report.ts';
import { asCsqaError } from '../errors.ts';
import { describePlan } from '../host-paths/mount-plan.ts';
import { engineVersions, findImage, imageMissing } from './docker-facts.ts';
import type { DockerOptions } from './docker-options.ts';
import type { DockerSession } from './docker-session.ts';

/** The oldest client whose range of API versions reaches current engines. */
const OLDEST_CLIENT = 24;

/** What is looked at. */
export interface DoctorSetting {
  readonly session: DockerSession;
  readonly docker: DockerOptions;
  readonly jobParent: string;
}

/**
 * Looks at the engine, its images and the way of files to it, in the order in which an analysis meets them. Where Docker is
 * not asked for, what is missing is a warning: the mode fast does without.
 */
export async function dockerChecks(setting: DoctorSetting): Promise<readonly DoctorCheck[]> {
  const engine = await checkEngine(setting);
  if (engine.status === 'warn' && engine.fix !== null && !engine.detail.startsWith('client')) return [engine];
  const images = [await checkImage(setting, 'fast'), await checkImage(setting, 'full')];
  const hasImage = images.some(({ status }) => status === 'ok');
  return [engine, ...images, ...(hasImage ? [await checkPaths(setting)] : [])];
}

async function checkEngine({ session }: DoctorSetting): Promise<DoctorCheck> {
  const id = 'docker';
  try {
    const { client, server, clientApi, serverApi, oldestApi } = await engineVersions(session.cli);
    const { system, isRootless, hasSelinux, remapsUsers } = await session.host();
    const traits = [
      ...(isRootless ? ['rootless'] : []),
      ...(hasSelinux ? ['SELinux'] : []),
      ...(remapsUsers ? ['user namespaces'] : []),
    ];
    const detail = [
      `client ${client} (API ${clientApi})`,
      `engine ${server} (API ${oldestApi === null ? '' : `${oldestApi}–`}${serverApi})`,
      [system, ...traits].join(', '),
    ].join(', ');
    const isOld = Number.parseInt(client, 10) < OLDEST_CLIENT && !session.cli.isPodman;
    const fix = isOld ? 'Install a Docker command line 27 or later: engines drop old clients.' : null;
    return { id, status: isOld ? 'warn' : 'ok', detail, fix };
  } catch (error) {
    const { message, hint } = asCsqaError(error);
    return { id, status: 'warn', detail: message, fix: hint };
  }
}

async function checkImage({ session, docker }: DoctorSetting, mode: 'fast' | 'full'): Promise<DoctorCheck> {
  const id = `image-${mode}`;
  const reference = docker.images[mode];
  try {
    const found = await findImage(session.cli, reference);
    if (found !== null)
      return { id, status: 'ok', detail: `${reference}, ${found.id.slice(0, 19)}`, fix: null };
    const { message, hint } = imageMissing(session.cli, reference, mode);
    return { id, status: 'warn', detail: message, fix: hint };
  } catch (error) {
    const { message, hint } = asCsqaError(error);
    return { id, status: 'warn', detail: message, fix: hint };
  }
}

/** Runs a container, writes a nonce here and reads it there, and the other way round. */
async function checkPaths({ session, docker, jobParent }: DoctorSetting): Promise<DoctorCheck> {
  const id = 'host-paths';
  try {
    const image = (await findImage(session.cli, docker.images.fast)) ?? { reference: docker.images.full };
    const { path, plan, discarded } = await session.paths(image.reference).resolve(jobParent, 'write');
    const tried = discarded.map(({ strategy, reason }) => `${strategy}: ${reason}`);
    const detail = [`${path} reaches containers by ${describePlan(plan)}, proved`, ...tried].join(
      '; not by ',
    );
    return { id, status: 'ok', detail, fix: null };
  } catch (error) {
    const { message, hint } = asCsqaError(error);
    return { id, status: 'warn', detail: message, fix: hint };
  }
}
