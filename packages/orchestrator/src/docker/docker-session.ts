import { realpath } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { asCsqaError } from '../errors.ts';
import type { MountPlan } from '../host-paths/mount-plan.ts';
import { findWhereabouts } from '../host-paths/own-container.ts';
import { PROBE_TARGET, type ProbeRun, probePath } from '../host-paths/path-probe.ts';
import { createResolver, type HostPathResolver, type PathPurpose } from '../host-paths/resolver.ts';
import type { OwnMount } from '../host-paths/translate.ts';
import { identifyProcess } from '../processes/process-identity.ts';
import { jsonOrNull } from '../text/json-or-null.ts';
import { createContainer } from './container.ts';
import type { ContainerUser } from './container-flags.ts';
import { containerUser } from './container-user.ts';
import type { DockerCli } from './docker-cli.ts';
import { type EngineHost, engineHost } from './docker-facts.ts';
import { dockerFailure } from './docker-failure.ts';
import type { DockerOptions, TransferChoice } from './docker-options.ts';
import { labelsOf } from './labels.ts';

/** What is learnt once about an engine and holds for as long as the orchestrator. */
export interface DockerSession {
  readonly cli: DockerCli;
  readonly host: () => Promise<EngineHost>;
  /** How directories reach containers of an image: by what the options ask for, or by the transfer that is named. */
  readonly paths: (image: string, transfer?: TransferChoice) => HostPathResolver;
}

/** What a session is made of. */
export interface SessionSettings {
  readonly cli: DockerCli;
  readonly docker: DockerOptions;
  readonly instance: () => Promise<string>;
}

/** Begins a session. Nothing is asked before it is needed. */
export function openSession(settings: SessionSettings): DockerSession {
  const { cli, docker } = settings;
  let host: Promise<EngineHost> | null = null;
  const askHost = (): Promise<EngineHost> => {
    const asked = host ?? engineHost(cli);
    host = asked;
    asked.catch(() => {
      host = null;
    });
    return asked;
  };
  const resolvers = new Map<string, HostPathResolver>();
  const makeResolver = (image: string, transfer: TransferChoice): HostPathResolver =>
    createResolver(
      { pathMap: docker.pathMap, transfer },
      {
        whereabouts: findWhereabouts,
        ownMounts: (id) => ownMounts(cli, id),
        prove: (path, plan, purpose) => prove({ ...settings, askHost, image }, { path, plan, purpose }),
      },
    );
  return {
    cli,
    host: askHost,
    paths: (image, transfer = docker.transfer) => {
      const key = `${transfer} ${image}`;
      const resolver = resolvers.get(key) ?? makeResolver(image, transfer);
      resolvers.set(key, resolver);
      return resolver;
    },
  };
}

const mountsSchema = z
  .array(
    z.object({
      Mounts: z.array(
        z.object({
          Type: z.string(),
          Name: z.string().optional(),
          Source: z.string().optional(),
          Destination: z.string(),
          RW: z.boolean().optional(),
        }),
      ),
      HostConfig: z
        .object({
          Mounts: z
            .array(
              z.object({
                Target: z.string(),
                VolumeOptions: z.object({ Subpath: z.string().optional() }).nullish(),
              }),
            )
            .nullish(),
        })
        .optional(),
    }),
  )
  .min(1);

/** Mounts of our own container, as the engine has them. */
async function ownMounts(cli: DockerCli, id: string): Promise<readonly OwnMount[]> {
  const inspected = await cli.call(['container', 'inspect', id]);
  if (inspected.exitCode !== 0) {
    throw dockerFailure(inspected, { what: 'describe this container', otherwise: 'PATH_NOT_SHARED' });
  }
  const found = mountsSchema.parse(jsonOrNull(inspected.stdout))[0];
  if (found === undefined) return [];
  const subpaths = new Map(
    (found.HostConfig?.Mounts ?? []).map(({ Target, VolumeOptions }) => [
      Target,
      VolumeOptions?.Subpath ?? '',
    ]),
  );
  return found.Mounts.flatMap(({ Type, Name, Source, Destination }): OwnMount[] => {
    if (Type === 'bind' && Source !== undefined) {
      return [{ type: 'bind', source: Source, destination: Destination, subpath: '' }];
    }
    if (Type === 'volume' && Name !== undefined) {
      const subpath = subpaths.get(Destination) ?? '';
      return [{ type: 'volume', source: Name, destination: Destination, subpath }];
    }
    return [];
  });
}

/** Seconds that a probe may take, the start of its container included. */
const PROBE_SECONDS = 60;

const MIB = 1024 * 1024;

interface Prober extends SessionSettings {
  readonly askHost: () => Promise<EngineHost>;
  readonly image: string;
}

async function prove(
  prober: Prober,
  request: { readonly path: string; readonly plan: MountPlan; readonly purpose: PathPurpose },
): Promise<string | null> {
  const host = await prober.askHost();
  const path = await realpath(request.path);
  const user = await containerUser(path, host);
  const run: ProbeRun = (probe) => runProbe(prober, { ...probe, user, host });
  return probePath({ ...request, path }, run, user);
}

/** The reasons for which another way is tried; anything else means that no container can be run at all. */
const ABOUT_THE_PATH: ReadonlySet<string> = new Set(['PATH_NOT_SHARED', 'START_FAILED', 'PATH_NOT_WRITABLE']);

async function runProbe(
  { cli, image, instance }: Prober,
  probe: Parameters<ProbeRun>[0] & { readonly user: ContainerUser; readonly host: EngineHost },
): ReturnType<ProbeRun> {
  const nonce = probe.nonceFile === null ? [] : ['--nonce-file', probe.nonceFile];
  const identity = await identifyProcess(process.pid);
  try {
    const container = await createContainer(cli, {
      name: `csqa-probe-${identity.pid}-${probeNumber()}`,
      image,
      command: ['probe', '--directory', PROBE_TARGET, ...nonce],
      mounts: [{ target: PROBE_TARGET, readOnly: probe.readOnly, plan: probe.plan }],
      labels: labelsOf({
        instance: await instance(),
        analysisId: 'probe',
        attempt: 1,
        deadline: new Date(Date.now() + PROBE_SECONDS * 1000),
        process: identity,
      }),
      environment: {},
      user: probe.user,
      limits: { memoryBytes: 256 * MIB, pids: 64, cpus: 1 },
      hostCpus: probe.host.cpus,
      network: false,
      gpus: null,
      isPodman: cli.isPodman,
    });
    try {
      await container.start();
      const since = performance.now();
      while ((await container.state()).Running) {
        if (performance.now() - since > PROBE_SECONDS * 1000) return { failure: 'the probe did not end' };
        await delay(50);
      }
      return { stdout: (await cli.call(['logs', container.name])).stdout };
    } finally {
      await container.remove();
    }
  } catch (error) {
    const known = asCsqaError(error);
    if (ABOUT_THE_PATH.has(known.code)) return { failure: known.message };
    throw known;
  }
}

let probes = 0;

function probeNumber(): string {
  probes += 1;
  return `${Date.now().toString(36)}-${probes}`;
}
