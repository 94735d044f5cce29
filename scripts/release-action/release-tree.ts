import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { METAFILE } from './bundled-packages.ts';
import { ReleaseError } from './release-error.ts';
import type { SourceCommit } from './source-commit.ts';
import type { Version } from './version.ts';

/** What a release is made of beside what was built. */
export interface Release {
  /** Directory that is empty or not there yet. */
  readonly to: string;
  readonly version: Version;
  readonly source: SourceCommit;
  /** Text of THIRD-PARTY-NOTICES. */
  readonly notices: string;
}

const ACTION = 'packages/action';

/** Files of the action as they are released; the bundle needs no other, and no node_modules. */
const COPIED = {
  'action.yml': `${ACTION}/action.yml`,
  'README.md': `${ACTION}/README.md`,
  'README.ru.md': `${ACTION}/README.ru.md`,
  LICENSE: 'LICENSE',
  dist: `${ACTION}/dist`,
} as const;

/** Writes the tree that a runner checks out. Throws ReleaseError where there is something else already. */
export async function writeReleaseTree(
  root: string,
  { to, version, source, notices }: Release,
): Promise<void> {
  await mkdir(to, { recursive: true });
  if ((await readdir(to)).length > 0) {
    throw new ReleaseError(`${to} is not empty`, {
      fix: 'name an empty directory, or one that is not there yet',
    });
  }
  for (const [name, from] of Object.entries(COPIED)) {
    const isReleased = (path: string) => basename(path) !== METAFILE;
    await cp(join(root, from), join(to, name), { recursive: true, filter: isReleased });
  }
  const manifest = { name: 'csqa-action', version: version.tag.slice(1), private: true, type: 'module' };
  await writeFile(join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(to, 'THIRD-PARTY-NOTICES'), notices);
  await writeFile(join(to, 'SOURCE'), `version ${version.tag}\ncommit ${source.sha}\n`);
}

/** A file of a tree and what is in it. */
export interface FileDigest {
  /** Relative to the tree, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Every file of a tree, by path. */
export async function digestOf(tree: string): Promise<readonly FileDigest[]> {
  const entries = await readdir(tree, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(tree, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return Promise.all(
    paths.map(async (path) => {
      const content = await readFile(join(tree, path));
      return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
    }),
  );
}

/** Paths that are in one tree only, or differ. */
export function differences(one: readonly FileDigest[], other: readonly FileDigest[]): readonly string[] {
  const left = new Map(one.map(({ path, sha256 }) => [path, sha256]));
  const right = new Map(other.map(({ path, sha256 }) => [path, sha256]));
  const paths = new Set([...left.keys(), ...right.keys()]);
  return [...paths].filter((path) => left.get(path) !== right.get(path)).sort((a, b) => (a < b ? -1 : 1));
}
