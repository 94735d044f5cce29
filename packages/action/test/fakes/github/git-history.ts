import { spawnSync } from 'node:child_process';
import type { GitHubState } from './github-state.ts';

/** What git says of the repository behind the fake; null where it refuses, or where there is none. */
export function askGit(state: GitHubState, args: readonly string[]): Buffer | null {
  if (state.history === null) return null;
  const { status, stdout } = spawnSync('git', [`--git-dir=${state.history}`, ...args], {
    ...{ stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1024 ** 3 },
  });
  return status === 0 ? stdout : null;
}

/** Text of a file at a commit or a branch; undefined where there is none. */
export function textInHistory(state: GitHubState, ref: string, path: string): string | undefined {
  return askGit(state, ['cat-file', 'blob', `${ref}:${path}`])?.toString();
}

/** A file that differs, as a comparison lists it. */
interface ComparedFile {
  readonly filename: string;
  readonly status: string;
  readonly sha: string;
  readonly previous_filename?: string;
}

/** The last shared commit, and what the second has changed since, three hundred files at most. */
export function comparedInHistory(
  state: GitHubState,
  basehead: string,
): { readonly sha: string; readonly files: readonly ComparedFile[] } | null {
  const [base = '', head = ''] = basehead.split('...');
  const sha = askGit(state, ['merge-base', base, head])?.toString().trim();
  if (sha === undefined) return null;
  const raw = askGit(state, ['diff', '--raw', '-z', '--no-abbrev', '-M', sha, head])?.toString() ?? '';
  return { sha, files: readRaw(raw.split('\0').filter((part) => part !== '')).slice(0, 300) };
}

const STATUSES: Readonly<Record<string, string>> = { A: 'added', D: 'removed', R: 'renamed' };

/** `:mode mode blob blob status`, the path, and for a renamed file the new one. */
function readRaw(parts: readonly string[]): readonly ComparedFile[] {
  const files: ComparedFile[] = [];
  for (let at = 0; at < parts.length; ) {
    const [, , before = '', after = '', letter = ''] = (parts[at] as string).split(' ');
    const status = STATUSES[letter.charAt(0)] ?? 'modified';
    const isRenamed = status === 'renamed';
    const [first = '', second = ''] = parts.slice(at + 1);
    files.push({
      ...{ filename: isRenamed ? second : first, status },
      sha: status === 'removed' ? before : after,
      ...(isRenamed ? { previous_filename: first } : {}),
    });
    at += isRenamed ? 3 : 2;
  }
  return files;
}
