import { createEmulator } from 'emulate';
import { WORKFLOW_TOKEN } from '../github/github-fake.ts';

/** A GitHub that others wrote, with one repository and one pull request from a branch of it. */
export interface EmulatedGitHub extends AsyncDisposable {
  readonly api: string;
  readonly pull: { readonly number: number; readonly headSha: string };
  /** The last commit that the pull request shares with its target. */
  readonly shared: string;
  /** A request of the owner of the repository. */
  readonly ask: (method: string, path: string, body?: object) => Promise<Answer>;
}

type Answer = Readonly<Record<string, unknown>>;

const OWNER_TOKEN = 'ghp_owner';
const REPOSITORY = '/repos/clinic/owners';

/** Starts it. Throws where it does not answer as GitHub does. */
export async function startEmulatedGitHub(): Promise<EmulatedGitHub> {
  const emulator = await createEmulator({
    ...{ service: 'github', port: 0 },
    seed: {
      tokens: {
        [OWNER_TOKEN]: { login: 'clinic', scopes: ['repo'] },
        [WORKFLOW_TOKEN]: { login: 'github-actions[bot]', scopes: ['repo'] },
      },
      github: {
        users: ['clinic', 'github-actions[bot]'].map((login) => ({ login, name: login })),
        repos: [{ owner: 'clinic', name: 'owners', auto_init: true }],
      },
    },
  });
  const ask = async (method: string, path: string, body?: object): Promise<Answer> => {
    const headers = { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' };
    const reply = await fetch(`${emulator.url}${path}`, {
      ...{ method, headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as Answer;
  };
  const { object } = await ask('GET', `${REPOSITORY}/git/ref/heads/main`);
  const shared = (object as { sha: string }).sha;
  await ask('POST', `${REPOSITORY}/git/refs`, { ref: 'refs/heads/change', sha: shared });
  for (const branch of ['change', 'main']) {
    await ask('PUT', `${REPOSITORY}/contents/${branch}.txt`, { message: branch, content: 'YQ==', branch });
  }
  const pull = await ask('POST', `${REPOSITORY}/pulls`, { title: 'Change', head: 'change', base: 'main' });
  const { number, head } = pull as { number: number; head: { sha: string } };
  return {
    ...{ api: emulator.url, pull: { number, headSha: head.sha }, shared, ask },
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}
