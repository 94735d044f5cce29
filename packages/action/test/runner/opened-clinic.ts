import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GitServer, startGitServer } from '../../../orchestrator/test/git-server.ts';
import { type GitHubFake, startGitHub } from '../fakes/github/github-fake.ts';
import { type ClinicRemote, makeClinicRemote } from '../git/clinic-remote.ts';
import { guardedClinic, withoutGuard } from './guarded-clinic.ts';

/** A pull request that takes a guard away, with all that a workflow finds around it. */
export interface OpenedClinic extends AsyncDisposable {
  /** A directory of its own, in which the repository lies too. */
  readonly root: string;
  readonly remote: ClinicRemote;
  readonly server: GitServer;
  readonly github: GitHubFake;
  /** GitHub for browsers and git, by a name that the toolkit takes for one with artifacts. */
  readonly web: string;
}

/** Starts it all; `rights` are those of the token of the workflow, `files` what lies on main and what the branch changes. */
export async function openClinic(
  rights?: readonly string[],
  files: Parameters<typeof makeClinicRemote>[1] = { main: guardedClinic(), branch: withoutGuard() },
): Promise<OpenedClinic> {
  const root = await mkdtemp(join(tmpdir(), 'csqa-opened-'));
  const remote = await makeClinicRemote(root, files);
  const server = await startGitServer({ directory: root, protocol: 'http' });
  const github = await startGitHub({ name: 'pets', ...(rights === undefined ? {} : { rights }) });
  return {
    ...{ root, remote, server, github },
    web: `${server.origin.replace('localhost', 'github.localhost')}/plain`,
    async [Symbol.asyncDispose]() {
      await github[Symbol.asyncDispose]();
      await server.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
