import type { RelativePath } from '../base/ids.ts';
import { directoryOf, fileNameOf, resolveInTree } from '../inventory/tree-path.ts';

/** One library that a Gradle lock file pins for run time. */
export interface LockedLibrary {
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly line: number;
}

/** `group:name:version`, then `=` and the configurations in the file of a project; nothing after it in that of a configuration. */
const LOCKED = /^([\w.-]{1,200}):([\w.-]{1,200}):([^\s:=]{1,200})(?:=(.{0,20000}))?$/u;

/** Lock files of a configuration each, as Gradle before 7 wrote them. */
const OF_ONE_CONFIGURATION = /(?:^|\/)gradle\/dependency-locks\/([^/]+)\.lockfile$/u;

/** The directory of the project that a lock file is about; null where it is about the build or is no lock file. */
export function lockedProject(path: RelativePath): RelativePath | null {
  const name = fileNameOf(path);
  if (name === 'gradle.lockfile') return directoryOf(path);
  if (!OF_ONE_CONFIGURATION.test(path)) return null;
  return resolveInTree(directoryOf(path), '../..');
}

/**
 * Reads what a lock file says of the class path at run time: https://docs.gradle.org/current/userguide/dependency_locking.html.
 * Lines that are none are left out; what tests and the build itself need is too.
 */
export function readLockfile(path: RelativePath, text: string): readonly LockedLibrary[] {
  const only = OF_ONE_CONFIGURATION.exec(path)?.[1];
  return text.split(/\r?\n/u).flatMap((line, index) => {
    const [, group, name, version, configurations] = LOCKED.exec(line.trim()) ?? [];
    if (group === undefined || name === undefined || version === undefined) return [];
    const named = only === undefined ? (configurations ?? '').split(',') : [only];
    return named.some(isForRunTime) ? [{ group, name, version, line: index + 1 }] : [];
  });
}

/** `runtimeClasspath`, and `releaseRuntimeClasspath` where there are variants; never that of tests. */
function isForRunTime(configuration: string): boolean {
  return /runtimeClasspath$/iu.test(configuration) && !/test/iu.test(configuration);
}
