import type { PullRequest, Repository } from '../run-types.ts';
import { type GitHub, requestFailure } from './open-github.ts';

/** The last commit that two commits share; null where GitHub cannot tell. */
export async function mergeBaseOf(
  github: GitHub,
  { owner, name }: Repository,
  [base, head]: readonly [base: string, head: string],
): Promise<string | null> {
  try {
    const { data } = await github.rest.repos.compareCommitsWithBasehead({
      ...{ owner, repo: name, basehead: `${base}...${head}`, per_page: 1 },
    });
    return data.merge_base_commit.sha;
  } catch (error) {
    if (requestFailure(error) === null) throw error;
    return null;
  }
}

/** A file that differs between two commits. */
export interface ChangedFile {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  /** Id of its content in the later commit; null where that has no such file. */
  readonly blob: string | null;
}

/** Files that differ between a commit and one that has it in its history, three hundred at most; null where GitHub cannot tell. */
export async function changedFiles(
  github: GitHub,
  { owner, name }: Repository,
  [before, after]: readonly [before: string, after: string],
): Promise<readonly ChangedFile[] | null> {
  try {
    const { data } = await github.rest.repos.compareCommitsWithBasehead({
      ...{ owner, repo: name, basehead: `${before}...${after}`, per_page: 1 },
    });
    return (data.files ?? []).flatMap(({ filename, status, sha, previous_filename: earlier }) => [
      { path: filename, blob: status === 'removed' ? null : sha },
      ...(status === 'renamed' && earlier !== undefined ? [{ path: earlier, blob: null }] : []),
    ]);
  } catch (error) {
    if (requestFailure(error) === null) throw error;
    return null;
  }
}

/** Where a pull request of the trusted stage comes from, by what GitHub itself says of the run that it follows. */
export interface HeadOfRun {
  /** Full commit id. */
  readonly sha: string;
  /** `owner/name` of the repository with the branch. */
  readonly repository: string;
  readonly branch: string;
}

/**
 * The open pull request whose head is exactly that commit of exactly that repository; null where there is none, as after another
 * push. The event of a run for a fork does not name it, and what the run itself says of it is not to be trusted.
 */
export async function pullRequestOf(
  github: GitHub,
  { owner, name }: Repository,
  head: HeadOfRun,
): Promise<PullRequest | null> {
  const headOwner = head.repository.split('/')[0] ?? '';
  const pulls = await github.paginate(github.rest.pulls.list, {
    ...{ owner, repo: name, state: 'open', head: `${headOwner}:${head.branch}`, per_page: 100 },
  });
  const found = pulls.find(
    (pull) =>
      pull.head.sha === head.sha && pull.head.repo?.full_name.toLowerCase() === head.repository.toLowerCase(),
  );
  if (found === undefined) return null;
  return {
    number: found.number,
    headSha: found.head.sha,
    headRepository: found.head.repo?.full_name ?? null,
    baseRef: found.base.ref,
  };
}

/** Text of a file at a commit or a branch; null where there is none, or GitHub does not hand it out. */
export async function fileTextAt(
  github: GitHub,
  { owner, name }: Repository,
  { path, ref }: { readonly path: string; readonly ref: string },
): Promise<string | null> {
  try {
    const { data } = await github.rest.repos.getContent({
      ...{ owner, repo: name, path, ref, mediaType: { format: 'raw' } },
    });
    const raw: unknown = data;
    return raw instanceof ArrayBuffer
      ? Buffer.from(raw).toString('utf8')
      : typeof raw === 'string'
        ? raw
        : null;
  } catch (error) {
    if (requestFailure(error)?.status !== 404) throw error;
    return null;
  }
}
