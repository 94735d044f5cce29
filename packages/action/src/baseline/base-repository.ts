import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setSecret } from '@actions/core';
import type { Environment } from '../inputs/inputs.ts';
import type { RunContext } from '../run-types.ts';
import { type GitResult, type GitSetting, runGit } from './git.ts';

/** A commit with what matters of it. */
export interface Commit {
  /** Full id. */
  readonly sha: string;
  /** Full ids, the one that a merge was made into first. */
  readonly parents: readonly string[];
}

/** What can be asked of the history of a checkout, however shallow, while the checkout itself stays as it is. */
export interface BaseRepository {
  /** The commit that is checked out. */
  readonly head: Commit;
  /**
   * The full id of a commit, a branch or a tag; fetched, without its history, where it is not here. Null where it cannot be
   * had, and git's own words beside.
   */
  readonly obtain: (wanted: string) => Promise<{ readonly sha: string | null; readonly said: string }>;
  /** Id of the tree of a directory in a commit that was obtained; null where the commit has no such directory. */
  readonly treeOf: (sha: string, path: string) => Promise<string | null>;
  /** Text of a file in a commit that was obtained; null where it has no such file. */
  readonly textOf: (sha: string, path: string) => Promise<string | null>;
  /** Whether a directory of the checkout holds what the commit holds, and nothing else. */
  readonly isClean: (path: string) => Promise<boolean>;
  /** Writes the files of a commit that was obtained into a directory that is not there yet. */
  readonly checkOut: (sha: string, directory: string) => Promise<GitResult>;
}

const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** A ref as git allows it and no option; what it names is for the server to say. */
const REF = /^(?!-)[\w./@+#-]{1,255}$/;

/**
 * Opens the history of the checkout through a repository of our own, which borrows its objects: what is fetched for the
 * baseline never reaches the user's repository, index or configuration. Null where the workspace is no checkout of git.
 */
export async function openBaseRepository(
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

async function obtain(git: Git, remote: string, wanted: string): ReturnType<BaseRepository['obtain']> {
  const isSha = SHA.test(wanted);
  if (!isSha && !REF.test(wanted)) return { sha: null, said: `${wanted.slice(0, 100)} is no name of a ref` };
  if (isSha && (await git('cat-file', '-e', `${wanted}^{tree}`)).ok) return { sha: wanted, said: '' };
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
): Promise<GitResult> {
  await mkdir(directory, { recursive: true });
  const written = await writeTree(git, sha, directory);
  // A checkout without blobs knows the commit and lacks its files.
  if (written.ok || !(await fetchCommit(git, remote, { wanted: sha, anew: true })).ok) return written;
  return writeTree(git, sha, directory);
}

async function writeTree(git: Git, sha: string, directory: string): Promise<GitResult> {
  const read = await git('read-tree', sha);
  if (!read.ok) return read;
  return git(`--work-tree=${directory}`, 'checkout-index', '--all', '--force', '--quiet');
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
