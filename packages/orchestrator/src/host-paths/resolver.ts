import { realpath } from 'node:fs/promises';
import type { TransferChoice } from '../docker/docker-options.ts';
import { CsqaError } from '../errors.ts';
import { type DiscardedPlan, describePlan, type MountPlan, planBelow } from './mount-plan.ts';
import type { Whereabouts } from './own-container.ts';
import type { MappedPath } from './path-map.ts';
import { below, type OwnMount, translate } from './translate.ts';

/** What a directory is needed for: `write` also proves that what is written there arrives here. */
export type PathPurpose = 'read' | 'write';

/** How a directory reaches a container, and what else was tried. */
export interface ResolvedPath {
  /** The directory without links. */
  readonly path: string;
  readonly plan: MountPlan;
  /** Ways that come earlier and do not work here, in the order in which they were tried. */
  readonly discarded: readonly DiscardedPlan[];
}

/** Finds out how directories of this process reach the containers of an engine. */
export interface HostPathResolver {
  /**
   * Takes the first way that is proved to work. A proof holds for as long as the resolver. Throws PATH_NOT_SHARED where an
   * explicit mapping is wrong or the asked-for transfer cannot be had, SOURCE_NOT_FOUND for a path that is not there.
   */
  readonly resolve: (path: string, purpose: PathPurpose) => Promise<ResolvedPath>;
}

/** What a resolver asks of the world. */
export interface ResolverPorts {
  readonly whereabouts: () => Promise<Whereabouts>;
  /** Mounts of our own container by its id; rejects where the engine does not know it. */
  readonly ownMounts: (containerId: string) => Promise<readonly OwnMount[]>;
  /** Null where a container sees the very directory; else why not. Rejects where no container can be run at all. */
  readonly prove: (path: string, plan: MountPlan, purpose: PathPurpose) => Promise<string | null>;
}

/** What is known beforehand. */
export interface ResolverSettings {
  readonly pathMap: readonly MappedPath[];
  readonly transfer: TransferChoice;
}

type Candidate = { readonly plan: MountPlan } | DiscardedPlan;

/** Makes a resolver over its ports. Its answers are kept: directories do not move while it lives. */
export function createResolver(settings: ResolverSettings, ports: ResolverPorts): HostPathResolver {
  const known = new Map<string, Promise<ResolvedPath>>();
  return {
    resolve: (path, purpose) => {
      const key = `${purpose}\0${path}`;
      const resolved = known.get(key) ?? resolve({ settings, ports, purpose }, path);
      known.set(key, resolved);
      // What failed may be mended: the next one asks again.
      resolved.catch(() => known.delete(key));
      return resolved;
    },
  };
}

interface Resolving {
  readonly settings: ResolverSettings;
  readonly ports: ResolverPorts;
  readonly purpose: PathPurpose;
}

async function resolve(resolving: Resolving, asked: string): Promise<ResolvedPath> {
  const path = await withoutLinks(asked);
  const { settings, ports, purpose } = resolving;
  const discarded: DiscardedPlan[] = [];
  for (const candidate of await candidatesFor(path, resolving)) {
    if ('reason' in candidate) {
      discarded.push(candidate);
      continue;
    }
    const { plan } = candidate;
    if (settings.transfer !== 'auto' && settings.transfer !== plan.kind) {
      discarded.push({
        strategy: plan.strategy,
        reason: `it is a ${plan.kind}; ${settings.transfer} is asked for`,
        ru: `это ${plan.kind}, а задан ${settings.transfer}`,
      });
      continue;
    }
    if (plan.kind === 'copy') return { path, plan, discarded };
    const failure = await ports.prove(path, plan, purpose);
    if (failure === null) return { path, plan, discarded };
    if (plan.strategy === 'explicit') throw await wrongMap(path, { plan, failure, ports });
    discarded.push({ strategy: plan.strategy, reason: `${describePlan(plan)}: ${failure}` });
  }
  throw notShared(path, settings.transfer, discarded);
}

function withoutLinks(path: string): Promise<string> {
  return realpath(path).catch((error: unknown) => {
    const details = { hint: 'Check the path.', ru: `По пути ${path} ничего нет.`, cause: error };
    throw new CsqaError('SOURCE_NOT_FOUND', `${path} is not there.`, details);
  });
}

async function candidatesFor(path: string, { settings, ports }: Resolving): Promise<readonly Candidate[]> {
  const explicit = explicitPlan(path, settings.pathMap);
  if (explicit !== null) return [{ plan: explicit }, COPY];
  const whereabouts = await ports.whereabouts();
  if (whereabouts.kind === 'host') {
    return [{ plan: { kind: 'bind', hostPath: path, strategy: 'identity' } }, COPY];
  }
  return [
    {
      ...{ strategy: 'identity', reason: 'this process is in a container' },
      ru: 'этот процесс сам в контейнере',
    },
    await inspectedPlan(path, whereabouts.id, ports),
    { plan: { kind: 'bind', hostPath: path, strategy: 'same-path' } },
    COPY,
  ];
}

const COPY: Candidate = { plan: { kind: 'copy', strategy: 'copy' } };

function explicitPlan(path: string, map: readonly MappedPath[]): MountPlan | null {
  const [nearest] = map
    .flatMap(({ inside, host }) => {
      const rest = below(inside, path);
      return rest === null ? [] : [{ host, rest }];
    })
    .toSorted((left, right) => left.rest.length - right.rest.length);
  if (nearest === undefined) return null;
  return planBelow({ kind: 'bind', hostPath: nearest.host, strategy: 'explicit' }, nearest.rest);
}

async function inspectedPlan(path: string, id: string | null, ports: ResolverPorts): Promise<Candidate> {
  const strategy = 'self-inspection';
  if (id === null) {
    return {
      strategy,
      reason: 'nothing tells which container this is',
      ru: 'неизвестно, какой это контейнер',
    };
  }
  try {
    const plan = translate(path, await ports.ownMounts(id));
    if (plan !== null) return { plan };
    const reason = 'no mount of this container covers the path';
    return { strategy, reason, ru: 'путь не лежит ни на одном томе этого контейнера' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const reason = `the engine does not know this container: ${why}`;
    return { strategy, reason, ru: `движок не знает этого контейнера: ${why}` };
  }
}

async function wrongMap(
  path: string,
  wrong: { readonly plan: MountPlan; readonly failure: string; readonly ports: ResolverPorts },
): Promise<CsqaError> {
  const whereabouts = await wrong.ports.whereabouts();
  const seen = whereabouts.kind === 'host' ? null : await inspectedPlan(path, whereabouts.id, wrong.ports);
  const sees =
    seen === null
      ? 'This process is in no container, so no mapping is needed.'
      : 'plan' in seen
        ? `Self-inspection sees: ${describePlan(seen.plan)}.`
        : `Self-inspection sees nothing: ${seen.reason}.`;
  const text = `The explicit path mapping is wrong: ${path} is said to be ${describePlan(wrong.plan)}, but ${wrong.failure}. ${sees}`;
  return new CsqaError('PATH_NOT_SHARED', text, {
    hint: mapHint(path, seen),
    ru: `Явное соответствие путей неверно: ${path} — не ${describePlan(wrong.plan)}.`,
  });
}

function mapHint(path: string, seen: Candidate | null): string {
  if (seen === null || !('plan' in seen)) return 'unset CSQA_PATH_MAP CSQA_HOST_OUT_DIR';
  return seen.plan.kind === 'bind'
    ? `export CSQA_PATH_MAP='${path}=${seen.plan.hostPath}'`
    : 'unset CSQA_PATH_MAP CSQA_HOST_OUT_DIR';
}

function notShared(path: string, transfer: TransferChoice, discarded: readonly DiscardedPlan[]): CsqaError {
  const tried = discarded.map(({ strategy, reason }) => `${strategy}: ${reason}`).join('; ');
  return new CsqaError(
    'PATH_NOT_SHARED',
    `${path} cannot reach a container by ${transfer}. Tried: ${tried || 'nothing'}.`,
    {
      hint: 'export CSQA_TRANSFER=copy',
      ru: `Путь ${path} не попадает в контейнер способом ${transfer}.`,
    },
  );
}
