import { createHash } from 'node:crypto';
import { access, lstat, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { plain } from '@csqa/report';
import { type GitHub, requestFailure } from '../github/open-github.ts';
import { type ChangedFile, changedFiles, fileTextAt } from '../github/read-repository.ts';
import type { RunContext } from '../run-types.ts';
import { ActionError } from '../text/action-error.ts';
import {
  type BaseRepository,
  type CheckedOut,
  type Commit,
  isCommitId,
  noCommit,
} from './base-repository.ts';
import { type ArchiveLimits, unpackArchive } from './unpack-archive.ts';

/** How far a run without git goes. */
export interface ArchiveReading {
  readonly signal?: AbortSignal;
  readonly limits?: ArchiveLimits;
}

interface ReadCommit extends Commit {
  readonly tree: string;
}

type Place = Pick<RunContext, 'workspace' | 'sha' | 'pullRequest' | 'repository'>;

/**
 * Opens the history of a workspace without git, through GitHub's API: where there is no git, actions/checkout unpacks the archive of
 * the commit that the run tests, and the base is had in the same way. Null where the workspace has a repository of git, which git alone
 * can read rightly; where its files are not those of the tested merge; and where GitHub does not show the commit.
 */
export async function openGitHubRepository(
  github: GitHub,
  place: Place,
  reading: ArchiveReading = {},
): Promise<BaseRepository | null> {
  const isThere = await access(join(place.workspace, '.git')).then(
    () => true,
    () => false,
  );
  if (isThere) return null;
  const commits = new Map<string, ReadCommit>();
  const reader: Reader = { github, place: { owner: place.repository.owner, repo: place.repository.name } };
  const obtain = async (wanted: string) => {
    const refused = noCommit(wanted);
    if (refused !== null) return refused;
    try {
      const sha = isCommitId(wanted) ? wanted : await commitIdOf(reader, wanted);
      const known = commits.get(sha) ?? (await readCommit(reader, sha));
      commits.set(sha, known);
      return { sha: known.sha, said: '' };
    } catch (error) {
      return { sha: null, said: wordsOf(error) };
    }
  };
  const { sha } = await obtain(place.sha);
  const head = sha === null ? undefined : commits.get(sha);
  if (head === undefined || !(await holdsTestedCommit(reader, place))) return null;
  return {
    head: { sha: head.sha, parents: head.parents },
    obtain,
    treeOf: (of, path) => treeAt(reader, commits.get(of)?.tree ?? null, path).catch(unread),
    textOf: (of, path) => fileTextAt(github, place.repository, { path, ref: of }).catch(unread),
    // Steps before this one may have changed any file, and only git would know.
    isClean: () => Promise.resolve(false),
    checkOut: (of, directory) => checkOut(reader, { sha: of, directory }, reading),
  };
}

interface Reader {
  readonly github: GitHub;
  readonly place: { readonly owner: string; readonly repo: string };
}

async function commitIdOf({ github, place }: Reader, ref: string): Promise<string> {
  const { data } = await github.rest.repos.getCommit({
    ...{ ...place, ref: ref.replace(/^refs\//, ''), mediaType: { format: 'sha' } },
  });
  const raw: unknown = data;
  const sha = typeof raw === 'string' ? raw.trim() : '';
  if (!isCommitId(sha)) throw new Error(`GitHub names no commit for ${ref}`);
  return sha;
}

async function readCommit({ github, place }: Reader, sha: string): Promise<ReadCommit> {
  const { data } = await github.rest.git.getCommit({ ...place, commit_sha: sha });
  return { sha: data.sha, parents: data.parents.map((parent) => parent.sha), tree: data.tree.sha };
}

async function treeAt({ github, place }: Reader, root: string | null, path: string): Promise<string | null> {
  let tree = root;
  for (const name of path.split('/').filter((segment) => segment !== '')) {
    if (tree === null) return null;
    const { data } = await github.rest.git.getTree({ ...place, tree_sha: tree });
    const found = data.tree.find((entry) => entry.path === name && entry.type === 'tree');
    if (found === undefined && data.truncated)
      throw new Error(`GitHub lists only a part of the tree ${tree}`);
    tree = found?.sha ?? null;
  }
  return tree;
}

/**
 * Whether the files are those of the commit that the run tests. Of a pull request a workflow may check out the head instead of the
 * merge, and nothing in the workspace names it: then a file that the target branch changed meanwhile is the one of the head.
 */
async function holdsTestedCommit({ github }: Reader, place: Place): Promise<boolean> {
  const { pullRequest, sha, repository, workspace } = place;
  if (pullRequest === null || pullRequest.headSha === sha) return true;
  const changed = await changedFiles(github, repository, [pullRequest.headSha, sha]);
  if (changed === null) return false;
  const matches = await Promise.all(changed.map((file) => isAsIn(workspace, file)));
  return !matches.includes(false);
}

async function isAsIn(workspace: string, { path, blob }: ChangedFile): Promise<boolean> {
  const file = join(workspace, path);
  const found = await lstat(file).catch(() => null);
  if (found === null || blob === null) return (found === null) === (blob === null);
  // What is no file tells nothing: an archive leaves submodules out, and links may not have been made.
  if (!found.isFile()) return true;
  const content = await readFile(file);
  return blob === createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

async function checkOut(
  { github, place }: Reader,
  { sha, directory }: { readonly sha: string; readonly directory: string },
  { signal, limits }: ArchiveReading,
): Promise<CheckedOut> {
  await mkdir(directory, { recursive: true });
  try {
    const { data } = await github.rest.repos.downloadTarballArchive({
      ...{ ...place, ref: sha },
      request: { parseSuccessResponseBody: false, ...(signal === undefined ? {} : { signal }) },
    });
    const body = Readable.fromWeb(data as Parameters<typeof Readable.fromWeb>[0]);
    await unpackArchive(body, directory, {
      ...(limits === undefined ? {} : { limits }),
      ...(signal === undefined ? {} : { signal }),
    });
    return { ok: true, said: '' };
  } catch (error) {
    return { ok: false, said: wordsOf(error) };
  }
}

/** What was asked of a commit that is there cannot be unknown: a missing directory would make everything in it new. */
function unread(error: unknown): never {
  const why = plain(wordsOf(error), 200);
  throw new ActionError('tool', {
    en: `the base commit could not be read through GitHub (${why}); run the job again, or add git to the image of the job.`,
    ru: `прочитать базовый коммит через GitHub не удалось (${why}); запустите задание ещё раз или добавьте git в образ задания.`,
  });
}

function wordsOf(error: unknown): string {
  const failure = requestFailure(error);
  if (failure !== null) return `GitHub answered ${failure.status}: ${failure.message}`;
  return error instanceof Error ? error.message : String(error);
}
