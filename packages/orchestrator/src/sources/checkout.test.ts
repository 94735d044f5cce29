import { lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type GitServer, SERVER_LOGIN, startGitServer } from '../../test/git-server.ts';
import { scratchJob, testEnvironment } from '../../test/job.ts';
import { type Clinic, git, makeClinic, makeEmpty, makeHostile, makeHuge } from '../../test/repositories.ts';
import type { CsqaError } from '../errors.ts';
import type { CheckoutProgress } from '../events.ts';
import { type LimitsInput, resolveLimits } from '../limits.ts';
import { checkoutOptionsSchema } from '../options.ts';
import type { ResolveHost } from '../ports.ts';
import { type Checkout, checkOut } from './checkout.ts';

let root: string;
let clinic: Clinic;
let server: GitServer;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'csqa-remote-'));
  clinic = await makeClinic(root);
  await makeHuge(root, 3_000_000);
  await makeEmpty(root);
  server = await startGitServer({
    directory: root,
    protocol: 'https',
    hostNames: ['localhost', 'git.clinic.example'],
  });
});

afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

interface Attempt {
  readonly url: string;
  readonly ref?: string;
  readonly token?: string;
  readonly limits?: LimitsInput;
  readonly options?: Parameters<typeof checkoutOptionsSchema.parse>[0];
  readonly resolveHost?: ResolveHost;
  readonly signal?: AbortSignal;
  readonly environment?: Readonly<Record<string, string>>;
  readonly onProgress?: (progress: CheckoutProgress) => void;
}

async function fetchTree(attempt: Attempt): Promise<Checkout> {
  return checkOut({
    url: attempt.url,
    ref: attempt.ref,
    credentials:
      attempt.token === undefined ? undefined : { username: SERVER_LOGIN.username, token: attempt.token },
    job: await scratchJob(),
    options: checkoutOptionsSchema.parse(
      attempt.options ?? {
        allowPrivateAddresses: true,
        caFile: server.caFile,
        allowProtocols: ['https', 'file'],
      },
    ),
    environment: attempt.environment ?? testEnvironment,
    resolveHost: attempt.resolveHost ?? (() => Promise.resolve(['127.0.0.1'])),
    limits: resolveLimits(attempt.limits),
    signal: attempt.signal ?? new AbortController().signal,
    onProgress: attempt.onProgress ?? (() => undefined),
  });
}

function failureOf(attempt: Attempt): Promise<CsqaError> {
  return fetchTree(attempt).then(
    () => expect.fail('the checkout should have failed'),
    (error: CsqaError) => error,
  );
}

describe('what is checked out', () => {
  it('is the default branch where no ref is named', async () => {
    const checkout = await fetchTree({ url: `${server.origin}/plain/clinic.git` });
    expect(checkout.commit).toBe(clinic.main);
    expect((await readdir(checkout.directory)).sort()).toEqual([
      '.gitattributes',
      'model.bin',
      'passwd',
      'src',
    ]);
    expect(checkout.size.files).toBe(6);
  });

  it.each([
    ['a branch', 'feature/vets', () => clinic.feature],
    ['a tag', 'v1.0', () => clinic.first],
    ['an annotated tag', 'v2.0', () => clinic.main],
    ['a full ref', 'refs/heads/feature/vets', () => clinic.feature],
  ])('is %s by its name', async (_, ref, commit) => {
    const checkout = await fetchTree({ url: `${server.origin}/plain/clinic.git`, ref });
    expect(checkout.commit).toBe(commit());
  });

  it('is a commit by its full id, without the history where the server allows that', async () => {
    const checkout = await fetchTree({
      url: `${server.origin}/plain/clinic.git`,
      ref: clinic.inner.toUpperCase(),
    });
    expect(checkout.commit).toBe(clinic.inner);
    expect((await readdir(join(checkout.directory, 'src'))).sort()).toEqual(['Owner.java', 'Visit.java']);
    expect(checkout.notes).toEqual([]);
  });

  it('is a commit out of the whole history where the server gives out none by its id, and that is said', async () => {
    const checkout = await fetchTree({ url: `${server.origin}/old/clinic.git`, ref: clinic.inner });
    expect(checkout.commit).toBe(clinic.inner);
    expect(checkout.notes).toEqual([
      expect.objectContaining({ message: expect.stringContaining('whole history') }),
    ]);
  });

  it('is a local bare repository by a file URL', async () => {
    const checkout = await fetchTree({ url: `file://${clinic.bare}`, ref: 'feature/vets' });
    expect(checkout.commit).toBe(clinic.feature);
  });

  it('is a path with blanks and letters of any kind', async () => {
    const odd = join(root, 'our клиника #1.git');
    await git(root, 'clone', '--quiet', '--bare', clinic.bare, odd);
    expect((await fetchTree({ url: pathToFileURL(odd).href })).commit).toBe(clinic.main);
  });

  it('is a repository whose ids are SHA-256, too', async () => {
    const job = join(root, 'sha256');
    await mkdir(job);
    await git(job, 'init', '--quiet', '--object-format=sha256', '--initial-branch=main');
    await git(job, 'commit', '--quiet', '--allow-empty', '--message', 'Begin');
    const checkout = await fetchTree({ url: `file://${job}` });
    expect(checkout.commit).toMatch(/^[0-9a-f]{64}$/);
  });

  it('holds no history, no links, no LFS files and nothing that a filter made', async () => {
    const { directory } = await fetchTree({ url: `${server.origin}/plain/clinic.git` });
    await expect(lstat(join(directory, '.git'))).rejects.toThrow('ENOENT');
    expect((await lstat(join(directory, 'passwd'))).isFile()).toBe(true);
    expect(await readFile(join(directory, 'passwd'), 'utf8')).toBe('/etc/passwd');
    expect(await readFile(join(directory, 'model.bin'), 'utf8')).toContain('git-lfs');
    expect(await readFile(join(directory, 'src/Pet.java'), 'utf8')).toBe('class Pet {}\n');
  });

  it('runs no hook and fetches no submodule, whatever the repository or the machine would have run', async () => {
    const trap = join(root, 'trap');
    await makeHostile(root, { name: 'hostile', trap, submodule: `${server.origin}/plain/clinic.git` });
    const template = join(root, 'template');
    await mkdir(join(template, 'hooks'), { recursive: true });
    await writeFile(join(template, 'hooks', 'post-checkout'), `#!/bin/sh\ntouch '${trap}'\n`, {
      mode: 0o755,
    });
    const before = server.requests.length;
    const { directory } = await fetchTree({
      url: `${server.origin}/plain/hostile.git`,
      environment: { ...testEnvironment, GIT_TEMPLATE_DIR: template },
    });
    expect(await readFile(join(directory, 'src/Pet.java'), 'utf8')).toBe('class Pet {}\n');
    await expect(lstat(trap)).rejects.toThrow('ENOENT');
    expect(server.requests.slice(before).filter((path) => !path.includes('hostile.git'))).toEqual([]);
    expect((await lstat(join(directory, 'out'))).isSymbolicLink()).toBe(false);
    expect(await readFile(join(directory, 'model.bin'), 'utf8')).toContain('git-lfs');
    expect(await readdir(join(directory, 'other')).catch(() => [])).toEqual([]);
  });

  it('is nothing at all where a submodule has an option of git in the place of its URL', async () => {
    const trap = join(root, 'trap');
    await makeHostile(root, { name: 'option', trap, submodule: `--upload-pack=touch ${trap}` });
    const { code } = await failureOf({ url: `${server.origin}/plain/option.git` });
    expect(code).toBe('CLONE_FAILED');
    await expect(lstat(trap)).rejects.toThrow('ENOENT');
  });

  it('is reported step by step', async () => {
    const steps = new Set<string>();
    await fetchTree({ url: `${server.origin}/plain/clinic.git`, onProgress: ({ step }) => steps.add(step) });
    expect([...steps].slice(0, 2)).toEqual(['connecting', 'receiving']);
  });
});

describe('the network', () => {
  it('is plain http for those who allow that, and only for them', async () => {
    const plain = await startGitServer({ directory: root, protocol: 'http' });
    onTestFinished(() => plain.close());
    const url = `${plain.origin}/plain/clinic.git`;
    const options = { allowPrivateAddresses: true, allowProtocols: ['http' as const] };
    expect((await fetchTree({ url, options })).commit).toBe(clinic.main);
    expect((await failureOf({ url })).code).toBe('CLONE_FORBIDDEN_URL');
  });

  it('is reached at the address that was looked at, whatever the name means elsewhere', async () => {
    const checkout = await fetchTree({ url: `https://git.clinic.example:${server.port}/plain/clinic.git` });
    expect(checkout.commit).toBe(clinic.main);
  });

  it('is never reached at a private address, nor told apart from a name that does not resolve', async () => {
    const strict = { allowedHosts: [`git.clinic.example:${server.port}`], caFile: server.caFile };
    const url = `https://git.clinic.example:${server.port}/plain/clinic.git`;
    const seen = server.requests.length;
    const inside = await failureOf({ url, options: strict });
    const nowhere = await failureOf({
      url,
      options: strict,
      resolveHost: () => Promise.reject(new Error('ENOTFOUND')),
    });
    expect(inside.code).toBe('CLONE_NETWORK');
    expect({ code: inside.code, message: inside.message, hint: inside.hint }).toEqual({
      code: nowhere.code,
      message: nowhere.message,
      hint: nowhere.hint,
    });
    expect(server.requests).toHaveLength(seen);
  });

  it('is left by no redirect', async () => {
    const error = await failureOf({ url: `${server.origin}/moved/clinic.git` });
    expect(error.code).toBe('CLONE_FORBIDDEN_URL');
    expect(error.message).toContain('redirects');
  });

  it('is not trusted without the certificate', async () => {
    const error = await failureOf({
      url: `${server.origin}/plain/clinic.git`,
      options: { allowPrivateAddresses: true },
    });
    expect(error.code).toBe('CLONE_NETWORK');
    expect(error.message).toMatch(/certificate/i);
  });
});

describe('a clone that fails says why', () => {
  it.each([
    [
      'a repository that is not there',
      () => ({ url: `${server.origin}/plain/surgery.git` }),
      'CLONE_NOT_FOUND',
    ],
    ['a path that is not there', () => ({ url: `file://${root}/surgery.git` }), 'CLONE_NOT_FOUND'],
    ['a private repository', () => ({ url: `${server.origin}/private/clinic.git` }), 'CLONE_AUTH'],
    ['a wrong token', () => ({ url: `${server.origin}/private/clinic.git`, token: 'wrong' }), 'CLONE_AUTH'],
    [
      'a branch that is not there',
      () => ({ url: `${server.origin}/plain/clinic.git`, ref: 'gone' }),
      'CLONE_REF_NOT_FOUND',
    ],
    [
      'a commit that is not there',
      () => ({ url: `${server.origin}/plain/clinic.git`, ref: 'ab'.repeat(20) }),
      'CLONE_REF_NOT_FOUND',
    ],
    [
      'the same on an old server',
      () => ({ url: `${server.origin}/old/clinic.git`, ref: 'ab'.repeat(20) }),
      'CLONE_REF_NOT_FOUND',
    ],
    ['an empty repository', () => ({ url: `${server.origin}/plain/empty.git` }), 'CLONE_REF_NOT_FOUND'],
    ['a server in trouble', () => ({ url: `${server.origin}/broken/clinic.git` }), 'CLONE_NETWORK'],
    ['a port where nobody listens', () => ({ url: 'https://localhost:9/clinic.git' }), 'CLONE_NETWORK'],
    [
      'a server that is silent',
      () => ({ url: `${server.origin}/silent/clinic.git`, limits: { cloneSeconds: 0.5 } }),
      'CLONE_TIMEOUT',
    ],
    [
      'a pack that is too large',
      () => ({ url: `${server.origin}/plain/huge.git`, limits: { cloneBytes: 100_000 } }),
      'CLONE_TOO_LARGE',
    ],
    [
      'too many files',
      () => ({ url: `${server.origin}/plain/clinic.git`, limits: { cloneFiles: 3 } }),
      'CLONE_TOO_LARGE',
    ],
    [
      'no git',
      () => ({
        url: `${server.origin}/plain/clinic.git`,
        options: { allowPrivateAddresses: true, gitBin: 'no-such-git' },
      }),
      'GIT_UNAVAILABLE',
    ],
  ])('%s', async (_, attempt, code) => {
    const error = await failureOf(attempt());
    expect(error.code, JSON.stringify(error)).toBe(code);
    expect(error.hint).not.toBe('');
  });

  it('is cancelled by its signal', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 300);
    const error = await failureOf({ url: `${server.origin}/silent/clinic.git`, signal: abort.signal });
    expect(error.code).toBe('CANCELLED');
  });
});

describe('credentials', () => {
  it('open a private repository', async () => {
    const checkout = await fetchTree({
      url: `${server.origin}/private/clinic.git`,
      token: SERVER_LOGIN.token,
    });
    expect(checkout.commit).toBe(clinic.main);
  });

  it('are in no text that leaves', async () => {
    const error = await failureOf({ url: `${server.origin}/private/clinic.git`, token: 'sesame-open-wide' });
    const everything = JSON.stringify([error.message, error.hint, error.evidence, String(error.cause)]);
    expect(everything).not.toContain('sesame');
    expect(everything).not.toContain(
      Buffer.from(`${SERVER_LOGIN.username}:sesame-open-wide`).toString('base64'),
    );
  });

  it('are sent over https only', async () => {
    const error = await failureOf({ url: `file://${clinic.bare}`, token: SERVER_LOGIN.token });
    expect(error.code).toBe('CLONE_FORBIDDEN_URL');
  });
});
