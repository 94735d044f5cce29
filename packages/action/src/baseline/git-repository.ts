import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setSecret } from '@actions/core';
import type { Environment } from '../inputs/inputs.ts';
import type { RunContext } from '../run-types.ts';
import {
  type BaseRepository,
  type CheckedOut,
  type Commit,
  isCommitId,
  noCommit,
  type Obtained,
} from './base-repository.ts';
import { type GitResult, type GitSetting, runGit } from './git.ts';

/**
 * Opens the history of the checkout through a repository of our own, which borrows its objects: what is fetched for the
 * baseline never reaches the user's repository, index or configuration. Null where the workspace is no checkout of git.
 */
export async function openGitRepository(
  context: Pick<RunContext, 'workspace' | 'tempDir' | 'servers' | 'repository' | 'token'>,
  environment: Environment,
  signal?: AbortSignal,
): Promise<BaseRepository | null> {
  const here: GitSetting = { environment, settings: [], signal };
  const inWorkspace = (...args: string[]): Promise<GitResult> =>
    runGit(['-C', context.workspace, ...args], here);
  const found = await inWorkspace(
    'rev-parse',
    '--path-format=absolute',
    '--git-path',
    'objects',
    '--git-path',
    'shallow',
  );
  const head = await inWorkspace('rev-parse', '--verify', 'HEAD^{commit}');
  if (!found.ok || !head.ok) return null;
  const [objects = '', shallow = ''] = found.stdout.split('\n');
  const lineEndings = await lineEndingsOf((...args) =>
    runGit(['-C', context.workspace, ...args], { ...here, readsMachine: true }),
  );
  const gitDir = join(context.tempDir, 'csqa-base.git');
  const made = await borrow({ objects, shallow, head: head.stdout.trim() }, gitDir, here);
  if (!made) return null;
  const remote = `${context.servers.web}/${context.repository.owner}/${context.repository.name}`;
  const setting: GitSetting = { ...here, settings: [...credentials(context), ...lineEndings] };
  const git = (...args: string[]): Promise<GitResult> => runGit([`--git-dir=${gitDir}`, ...args], setting);
  const commit = await commitOf(git, head.stdout.trim());
  if (commit === null) return null;
  return {
    head: commit,
    obtain: (wanted) => obtain(git, remote, wanted),
    treeOf: async (sha, path) => {
      const { ok, stdout } = await git(
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${sha}:${path}`,
      );
      return ok ? stdout.trim() : null;
    },
    textOf: async (sha, path) => {
      const { ok, stdout } = await git('cat-file', 'blob', `${sha}:${path}`);
      return ok ? stdout : null;
    },
    isClean: async (path) => {
      const { ok, stdout } = await inWorkspace('status', '--porcelain', '--', path === '' ? '.' : path);
      return ok && stdout.trim() === '';
    },
    checkOut: (sha, directory) => checkOut({ git, remote }, sha, directory),
  };
}

interface Borrowed {
  readonly objects: string;
  readonly shallow: string;
  readonly head: string;
}

/** A ref to the head lets the server send only what differs from it. */
async function borrow(
  { objects, shallow, head }: Borrowed,
  gitDir: string,
  here: GitSetting,
): Promise<boolean> {
  const made = await runGit(['init', '--quiet', '--bare', '--template=', gitDir], here);
  if (!made.ok) return false;
  await mkdir(join(gitDir, 'objects', 'info'), { recursive: true });
  await writeFile(join(gitDir, 'objects', 'info', 'alternates'), `${objects}\n`);
  await copyFile(shallow, join(gitDir, 'shallow')).catch(() => undefined);
  const kept = await runGit([`--git-dir=${gitDir}`, 'update-ref', 'refs/csqa/head', head], here);
  return kept.ok;
}

type Git = (...args: string[]) => Promise<GitResult>;

/** The raw commit lists parents that a shallow checkout does not have. */
async function commitOf(git: Git, sha: string): Promise<Commit | null> {
  const { ok, stdout } = await git('cat-file', 'commit', sha);
  if (!ok) return null;
  const header = stdout.split('\n\n', 1)[0] ?? '';
  const parents = [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, parent]) => parent as string);
  return { sha, parents };
}

async function obtain(git: Git, remote: string, wanted: string): Promise<Obtained> {
  const refused = noCommit(wanted);
  if (refused !== null) return refused;
  if (isCommitId(wanted) && (await git('cat-file', '-e', `${wanted}^{tree}`)).ok)
    return { sha: wanted, said: '' };
  const fetched = await fetchCommit(git, remote, { wanted, anew: false });
  if (!fetched.ok) return { sha: null, said: fetched.stderr };
  const { ok, stdout, stderr } = await git('rev-parse', '--verify', 'refs/csqa/base^{commit}');
  return { sha: ok ? stdout.trim() : null, said: stderr };
}

/** Anew: as if nothing of it were here. */
function fetchCommit(
  git: Git,
  remote: string,
  { wanted, anew }: { readonly wanted: string; readonly anew: boolean },
): Promise<GitResult> {
  return git(
    ...['fetch', '--quiet', '--depth=1', '--no-tags', '--no-write-fetch-head', '--no-auto-gc'],
    ...(anew ? ['--refetch'] : []),
    ...['--end-of-options', remote, `+${wanted}:refs/csqa/base`],
  );
}

async function checkOut(
  { git, remote }: { readonly git: Git; readonly remote: string },
  sha: string,
  directory: string,
): Promise<CheckedOut> {
  await mkdir(directory, { recursive: true });
  const written = await writeTree(git, sha, directory);
  // A checkout without blobs knows the commit and lacks its files.
  if (written.ok || !(await fetchCommit(git, remote, { wanted: sha, anew: true })).ok) return written;
  return writeTree(git, sha, directory);
}

async function writeTree(git: Git, sha: string, directory: string): Promise<CheckedOut> {
  const read = await git('read-tree', sha);
  const ended = read.ok
    ? await git(`--work-tree=${directory}`, 'checkout-index', '--all', '--force', '--quiet')
    : read;
  return { ok: ended.ok, said: ended.stderr };
}

/** The token, for this server alone, over a variable of the environment; it is masked in both of its forms. */
function credentials({ servers, token }: Pick<RunContext, 'servers' | 'token'>): GitSetting['settings'] {
  if (token === '' || !/^https?:/.test(servers.web)) return [];
  const encoded = Buffer.from(`x-access-token:${token}`).toString('base64');
  setSecret(token);
  setSecret(encoded);
  return [[`http.${servers.web}/.extraHeader`, `AUTHORIZATION: basic ${encoded}`]];
}

/** Both trees are written alike, or every file would count as changed. */
async function lineEndingsOf(git: Git): Promise<GitSetting['settings']> {
  const names = ['core.autocrlf', 'core.eol', 'core.symlinks'];
  const values = await Promise.all(names.map((name) => git('config', '--get', name)));
  return values.flatMap(({ ok, stdout }, at) => (ok ? [[names[at] as string, stdout.trim()] as const] : []));
}
