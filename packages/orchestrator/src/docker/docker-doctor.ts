import type { DoctorCheck } from '../doctor-report.ts';
import { asCsqaError } from '../errors.ts';
import { describePlan } from '../host-paths/mount-plan.ts';
import { engineAddress, engineVersions, findImage, imageMissing } from './docker-facts.ts';
import type { DockerOptions } from './docker-options.ts';
import type { DockerSession } from './docker-session.ts';

/** The oldest client whose range of API versions reaches current engines. */
const OLDEST_CLIENT = 24;

/** What is looked at. */
export interface DoctorSetting {
  readonly session: DockerSession;
  readonly docker: DockerOptions;
  readonly jobParent: string;
  /** True where analyses run in containers unless they say otherwise: then what is missing stops them. */
  readonly isAskedFor: boolean;
}

/**
 * Looks at the engine, its images and the way of files to it, in the order in which an analysis meets them. Where Docker is
 * not asked for, what is missing is a warning: the mode fast does without.
 */
export async function dockerChecks(setting: DoctorSetting): Promise<readonly DoctorCheck[]> {
  const { answers, check } = await checkEngine(setting);
  if (!answers) return [check];
  const images = [await checkImage(setting, 'fast'), await checkImage(setting, 'full')];
  const hasImage = images.some(({ status }) => status === 'ok');
  return [check, ...images, ...(hasImage ? [await checkPaths(setting)] : [])];
}

async function checkEngine(
  setting: DoctorSetting,
): Promise<{ readonly answers: boolean; readonly check: DoctorCheck }> {
  const { session } = setting;
  const id = 'docker';
  const address = await engineAddress(session.cli).catch(() => null);
  try {
    const { client, server, clientApi, serverApi, oldestApi } = await engineVersions(session.cli);
    const { system, isRootless, hasSelinux, remapsUsers } = await session.host();
    const traits = [
      ...(isRootless ? ['rootless'] : []),
      ...(hasSelinux ? ['SELinux'] : []),
      ...(remapsUsers ? ['user namespaces'] : []),
    ];
    const apis = oldestApi === null ? serverApi : `${oldestApi}–${serverApi}`;
    const host = [system, ...traits, ...(address === null ? [] : [address])].join(', ');
    const detail = `client ${client} (API ${clientApi}), engine ${server} (API ${apis}), ${host}`;
    const detailRu = `клиент ${client} (API ${clientApi}), движок ${server} (API ${apis}), ${host}`;
    const isOld = Number.parseInt(client, 10) < OLDEST_CLIENT && !session.cli.isPodman;
    const fix = isOld ? 'Install a Docker command line 27 or later: engines drop old clients.' : null;
    const fixRu = isOld ? 'Установите клиент Docker 27 или новее: движки отказывают старым.' : null;
    const ru = { detail: detailRu, fix: fixRu };
    return { answers: true, check: { id, status: isOld ? 'warn' : 'ok', detail, fix, ru } };
  } catch (error) {
    return { answers: false, check: namingAddress(failedCheck(id, error, setting), address) };
  }
}

/** Which engine it was that did not answer. */
function namingAddress(check: DoctorCheck, address: string | null): DoctorCheck {
  if (address === null) return check;
  const named = (detail: string) => `${detail} (${address})`;
  const { ru } = check;
  return {
    ...check,
    detail: named(check.detail),
    ...(ru ? { ru: { ...ru, detail: named(ru.detail) } } : {}),
  };
}

function failedCheck(
  id: string,
  error: unknown,
  { isAskedFor }: Pick<DoctorSetting, 'isAskedFor'>,
): DoctorCheck {
  const { message, hint, localized } = asCsqaError(error);
  const ru = { detail: localized.ru ?? message, fix: localized.ruHint ?? hint };
  return { id, status: isAskedFor ? 'fail' : 'warn', detail: message, fix: hint, ru };
}

async function checkImage(setting: DoctorSetting, mode: 'fast' | 'full'): Promise<DoctorCheck> {
  const { session, docker } = setting;
  const id = `image-${mode}`;
  const reference = docker.images[mode];
  try {
    const found = await findImage(session.cli, reference);
    if (found !== null)
      return { id, status: 'ok', detail: `${reference}, ${found.id.slice(0, 19)}`, fix: null };
    const missing = imageMissing(session.cli, reference, mode);
    // `full` is for those who want resolved dependencies: without its image everything else works.
    return failedCheck(id, missing, mode === 'full' ? { isAskedFor: false } : setting);
  } catch (error) {
    return failedCheck(id, error, setting);
  }
}

/** Runs a container, writes a nonce here and reads it there, and the other way round. */
async function checkPaths(setting: DoctorSetting): Promise<DoctorCheck> {
  const { session, docker, jobParent } = setting;
  const id = 'host-paths';
  try {
    const image = (await findImage(session.cli, docker.images.fast)) ?? { reference: docker.images.full };
    const { path, plan, discarded } = await session.paths(image.reference).resolve(jobParent, 'write');
    const tried = discarded.map(({ strategy, reason }) => `${strategy}: ${reason}`);
    const detail = [`${path} reaches containers by ${describePlan(plan)}, proved`, ...tried].join(
      '; not by ',
    );
    const triedRu = discarded.map(({ strategy, reason, ru = reason }) => `${strategy}: ${ru}`);
    const how = [`${path} попадает в контейнер способом ${describePlan(plan)}, проверено`, ...triedRu];
    return { id, status: 'ok', detail, fix: null, ru: { detail: how.join('; не годится '), fix: null } };
  } catch (error) {
    return failedCheck(id, error, setting);
  }
}
