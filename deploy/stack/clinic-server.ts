import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGitServer } from '../../packages/orchestrator/test/git-server.ts';
import { commitFiles, git } from '../../packages/orchestrator/test/repositories.ts';
import { ROOT, type StackParts } from './stack.ts';

/** The clinic of examples/ in a git server that containers can reach, with what a stack must be told to clone from it. */
export interface ClinicServer extends AsyncDisposable {
  readonly url: string;
  readonly parts: StackParts;
  /** Commits these files on the default branch. */
  commit(files: Readonly<Record<string, string>>): Promise<string>;
}

const HOST = 'git.clinic.example';
const CA_IN_CONTAINER = '/etc/csqa-clinic.pem';

/** Starts the server; it listens on every address of this machine, and has a certificate of its own. */
export async function startClinicServer(): Promise<ClinicServer> {
  const directory = await mkdtemp(join(tmpdir(), 'csqa-git-'));
  const work = join(directory, 'work');
  await cp(join(ROOT, 'examples/clinic'), work, { recursive: true });
  await git(work, 'init', '--quiet', '--initial-branch=main');
  await commitFiles(work, {});
  await git(directory, 'clone', '--quiet', '--bare', work, 'clinic.git');
  await git(work, 'remote', 'add', 'origin', join(directory, 'clinic.git'));
  const names = { hostNames: [HOST], address: '0.0.0.0' };
  const server = await startGitServer({ directory, protocol: 'https', ...names });
  const overlay = join(directory, 'clinic.yml');
  await mkdir(directory, { recursive: true });
  await writeFile(overlay, overlayFor(server.caFile));
  return {
    url: `https://${HOST}:${server.port}/plain/clinic.git`,
    parts: {
      files: [overlay],
      settings: {
        CSQA_ALLOWED_HOSTS: `${HOST}:${server.port}`,
        CSQA_ALLOW_PRIVATE_ADDRESSES: '1',
        GIT_SSL_CAINFO: CA_IN_CONTAINER,
      },
    },
    async commit(files) {
      const revision = await commitFiles(work, files);
      await git(work, 'push', '--quiet', 'origin', 'main');
      return revision;
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function overlayFor(caFile: string): string {
  const service = { extra_hosts: [`${HOST}:host-gateway`], volumes: [`${caFile}:${CA_IN_CONTAINER}:ro`] };
  return JSON.stringify({ services: { web: service, worker: service } });
}
