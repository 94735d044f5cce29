import { z } from 'zod';
import { CsqaError } from '../errors.ts';
import { jsonOrNull } from '../text/json-or-null.ts';
import type { DockerCli } from './docker-cli.ts';
import { dockerFailure } from './docker-failure.ts';

const versionSchema = z.object({
  Client: z.object({
    Version: z.string(),
    ApiVersion: z.string().optional(),
    APIVersion: z.string().optional(),
  }),
  Server: z
    .object({
      Version: z.string(),
      ApiVersion: z.string().optional(),
      APIVersion: z.string().optional(),
      MinAPIVersion: z.string().optional(),
    })
    .nullish(),
});

const infoSchema = z.object({
  NCPU: z.int().positive().nullish(),
  MemTotal: z.number().positive().nullish(),
  SecurityOptions: z.array(z.string()).nullish(),
  DockerRootDir: z.string().nullish(),
  OperatingSystem: z.string().nullish(),
});

/** What `podman info` says: the same things by other names. */
const podmanInfoSchema = z.object({
  host: z.object({
    cpus: z.int().positive(),
    memTotal: z.number().positive(),
    security: z.object({ rootless: z.boolean(), selinuxEnabled: z.boolean() }),
    distribution: z.object({ distribution: z.string(), version: z.string() }).partial().nullish(),
  }),
});

/** What client and engine say about themselves. */
export interface EngineVersions {
  readonly client: string;
  readonly server: string;
  readonly clientApi: string;
  readonly serverApi: string;
  readonly oldestApi: string | null;
}

/** What is known about the host of an engine. */
export interface EngineHost {
  readonly cpus: number | null;
  readonly memoryBytes: number | null;
  readonly system: string;
  /** Root in a container is the user who runs the engine. */
  readonly isRootless: boolean;
  readonly hasSelinux: boolean;
  readonly remapsUsers: boolean;
}

/** Asks for the versions. Throws ENGINE_UNREACHABLE, ENGINE_FORBIDDEN, ENGINE_API_MISMATCH or ENGINE_UNAVAILABLE. */
export async function engineVersions(cli: DockerCli): Promise<EngineVersions> {
  const attempt = { what: 'tell its version', otherwise: 'ENGINE_UNREACHABLE' } as const;
  const asked = await cli.call(['version', '--format', '{{json .}}'], { timeoutMs: 20_000 });
  const parsed = versionSchema.safeParse(jsonOrNull(asked.stdout));
  // Podman without a service is the engine itself, and names no server.
  const server = parsed.data?.Server ?? (cli.isPodman ? parsed.data?.Client : undefined);
  if (parsed.data === undefined || asked.exitCode !== 0 || server === undefined) {
    throw dockerFailure(asked, attempt);
  }
  const { Client } = parsed.data;
  return {
    client: Client.Version,
    server: server.Version,
    clientApi: Client.ApiVersion ?? Client.APIVersion ?? 'unknown',
    serverApi: server.ApiVersion ?? server.APIVersion ?? 'unknown',
    oldestApi: parsed.data.Server?.MinAPIVersion ?? null,
  };
}

/** Where the client finds the engine: its socket, or an address. Null where the client does not tell, as Podman's does not. */
export async function engineAddress(cli: DockerCli): Promise<string | null> {
  if (cli.isPodman) return null;
  const format = '{{.Endpoints.docker.Host}}';
  const asked = await cli.call(['context', 'inspect', '--format', format], { timeoutMs: 20_000 });
  const address = asked.stdout.trim();
  // A password in an address is nobody's business.
  return asked.exitCode === 0 && address !== '' ? address.replace(/\/\/[^/@]*@/u, '//') : null;
}

/** Asks about the host. Throws as `engineVersions` does. */
export async function engineHost(cli: DockerCli): Promise<EngineHost> {
  const asked = await cli.call(['info', '--format', '{{json .}}'], { timeoutMs: 20_000 });
  const info = jsonOrNull(asked.stdout);
  const podman = podmanInfoSchema.safeParse(info);
  if (asked.exitCode === 0 && podman.success) return podmanHost(podman.data);
  const parsed = infoSchema.safeParse(info);
  if (asked.exitCode !== 0 || parsed.data === undefined) {
    throw dockerFailure(asked, { what: 'describe its host', otherwise: 'ENGINE_UNREACHABLE' });
  }
  const { NCPU, MemTotal, SecurityOptions, OperatingSystem } = parsed.data;
  const has = (name: string): boolean =>
    (SecurityOptions ?? []).some((option) => option.split(',').includes(`name=${name}`));
  return {
    cpus: NCPU ?? null,
    memoryBytes: MemTotal ?? null,
    system: OperatingSystem ?? 'unknown',
    isRootless: has('rootless'),
    hasSelinux: has('selinux'),
    remapsUsers: has('userns'),
  };
}

function podmanHost({ host }: z.output<typeof podmanInfoSchema>): EngineHost {
  const { distribution, version } = host.distribution ?? {};
  return {
    cpus: host.cpus,
    memoryBytes: host.memTotal,
    system: [distribution, version].filter((part) => part !== undefined).join(' ') || 'unknown',
    isRootless: host.security.rootless,
    hasSelinux: host.security.selinuxEnabled,
    remapsUsers: false,
  };
}

const imageSchema = z
  .array(z.object({ Id: z.string(), Config: z.object({ User: z.string().nullish() }).nullish() }))
  .min(1);

/** An image on the host of the engine. */
export interface EngineImage {
  readonly reference: string;
  /** Content address: locally built images have no digest, but they have this. */
  readonly id: string;
}

/** Looks at an image. Null where it is not there; throws where the engine cannot be asked. */
export async function findImage(cli: DockerCli, reference: string): Promise<EngineImage | null> {
  const asked = await cli.call(['image', 'inspect', reference], { timeoutMs: 20_000 });
  const id = imageSchema.safeParse(jsonOrNull(asked.stdout)).data?.[0]?.Id;
  if (asked.exitCode === 0 && id !== undefined) return { reference, id };
  const failure = dockerFailure(asked, {
    what: `inspect the image ${reference}`,
    otherwise: 'IMAGE_MISSING',
  });
  if (failure.code === 'IMAGE_MISSING') return null;
  throw failure;
}

/** Attempts to fetch an image: registries are away for seconds more often than for minutes. */
const PULLS = 3;

const PULL_PATIENCE_MS = 15 * 60_000;

/** Fetches an image. Throws IMAGE_PULL_FAILED. */
export async function pullImage(cli: DockerCli, reference: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const pulled = await cli.call(['pull', '--quiet', reference], { timeoutMs: PULL_PATIENCE_MS });
    if (pulled.exitCode === 0) return;
    if (attempt === PULLS) {
      throw dockerFailure(pulled, {
        what: `pull the image ${reference}`,
        otherwise: 'IMAGE_PULL_FAILED',
        hint: `docker pull ${reference}`,
      });
    }
  }
}

/** An image that is not there and that nobody may fetch. */
export function imageMissing(cli: DockerCli, reference: string, mode: string): CsqaError {
  return new CsqaError('IMAGE_MISSING', `The engine has no image ${reference}.`, {
    ru: `У движка нет образа ${reference}.`,
    hint: `${cli.bin} build -f analyzer/Dockerfile --target ${mode} -t ${reference} .`,
  });
}
