import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CsqaError } from '../errors.ts';
import type { CheckoutProgress } from '../events.ts';
import type { JobDirectory } from '../jobs/job-directory.ts';
import type { WarningText } from '../journal.ts';
import type { Limits } from '../limits.ts';
import type { CheckoutOptions } from '../options.ts';
import type { ResolveHost } from '../ports.ts';
import { type Redact, redactor } from '../redaction.ts';
import type { ParsedCredentials } from '../request.ts';
import { type Askpass, prepareAskpass } from './askpass.ts';
import { cloneFailure } from './clone-failure.ts';
import { type CloneWatch, watchClone } from './clone-watch.ts';
import {
  type GitCommand,
  type GitResult,
  type GitSession,
  isRecentEnough,
  OLDEST_GIT,
  readGitVersion,
  runGit,
} from './git-command.ts';
import { progressReader } from './git-progress.ts';
import { readRef, type WantedRef } from './git-ref.ts';
import { cloneSettings, pinnedAddresses } from './git-settings.ts';
import { type RemoteUrl, readRemoteUrl } from './git-url.ts';
import { addressesOf } from './host-addresses.ts';
import { type TreeSize, treeCounter } from './tree-audit.ts';

/** A repository to fetch into a job directory. */
export interface CheckoutRequest {
  readonly url: string;
  readonly ref: string | undefined;
  readonly credentials: ParsedCredentials | undefined;
  readonly job: JobDirectory;
  readonly options: CheckoutOptions;
  readonly environment: Readonly<Record<string, string>>;
  readonly resolveHost: ResolveHost;
  readonly limits: Limits;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CheckoutProgress) => void;
}

/** A tree that was fetched; its history is gone. */
export interface Checkout {
  /** Absolute path of the tree, without `.git`. */
  readonly directory: string;
  /** The URL as it was fetched from. */
  readonly url: string;
  /** Full id of the commit. */
  readonly commit: string;
  readonly size: TreeSize;
  /** What was done otherwise than one might expect, in one sentence each. */
  readonly notes: readonly WarningText[];
}

/** What the steps of one checkout share. */
interface Steps {
  readonly remote: RemoteUrl;
  readonly ref: WantedRef;
  readonly directory: string;
  readonly session: GitSession;
  readonly watch: CloneWatch;
  readonly askpass: Askpass | null;
  readonly redact: Redact;
  readonly onProgress: (progress: CheckoutProgress) => void;
}

/**
 * Fetches one commit of a repository, without history, hooks, filters, submodules, links or LFS, and writes its files.
 * The tree is counted before the first file is written. Throws the CLONE_ codes, GIT_UNAVAILABLE and CANCELLED.
 */
export async function checkOut(request: CheckoutRequest): Promise<Checkout> {
  const remote = readRemoteUrl(request.url, request.options);
  const ref = readRef(request.ref);
  assertSafeForCredentials(remote, request.credentials);
  request.onProgress({ type: 'checkout', step: 'connecting', done: 0, total: null, bytes: 0 });
  const addresses = await addressesToPin(remote, request);
  const directory = await request.job.makeDirectory('source');
  const watch = watchClone({ ...request, href: remote.href, gitDir: join(directory, '.git') });
  try {
    const steps = await prepareSteps({ request, remote, ref, addresses, directory, watch });
    return await runSteps(steps);
  } finally {
    watch.stop();
  }
}

function assertSafeForCredentials(remote: RemoteUrl, credentials: ParsedCredentials | undefined): void {
  if (credentials === undefined || remote.protocol === 'https') return;
  throw new CsqaError(
    'CLONE_FORBIDDEN_URL',
    `Credentials are sent over https only, and ${remote.href} is not https.`,
    {
      hint: 'Use the https URL, or leave the credentials out.',
      ru: `Токен передаётся только по https, а ${remote.href} — не https.`,
    },
  );
}

function addressesToPin(remote: RemoteUrl, request: CheckoutRequest): Promise<readonly string[]> {
  const { options, resolveHost } = request;
  if (remote.protocol === 'file' || options.proxy !== undefined) return Promise.resolve([]);
  return addressesOf({
    host: remote.host,
    allowPrivateAddresses: options.allowPrivateAddresses,
    resolveHost,
  });
}

async function prepareSteps(made: {
  readonly request: CheckoutRequest;
  readonly remote: RemoteUrl;
  readonly ref: WantedRef;
  readonly addresses: readonly string[];
  readonly directory: string;
  readonly watch: CloneWatch;
}): Promise<Steps> {
  const { request, remote, watch } = made;
  const { options, credentials, job } = request;
  const home = join(job.path, 'git-home');
  await mkdir(home, { recursive: true, mode: 0o700 });
  const askpass = credentials === undefined ? null : await prepareAskpass(home, credentials);
  const session: GitSession = {
    gitBin: options.gitBin,
    job,
    environment: request.environment,
    home,
    settings: [...cloneSettings(remote, options), ...pinnedAddresses(remote, made.addresses)],
    variables: {
      GIT_ALLOW_PROTOCOL: remote.protocol,
      ...(options.proxy === undefined ? {} : { https_proxy: options.proxy, http_proxy: options.proxy }),
      ...askpass?.variables,
    },
    signal: watch.signal,
  };
  const secrets =
    credentials === undefined ? [] : [{ value: credentials.token, username: credentials.username }];
  const { ref, directory } = made;
  return {
    remote,
    ref,
    directory,
    session,
    watch,
    askpass,
    redact: redactor(secrets),
    onProgress: request.onProgress,
  };
}

async function runSteps(steps: Steps): Promise<Checkout> {
  await assertGitCanPin(steps);
  const notes: WarningText[] = [];
  const commit = await fetchCommit(steps, notes);
  const size = await countTree(steps, commit);
  await must(steps, ['checkout', '--progress', '--detach', '--force', commit]);
  await rm(join(steps.directory, '.git'), { recursive: true, force: true });
  return { directory: steps.directory, url: steps.remote.href, commit, size, notes };
}

async function assertGitCanPin(steps: Steps): Promise<void> {
  const { stdout } = await must(steps, ['--version']);
  const version = readGitVersion(stdout);
  if (version !== null && isRecentEnough(version)) return;
  throw new CsqaError(
    'GIT_UNAVAILABLE',
    `git ${OLDEST_GIT.join('.')} or later is needed; this is "${stdout.trim()}".`,
    {
      ru: `Нужен git ${OLDEST_GIT.join('.')} или новее, а это «${stdout.trim()}».`,
      hint: `Install git ${OLDEST_GIT.join('.')} or later.`,
    },
  );
}

/** Fetches what was asked for and gives its commit id. A repository of the other hash is noticed and begun again. */
async function fetchCommit(steps: Steps, notes: WarningText[]): Promise<string> {
  const { ref, remote } = steps;
  await must(steps, ['init', '--quiet', '--template=', `--object-format=${ref.objectFormat}`]);
  let fetched = await tryFetch(steps, ['--depth=1', '--', remote.href, ref.name]);
  if (fetched.exitCode !== 0 && otherHash.test(fetched.stderr)) {
    await rm(join(steps.directory, '.git'), { recursive: true, force: true });
    const format = ref.objectFormat === 'sha1' ? 'sha256' : 'sha1';
    await must(steps, ['init', '--quiet', '--template=', `--object-format=${format}`]);
    fetched = await tryFetch(steps, ['--depth=1', '--', remote.href, ref.name]);
  }
  if (fetched.exitCode === 0) return commitOf(steps, 'FETCH_HEAD');
  if (ref.kind !== 'commit' || !onlyAdvertised.test(fetched.stderr)) throw failureOf(steps, fetched);
  notes.push({
    message: 'The server gives out no commit by its id alone, so the whole history was fetched.',
    ru: 'Сервер не отдаёт коммит по одному номеру, поэтому получена вся история.',
  });
  const everything = ['--', remote.href, '+refs/heads/*:refs/csqa/heads/*', '+refs/tags/*:refs/csqa/tags/*'];
  const history = await tryFetch(steps, everything);
  if (history.exitCode !== 0) throw failureOf(steps, history);
  return commitOf(steps, ref.name);
}

const otherHash = /mismatched algorithms|mismatched object format|unsupported object format/i;

/** What a server without `uploadpack.allowReachableSHA1InWant` says over the first version of the protocol. */
const onlyAdvertised = /does not allow request for unadvertised object/i;

function tryFetch(steps: Steps, args: readonly string[]): Promise<GitResult> {
  return step(steps, [
    'fetch',
    '--progress',
    '--no-tags',
    '--no-recurse-submodules',
    '--no-auto-maintenance',
    ...args,
  ]);
}

async function commitOf(steps: Steps, name: string): Promise<string> {
  const { stdout } = await must(steps, ['rev-parse', '--verify', `${name}^{commit}`]);
  return stdout.trim();
}

async function countTree(steps: Steps, commit: string): Promise<TreeSize> {
  const counter = treeCounter();
  const listed = await step(steps, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit], (chunk) => {
    steps.watch.checkTree(counter.push(chunk));
  });
  if (listed.exitCode !== 0) throw failureOf(steps, listed);
  steps.watch.assertAllowed();
  return counter.size();
}

async function must(steps: Steps, args: readonly string[]): Promise<GitResult> {
  const result = await step(steps, args);
  if (result.exitCode !== 0) throw failureOf(steps, result);
  return result;
}

async function step(
  steps: Steps,
  args: readonly string[],
  onStdout?: (chunk: Uint8Array) => void,
): Promise<GitResult> {
  steps.watch.assertAllowed();
  const command: GitCommand = {
    cwd: steps.directory,
    args,
    onStderr: progressReader(steps.watch.packBytes, steps.onProgress),
    ...(onStdout === undefined ? {} : { onStdout }),
    ...(steps.askpass === null || args[0] !== 'fetch' ? {} : { secret: steps.askpass.secret }),
  };
  const result = await runGit(steps.session, command);
  steps.watch.assertAllowed();
  return result;
}

function failureOf(steps: Steps, result: GitResult): CsqaError {
  const { remote, ref, redact } = steps;
  return cloneFailure({ ...result, remote, ref, redact, withCredentials: steps.askpass !== null });
}
