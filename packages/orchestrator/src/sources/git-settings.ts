import { isIP } from 'node:net';
import { devNull } from 'node:os';
import type { CheckoutOptions } from '../options.ts';
import type { RemoteUrl } from './git-url.ts';

/** Settings of git as `[name, value]`; a name may occur more than once. */
export type GitSettings = readonly (readonly [name: string, value: string])[];

/** Seconds without a byte after which git gives up on a server. */
const SILENT_SERVER_SECONDS = '30';

/** Defects of old commits that harm nobody and would refuse well-known repositories. */
const HARMLESS_DEFECTS = [
  'badTimezone',
  'missingNameBeforeEmail',
  'missingSpaceBeforeDate',
  'missingSpaceBeforeEmail',
  'zeroPaddedFilemode',
];

/** Nothing that a repository or a machine brings along is run: no hooks, monitors, filters, helpers or submodules. */
export const inertSettings: GitSettings = [
  ['core.hooksPath', devNull],
  ['core.fsmonitor', 'false'],
  ['core.attributesFile', devNull],
  ['core.excludesFile', devNull],
  ['credential.helper', ''],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['advice.detachedHead', 'false'],
];

/** What keeps a stranger's repository harmless while it is cloned from `remote`. */
export function cloneSettings(remote: RemoteUrl, checkout: CheckoutOptions): GitSettings {
  return [
    ...inertSettings,
    ['core.symlinks', 'false'],
    ['core.autocrlf', 'false'],
    ['core.protectNTFS', 'true'],
    ['core.protectHFS', 'true'],
    ['core.longpaths', 'true'],
    ['safe.bareRepository', 'explicit'],
    ['protocol.allow', 'never'],
    [`protocol.${remote.protocol}.allow`, 'always'],
    ['transfer.fsckObjects', 'true'],
    ...HARMLESS_DEFECTS.map((defect) => [`fetch.fsck.${defect}`, 'ignore'] as const),
    ['transfer.unpackLimit', '1'],
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', SILENT_SERVER_SECONDS],
    ...(checkout.caFile === undefined ? [] : [['http.sslCAInfo', checkout.caFile] as const]),
  ];
}

/**
 * Makes git connect to addresses that were looked at, whatever the name resolves to a moment later. A host that is an
 * address itself needs none of this.
 */
export function pinnedAddresses(remote: RemoteUrl, addresses: readonly string[]): GitSettings {
  if (addresses.length === 0 || isIP(remote.host.replace(/^\[|\]$/g, '')) !== 0) return [];
  return [['http.curloptResolve', `${remote.host}:${remote.port}:${addresses.join(',')}`]];
}

/** With these git reads nothing that the machine or its user has set. */
const ALONE = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull, GIT_ATTR_NOSYSTEM: '1' };

/**
 * Settings of git as environment variables: they outrank every file, reach git's own children and are in no argument list. Beside
 * them what keeps git from asking, from loading more than it was told to, and from speaking another language. Unless it
 * `readsMachine`, no file of settings is read but that of the repository.
 */
export function settingsAsEnvironment(settings: GitSettings, readsMachine = false): Record<string, string> {
  const pairs = settings.flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, name] as const,
    [`GIT_CONFIG_VALUE_${index}`, value] as const,
  ]);
  return {
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(pairs),
    ...(readsMachine ? {} : ALONE),
    GIT_TERMINAL_PROMPT: '0',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    LC_ALL: 'C',
    LANGUAGE: 'C',
  };
}
