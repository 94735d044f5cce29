import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import type { JobDirectory } from '../jobs/job-directory.ts';
import { type GitResult, type GitSession, runGit } from './git-command.ts';
import { type GitSettings, inertSettings } from './git-settings.ts';

/** What git says about a directory. */
export interface Revision {
  /** Full id of the commit; null where the directory is not under git, has no commit yet, or git could not tell. */
  readonly commit: string | null;
  /** True where files differ from the commit or are not under git; null where that is not known. */
  readonly dirty: boolean | null;
}

/** A directory that may be a work tree. */
export interface RevisionRequest {
  readonly directory: string;
  /** A directory whose files do not count: our own artifacts may be inside the tree. */
  readonly except: string;
  readonly gitBin: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly job: JobDirectory;
  readonly signal: AbortSignal;
}

const unknown: Revision = { commit: null, dirty: null };

/** Git needs a fraction of a second for most trees; a file system that hangs must not hold an analysis up. */
const PATIENCE_MS = 20_000;

const commitId = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * Finds the commit of a work tree and whether its files differ. The tree may be hostile: its own configuration may name
 * programs, so none of them is run. Where git is missing, refuses or is too slow, the answer is that it is not known.
 */
export async function readRevision(request: RevisionRequest): Promise<Revision> {
  if (!(await mayBeUnderGit(request.directory))) return unknown;
  const ask = asker(request);
  const head = await ask([], ['rev-parse', '--verify', 'HEAD']);
  if (head.exitCode !== 0 && !foreignOwner.test(head.stderr)) return unknown;
  if (head.exitCode !== 0) {
    const trusting = await ask([['safe.directory', '*']], ['rev-parse', '--verify', 'HEAD']);
    return { ...unknown, commit: readCommit(trusting) };
  }
  const tracked = await ask([], ['ls-files', '--error-unmatch', '--', '.']);
  if (tracked.exitCode !== 0) return unknown;
  return { commit: readCommit(head), dirty: await isDirty(request, ask) };
}

/** Whether git could find a repository in or above a directory; to ask git costs a process. */
async function mayBeUnderGit(directory: string): Promise<boolean> {
  const place = await realpath(directory).catch(() => null);
  if (place === null) return true;
  for (let above = place; ; above = dirname(above)) {
    // A repository without a work tree has its head beside its files.
    if (existsSync(join(above, '.git')) || existsSync(join(above, 'HEAD'))) return true;
    if (above === dirname(above)) return false;
  }
}

/** Somebody else's work tree: git reads nothing of it. Its head is still harmless to read, and all we ask for then. */
const foreignOwner = /detected dubious ownership/i;

type Ask = (settings: GitSettings, args: readonly string[]) => Promise<GitResult>;

function asker(request: RevisionRequest): Ask {
  const { job, gitBin, environment, directory } = request;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MS)]);
  const session = { gitBin, job, environment, home: job.path, signal } as const;
  return (settings, args) => {
    const hardened: GitSession = {
      ...session,
      settings: [...inertSettings, ['protocol.allow', 'never'], ...settings],
      variables: { GIT_ALLOW_PROTOCOL: 'none', GIT_OPTIONAL_LOCKS: '0' },
    };
    return runGit(hardened, { cwd: directory, args }).catch(() => ({
      exitCode: null,
      stdout: '',
      stderr: '',
    }));
  };
}

async function isDirty(request: RevisionRequest, ask: Ask): Promise<boolean | null> {
  const listed = await ask([], ['config', '--list', '--name-only', '-z']);
  if (listed.exitCode !== 0) return null;
  const status = await ask(withoutFilters(listed.stdout.split('\0')), [
    'status',
    '--porcelain=v2',
    '--untracked-files=normal',
    '--ignore-submodules=all',
    '--no-renames',
    '--',
    '.',
    ...exception(request),
  ]);
  return status.exitCode === 0 ? status.stdout !== '' : null;
}

/** Git would run these programs over changed files; set to nothing, it runs none. */
function withoutFilters(names: readonly string[]): GitSettings {
  const filters = new Set(names.flatMap((name) => /^(filter\..+)\.[^.]+$/s.exec(name)?.[1] ?? []));
  return [...filters].flatMap((filter) => [
    [`${filter}.clean`, ''] as const,
    [`${filter}.smudge`, ''] as const,
    [`${filter}.process`, ''] as const,
    [`${filter}.required`, 'false'] as const,
  ]);
}

function exception(request: RevisionRequest): readonly string[] {
  const path = relative(request.directory, request.except);
  const inside = path !== '' && !path.startsWith('..') && !isAbsolute(path);
  return inside ? [`:(exclude,literal)${path}`] : [];
}

function readCommit(result: GitResult): string | null {
  const id = result.stdout.trim();
  return result.exitCode === 0 && commitId.test(id) ? id : null;
}
