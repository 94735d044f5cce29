import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CsqaError } from '../errors.ts';
import { parseOptions } from '../options.ts';
import { fetchAdvisories } from './fetch-advisories.ts';

async function scratch(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'csqa-fetch-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** A server of advisories with a certificate of its own for `advisories.example`. */
async function startServer(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'advisories.example' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'advisories.example' }] },
    ],
  });
  const caFile = join(await scratch(), 'ca.pem');
  await writeFile(caFile, cert);
  let requests = 0;
  const server = createServer({ key, cert }, (request, response) => {
    requests += 1;
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `https://advisories.example:${port}/all`, caFile, requests: () => requests };
}

interface Parts {
  readonly url: string;
  readonly caFile?: string;
  readonly addresses?: readonly string[];
  readonly allowPrivateAddresses?: boolean;
  readonly signal?: AbortSignal;
}

async function fetched({
  url,
  caFile,
  addresses = ['127.0.0.1'],
  allowPrivateAddresses = true,
  signal,
}: Parts) {
  const directory = await scratch();
  const { checkout } = parseOptions({
    checkout: { allowPrivateAddresses, ...(caFile === undefined ? {} : { caFile }) },
  });
  const resolveHost = () => Promise.resolve([...addresses]);
  const error = await fetchAdvisories({
    ...{ url, directory, checkout, resolveHost },
    signal: signal ?? new AbortController().signal,
  }).then(
    () => null,
    (thrown: unknown) => (thrown instanceof CsqaError ? `${thrown.code}: ${thrown.message}` : String(thrown)),
  );
  return { directory, names: await readdir(directory), error };
}

describe('advisories from a URL', () => {
  it('are kept as the archive or the document that they are', async () => {
    const archive = await startServer((_, response) => response.end('PK\u0003\u0004 packed'));
    const packed = await fetched(archive);
    expect(packed).toMatchObject({ names: ['advisories.zip'], error: null });
    expect(await readFile(join(packed.directory, 'advisories.zip'), 'latin1')).toContain('packed');
    const document = await startServer((_, response) => response.end('{"id":"X"}'));
    expect(await fetched(document)).toMatchObject({ names: ['advisories.json'], error: null });
  });

  it('are fetched from the address that was looked at, whatever the name means by then', async () => {
    const server = await startServer((_, response) => response.end('{}'));
    // The name is in no resolver: only the pinned address can lead to the server.
    expect((await fetched(server)).error).toBeNull();
    expect(server.requests()).toBe(1);
  });

  it.each([
    ['127.0.0.1'],
    ['10.0.0.7'],
    ['169.254.169.254'],
    ['::ffff:127.0.0.1'],
    ['1.1.1.1', '192.168.0.1'],
    [],
  ])('are never fetched from a private address, nor is that told apart: %s %s', async (...addresses) => {
    const server = await startServer((_, response) => response.end('{}'));
    const { error, names } = await fetched({ ...server, addresses, allowPrivateAddresses: false });
    expect(error).toMatch(
      /^ADVISORIES_UNAVAILABLE: No advisories could be fetched from advisories\.example/u,
    );
    expect(names).toEqual([]);
    expect(server.requests()).toBe(0);
  });

  it('are not followed to where a redirect leads', async () => {
    const target = await startServer((_, response) => response.end('{}'));
    const server = await startServer((_, response) =>
      response.writeHead(302, { location: target.url }).end(),
    );
    expect((await fetched(server)).error).toContain('redirects are not followed');
    expect(target.requests()).toBe(0);
  });

  it('are not taken from a server that nobody vouches for, nor where it fails or breaks off', async () => {
    const server = await startServer((_, response) => response.end('{}'));
    expect((await fetched({ url: server.url })).error).toContain('ADVISORIES_UNAVAILABLE');
    const failing = await startServer((_, response) => response.writeHead(503).end());
    expect((await fetched(failing)).error).toContain('answered with 503');
    const breaking = await startServer((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await fetched(breaking)).toMatchObject({
      names: [],
      error: expect.stringContaining('UNAVAILABLE'),
    });
  });

  it.each([
    'http://advisories.example/all',
    'file:///etc/passwd',
    'https://me:pass@advisories.example/',
    'ftp://x/',
  ])('have no URL such as %s', async (url) => {
    const { error } = await fetched({ url });
    expect(error).toContain('OPTIONS_INVALID');
    expect(error).not.toContain('pass@');
  });

  it('are given up when the analysis is cancelled', async () => {
    const server = await startServer((_, response) => void response.writeHead(200).write('{'));
    const signal = AbortSignal.timeout(200);
    expect(await fetched({ ...server, signal })).toMatchObject({
      names: [],
      error: expect.stringContaining('CANCELLED'),
    });
  });
});
