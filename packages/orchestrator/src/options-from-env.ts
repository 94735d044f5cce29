import { TRANSFER_CHOICES, type TransferChoice } from './docker/docker-options.ts';
import {
  byteUnits,
  type Environment,
  invalid,
  jobsDirectory,
  quantityFrom,
  setting,
} from './environment-values.ts';
import { type MappedPath, readPathMap } from './host-paths/path-map.ts';
import type { LimitsInput } from './limits.ts';
import type { OrchestratorOptions } from './options.ts';
import { ENGINE_CHOICES, type EngineChoice } from './request.ts';

const secondUnits: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600 };

/** Where the out directory of the web container is, unless `CSQA_OUT_DIR` says otherwise. */
const USUAL_OUT_DIR = '/app/out';

/**
 * Reads the environment names of CSQA: `CSQA_ENGINE`, `CSQA_ANALYZER_BIN`, `CSQA_CACHE_DIR`, `CSQA_DATA_DIR`, `CSQA_ALLOWED_HOSTS` (by commas),
 * `CSQA_ALLOW_PRIVATE_ADDRESSES` (`1` for a git server of one's own network: name its host in `CSQA_ALLOWED_HOSTS` too),
 * `CSQA_ANALYZER_MEMORY` (`4g`, `512m`, bytes), `CSQA_ANALYZER_TIMEOUT` (`1800`, `30m`, `1h`), `CSQA_ANALYZER_CPUS`,
 * `CSQA_ANALYZER_THREADS` (a number or `auto`, for the local engine), `CSQA_ANALYZER_PIDS`, `CSQA_ANALYZER_GPUS`; for containers `CSQA_DOCKER_BIN`, `CSQA_IMAGE_FAST`, `CSQA_IMAGE_FULL`,
 * `CSQA_TRANSFER`, `CSQA_PATH_MAP`, `CSQA_HOST_OUT_DIR` (what the host calls `CSQA_OUT_DIR`), `CSQA_M2_CACHE_DIR`,
 * `CSQA_INSTANCE`, `CSQA_ANALYZER_NETWORK` (`none`, or `bridge` for `full` to resolve dependencies); for libraries
 * `CSQA_ADVISORIES`, `CSQA_MAVEN_MIRROR`, `CSQA_MAVEN_TIMEOUT`; and those that git itself knows: `HTTPS_PROXY` and `GIT_SSL_CAINFO`. Throws OPTIONS_INVALID naming the
 * variable.
 */
export function optionsFromEnv(env: Environment): OrchestratorOptions {
  return {
    ...withKey('engine', engineFrom(env)),
    ...withKey('analyzerBin', setting(env, 'CSQA_ANALYZER_BIN')),
    ...withKey('cacheDir', setting(env, 'CSQA_CACHE_DIR')),
    ...withKey('threads', threadsFrom(env)),
    ...withKey('tempDir', jobsDirectory(env)),
    limits: limitsFrom(env),
    checkout: {
      ...withKey('allowedHosts', hostsFrom(env)),
      ...withKey('allowPrivateAddresses', flagFrom(env, 'CSQA_ALLOW_PRIVATE_ADDRESSES')),
      ...withKey('caFile', setting(env, 'GIT_SSL_CAINFO')),
      ...withKey('proxy', setting(env, 'HTTPS_PROXY') ?? setting(env, 'https_proxy')),
    },
    docker: dockerFrom(env),
    libraries: librariesFrom(env),
    environment: Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  };
}

function engineFrom(env: Environment): EngineChoice | undefined {
  const name = setting(env, 'CSQA_ENGINE');
  if (name === undefined) return undefined;
  const choice = ENGINE_CHOICES.find((candidate) => candidate === name);
  if (choice === undefined) throw invalid('CSQA_ENGINE', `one of ${ENGINE_CHOICES.join(', ')}`, name);
  return choice;
}

function limitsFrom(env: Environment): LimitsInput {
  return {
    ...withKey('memoryBytes', quantityFrom(env, 'CSQA_ANALYZER_MEMORY', byteUnits)),
    ...withKey('timeoutSeconds', quantityFrom(env, 'CSQA_ANALYZER_TIMEOUT', secondUnits)),
    ...withKey('cpus', cpusFrom(env)),
    ...withKey('pids', quantityFrom(env, 'CSQA_ANALYZER_PIDS', { '': 1 })),
  };
}

function cpusFrom(env: Environment): number | undefined {
  const written = setting(env, 'CSQA_ANALYZER_CPUS');
  if (written === undefined) return undefined;
  const cpus = /^\d{1,4}(?:\.\d{1,3})?$/.test(written) ? Number(written) : 0;
  if (!(cpus > 0)) throw invalid('CSQA_ANALYZER_CPUS', 'a number above 0, as in 1.5', written);
  return cpus;
}

function threadsFrom(env: Environment): OrchestratorOptions['threads'] {
  const written = setting(env, 'CSQA_ANALYZER_THREADS');
  if (written === undefined || written === 'auto') return written;
  const threads = /^\d{1,4}$/.test(written) ? Number(written) : 0;
  if (!(threads > 0 && threads <= 1024))
    throw invalid('CSQA_ANALYZER_THREADS', 'a whole number from 1 to 1024, or auto', written);
  return threads;
}

function dockerFrom(env: Environment): NonNullable<OrchestratorOptions['docker']> {
  return {
    ...withKey('bin', setting(env, 'CSQA_DOCKER_BIN')),
    images: {
      ...withKey('fast', setting(env, 'CSQA_IMAGE_FAST')),
      ...withKey('full', setting(env, 'CSQA_IMAGE_FULL')),
    },
    ...withKey('transfer', transferFrom(env)),
    pathMap: pathMapFrom(env),
    ...withKey('gpus', setting(env, 'CSQA_ANALYZER_GPUS')),
    ...withKey('network', networkFrom(env)),
    ...withKey('m2CacheDir', setting(env, 'CSQA_M2_CACHE_DIR')),
    ...withKey('instance', setting(env, 'CSQA_INSTANCE')),
  };
}

function librariesFrom(env: Environment): NonNullable<OrchestratorOptions['libraries']> {
  return {
    ...withKey('advisories', setting(env, 'CSQA_ADVISORIES')),
    ...withKey('mavenMirror', setting(env, 'CSQA_MAVEN_MIRROR')),
    ...withKey('mavenTimeoutSeconds', quantityFrom(env, 'CSQA_MAVEN_TIMEOUT', secondUnits)),
  };
}

function networkFrom(env: Environment): boolean | undefined {
  const written = setting(env, 'CSQA_ANALYZER_NETWORK');
  if (written === undefined || written === 'none') return undefined;
  if (written !== 'bridge') throw invalid('CSQA_ANALYZER_NETWORK', 'none or bridge', written);
  return true;
}

function flagFrom(env: Environment, name: string): boolean | undefined {
  const written = setting(env, name);
  if (written === undefined) return undefined;
  if (written !== '0' && written !== '1') throw invalid(name, '0 or 1', written);
  return written === '1';
}

function transferFrom(env: Environment): TransferChoice | undefined {
  const name = setting(env, 'CSQA_TRANSFER');
  if (name === undefined) return undefined;
  const choice = TRANSFER_CHOICES.find((candidate) => candidate === name);
  if (choice === undefined) throw invalid('CSQA_TRANSFER', `one of ${TRANSFER_CHOICES.join(', ')}`, name);
  return choice;
}

/** The out directory's own variable is the more telling one, so it stands first among equals. */
function pathMapFrom(env: Environment): MappedPath[] {
  const host = setting(env, 'CSQA_HOST_OUT_DIR');
  const inside = setting(env, 'CSQA_OUT_DIR') ?? USUAL_OUT_DIR;
  const written = setting(env, 'CSQA_PATH_MAP');
  return [
    ...(host === undefined ? [] : [{ inside, host }]),
    ...(written === undefined ? [] : readPathMap(written)),
  ];
}

function hostsFrom(env: Environment): string[] | undefined {
  const hosts = setting(env, 'CSQA_ALLOWED_HOSTS')
    ?.split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
  return hosts?.length === 0 ? undefined : hosts;
}

function withKey<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  const pair: { [K in Key]?: Value } = {};
  if (value !== undefined) pair[key] = value;
  return pair;
}
