import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from './git.ts';
import { ReleaseError } from './release-error.ts';
import type { SourceCommit } from './source-commit.ts';
import { compareVersions, type Version, versionOf } from './version.ts';

/** A tree and where it goes. */
export interface Publication {
  readonly tree: string;
  readonly version: Version;
  readonly remote: string;
  readonly source: SourceCommit;
}

/**
 * Makes the tree the next commit of `releases/v1` on the remote, tags it `v1.x.y`, and moves `v1` to it: one atomic push, so
 * that nobody ever finds `v1` missing. The commit is the same whenever it is made from the same tree, source and parent. Throws
 * ReleaseError where the version is there already or a newer one is.
 */
export async function publishRelease({ tree, version, remote, source }: Publication): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), 'csqa-publish-'));
  try {
    const place = { cwd: work };
    await git(['init', '--quiet', '--initial-branch=release', '.'], place);
    // The files are committed as they are, whatever the user's git does to line ends.
    await git(['config', 'core.autocrlf', 'false'], place);
    const refs = await refsOf(remote, work);
    refuseOld(version, refs);
    const branch = `refs/heads/releases/${version.majorTag}`;
    const parent = refs.get(branch);
    if (parent !== undefined) await git(['fetch', '--quiet', '--depth=1', '--', remote, branch], place);
    await cp(tree, work, { recursive: true });
    await git(['add', '--all', '--force', '.'], place);
    const commit = await commitOf(work, { version, source, parent });
    await git(
      [
        ...['push', '--quiet', '--atomic', '--', remote, `${commit}:${branch}`],
        ...[`${commit}:refs/tags/${version.tag}`, `+${commit}:refs/tags/${version.majorTag}`],
      ],
      place,
    );
    return `${version.tag} is ${commit} on releases/${version.majorTag}; ${version.majorTag} leads to it`;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function refsOf(remote: string, cwd: string): Promise<ReadonlyMap<string, string>> {
  const said = await git(['ls-remote', '--heads', '--tags', '--', remote], { cwd });
  const lines = said.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [sha = '', ref = ''] = line.split('\t');
      return [ref, sha];
    }),
  );
}

function refuseOld(version: Version, refs: ReadonlyMap<string, string>): void {
  const there = [...refs.keys()]
    .flatMap((ref) => versionOf(ref.replace(/^refs\/tags\//, '')) ?? [])
    .filter(({ majorTag }) => majorTag === version.majorTag)
    .sort(compareVersions);
  const newest = there.at(-1);
  if (newest === undefined || compareVersions(version, newest) > 0) return;
  throw new ReleaseError(`${newest.tag} is released already, and ${version.tag} is no newer`, {
    fix: `a released version never changes, and ${version.majorTag} never goes back: name a newer one`,
  });
}

async function commitOf(
  cwd: string,
  {
    version,
    source,
    parent,
  }: Pick<Publication, 'version' | 'source'> & { readonly parent: string | undefined },
): Promise<string> {
  const tree = await git(['write-tree'], { cwd });
  const message = `Release ${version.tag}\n\nBuilt from commit ${source.sha}.`;
  const parents = parent === undefined ? [] : ['-p', parent];
  const env = { GIT_AUTHOR_DATE: source.date, GIT_COMMITTER_DATE: source.date };
  return git(['commit-tree', tree, ...parents, '-m', message], { cwd, env });
}
