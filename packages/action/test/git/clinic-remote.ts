import { mkdir, rename } from 'node:fs/promises';
import { request as askHttp, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { commitFiles, git } from '../../../orchestrator/test/repositories.ts';

/** Commits of a bare repository with a pull request that is merged for the test, as GitHub does it. */
export interface ClinicRemote {
  /** The bare repository `<root>/clinic/pets`. */
  readonly bare: string;
  /** Where the branch left main. */
  readonly fork: string;
  /** Tip of main, one commit after the branch left it. */
  readonly main: string;
  /** Tip of the branch. */
  readonly head: string;
  /** The merge of the branch into main, at refs/pull/7/merge. */
  readonly merge: string;
}

const before = { 'src/Pet.java': 'class Pet {}\n', 'services/billing/Bill.java': 'class Bill {}\n' };

/** Makes it with the given files on main and on the branch, or with small ones. */
export async function makeClinicRemote(
  root: string,
  files: {
    readonly main?: Readonly<Record<string, string>>;
    readonly branch?: Readonly<Record<string, string>>;
  } = {},
): Promise<ClinicRemote> {
  const work = join(root, 'work');
  await mkdir(work, { recursive: true });
  await git(work, 'init', '--quiet', '--initial-branch=main');
  const fork = await commitFiles(work, files.main ?? before);
  await git(work, 'switch', '--quiet', '--create', 'feature');
  const head = await commitFiles(work, files.branch ?? { 'src/Visit.java': 'class Visit {}\n' });
  await git(work, 'switch', '--quiet', 'main');
  const main = await commitFiles(work, { 'README.md': 'Clinic\n' });
  await git(work, 'switch', '--quiet', '--detach');
  await git(work, 'merge', '--quiet', '--no-ff', '--message', 'Merge 7 into main', 'feature');
  const merge = await git(work, 'rev-parse', 'HEAD');
  await git(work, 'update-ref', 'refs/pull/7/merge', merge);
  await git(work, 'update-ref', 'refs/pull/7/head', head);
  await git(work, 'switch', '--quiet', 'main');
  const bare = join(root, 'clinic', 'pets');
  await mkdir(join(root, 'clinic'), { recursive: true });
  await git(root, 'clone', '--quiet', '--mirror', work, `${bare}.git`);
  await rename(`${bare}.git`, bare);
  await git(bare, 'config', 'uploadpack.allowReachableSHA1InWant', 'true');
  await git(bare, 'config', 'uploadpack.allowFilter', 'true');
  return { bare, fork, main, head, merge };
}

/** Clones one commit as actions/checkout does: no history, no branch, no credentials left behind. */
export async function checkOutShallow(remote: string, ref: string, directory: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  await git(directory, 'init', '--quiet');
  await git(directory, 'remote', 'add', 'origin', remote);
  await git(directory, 'fetch', '--quiet', '--depth=1', 'origin', ref);
  await git(directory, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return directory;
}

/** Asks every request for the token of a workflow before the server behind it sees the request. */
export async function startGuard(
  origin: string,
  token: string,
): Promise<{ origin: string; close: () => void }> {
  const expected = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const server = createServer((request, response) => {
    if (request.headers.authorization?.toLowerCase() !== expected.toLowerCase()) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end();
      return;
    }
    const { authorization: _, ...headers } = request.headers;
    const passedOn = askHttp(`${origin}${request.url}`, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passedOn);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
