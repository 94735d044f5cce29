import { getOctokit } from '@actions/github';
import type { RunContext } from '../run-types.ts';

/** Asks GitHub for the last commit that two commits share; null where it does not tell. */
export async function mergeBaseOf(
  { repository, servers, token }: Pick<RunContext, 'repository' | 'servers' | 'token'>,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<string | null> {
  if (token === '') return null;
  try {
    const { rest } = getOctokit(token, { baseUrl: servers.api });
    const { data } = await rest.repos.compareCommitsWithBasehead({
      ...{ owner: repository.owner, repo: repository.name },
      // Of the commits nothing is wanted but the one that both share.
      ...{ basehead: `${base}...${head}`, per_page: 1 },
    });
    return data.merge_base_commit.sha;
  } catch {
    return null;
  }
}
