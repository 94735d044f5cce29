import { createWriteStream } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsqaError } from '../errors.ts';
import type { CheckoutOptions } from '../options.ts';
import type { ResolveHost } from '../ports.ts';
import { isPublicAddress } from '../sources/host-addresses.ts';

/** Bytes of what a URL gives; all advisories of one ecosystem, packed, are a tenth. */
const MAX_BYTES = 512 * 1024 * 1024;

const TIMEOUT_MS = 300_000;

/** What to fetch, and by which rules. */
export interface AdvisoryDownload {
  readonly url: string;
  /** An empty directory of our own. */
  readonly directory: string;
  readonly checkout: CheckoutOptions;
  readonly resolveHost: ResolveHost;
  readonly signal: AbortSignal;
}

/**
 * Fetches advisories, an archive or one JSON document, into a directory, by the rules of a clone: https, no credentials in
 * the URL, no private address, no redirect, a limit of time and of bytes. The name is resolved once, and the connection
 * goes to an address that was looked at. Throws ADVISORIES_UNAVAILABLE, which tells a private address and one that does
 * not answer alike.
 */
export async function fetchAdvisories(download: AdvisoryDownload): Promise<void> {
  const url = readUrl(download);
  const signal = AbortSignal.any([download.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const file = join(download.directory, 'advisories.part');
  try {
    const addresses = await addressesOf(url, download);
    const response = await get(url, { addresses, signal, checkout: download.checkout });
    if (response.statusCode !== 200) throw refused(response);
    await pipeline(response, atMost(MAX_BYTES), createWriteStream(file, { flags: 'wx', mode: 0o644 }), {
      signal,
    });
  } catch (cause) {
    await rm(file, { force: true });
    if (download.signal.aborted) throw cancelled(cause);
    throw cause instanceof CsqaError ? cause : unreachable(url, cause);
  }
  await rename(
    file,
    join(download.directory, (await isArchive(file)) ? 'advisories.zip' : 'advisories.json'),
  );
}

function readUrl({ url: written, checkout }: AdvisoryDownload): URL {
  const url = URL.parse(written);
  const isAllowed = checkout.allowProtocols.some((name) => name !== 'file' && `${name}:` === url?.protocol);
  if (url !== null && isAllowed && url.username === '' && url.password === '') return url;
  throw new CsqaError(
    'OPTIONS_INVALID',
    'The URL of advisories must be an https URL without a name or password.',
    {
      hint: 'Fetch them yourself, and give the directory that they are in.',
      ru: 'Адрес бюллетеней должен быть адресом https без имени и пароля.',
    },
  );
}

async function addressesOf(
  url: URL,
  { checkout, resolveHost }: AdvisoryDownload,
): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const addresses = await resolveHost(host);
  const isUsable = checkout.allowPrivateAddresses ? () => true : isPublicAddress;
  if (addresses.length > 0 && addresses.every(isUsable)) return addresses;
  throw new Error('No public address.');
}

interface Connection {
  readonly addresses: readonly string[];
  readonly signal: AbortSignal;
  readonly checkout: CheckoutOptions;
}

async function get(url: URL, { addresses, signal, checkout }: Connection): Promise<IncomingMessage> {
  const ca = checkout.caFile === undefined ? undefined : await readFile(checkout.caFile);
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  const [first] = found;
  const options = {
    signal,
    agent: false,
    headers: { accept: 'application/zip, application/json', 'user-agent': 'csqa' },
    lookup: (
      _host: string,
      { all }: { readonly all?: boolean | undefined },
      tell: (error: null, address: string | typeof found, family?: number) => void,
    ) => (all === true ? tell(null, found) : tell(null, first?.address ?? '', first?.family)),
  };
  return new Promise((resolve, reject) => {
    const sent =
      url.protocol === 'https:'
        ? secureRequest(url, { ...options, ...(ca === undefined ? {} : { ca }) }, resolve)
        : plainRequest(url, options, resolve);
    sent.on('error', reject);
    sent.end();
  });
}

/** Passes on what comes, and breaks where it is too much. */
function atMost(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= limit) done(null, chunk);
      else done(new Error(`more than ${limit} bytes`));
    },
  });
}

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}

function refused(response: IncomingMessage): CsqaError {
  const status = response.statusCode ?? 0;
  response.destroy();
  const isRedirect = status >= 300 && status < 400;
  return new CsqaError(
    'ADVISORIES_UNAVAILABLE',
    isRedirect
      ? 'The URL of advisories leads on to another one, and redirects are not followed.'
      : `The URL of advisories answered with ${status}.`,
    {
      hint: 'Give the URL that it leads to, or fetch the advisories yourself and give their directory.',
      ru: isRedirect
        ? 'Адрес бюллетеней перенаправляет на другой, а перенаправления запрещены.'
        : `По адресу бюллетеней пришёл ответ ${status}.`,
    },
  );
}

function unreachable(url: URL, cause: unknown): CsqaError {
  return new CsqaError('ADVISORIES_UNAVAILABLE', `No advisories could be fetched from ${url.host}.`, {
    hint: 'Check the name and the network, or fetch them yourself and give the directory that they are in.',
    ru: `Получить бюллетени с ${url.host} не удалось.`,
    cause,
  });
}

function cancelled(cause: unknown): CsqaError {
  return new CsqaError('CANCELLED', 'The analysis was cancelled while advisories were fetched.', {
    hint: 'Start it again.',
    ru: 'Анализ отменён, пока загружались бюллетени.',
    cause,
  });
}
