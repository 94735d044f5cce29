import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** The user and the token that `/private/…` asks for. */
export const SERVER_LOGIN = { username: 'clinic-bot', token: 'tok-4f9c1e77+a/b=' } as const;

/**
 * A git server over `git http-backend`. The first segment of a path chooses how it behaves: `plain`, `private` (basic
 * authentication), `moved` (redirects to `plain`), `silent` (never answers), `broken` (503), `old` (first version of the protocol).
 */
export interface GitServer {
  readonly port: number;
  /** `https://localhost:<port>` or the same over http. */
  readonly origin: string;
  /** PEM file to trust it by. */
  readonly caFile: string;
  /** Paths asked for so far. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

export async function startGitServer(options: {
  readonly directory: string;
  readonly protocol: 'http' | 'https';
  readonly hostNames?: readonly string[];
  /** Where it listens; this machine alone unless containers are to reach it. */
  readonly address?: string;
}): Promise<GitServer> {
  const requests: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    requests.push(request.url ?? '');
    route(options.directory, request, response);
  };
  const caFile = join(options.directory, `${options.protocol}.pem`);
  const { server, cert } = await createServer(options.protocol, options.hostNames ?? ['localhost'], answer);
  await writeFile(caFile, cert);
  server.listen(0, options.address ?? '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `${options.protocol}://localhost:${port}`,
    caFile,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function createServer(
  protocol: 'http' | 'https',
  hostNames: readonly string[],
  answer: (request: IncomingMessage, response: ServerResponse) => void,
) {
  if (protocol === 'http') return { server: createHttpServer(answer), cert: '' };
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: hostNames[0] ?? 'localhost' }],
    {
      keySize: 2048,
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'subjectAltName', altNames: hostNames.map((value) => ({ type: 2, value })) },
      ],
    },
  );
  return { server: createHttpsServer({ key, cert }, answer), cert };
}

function route(root: string, request: IncomingMessage, response: ServerResponse): void {
  const [, behaviour, ...rest] = (request.url ?? '').split('/');
  const path = `/${rest.join('/')}`;
  switch (behaviour) {
    case 'plain':
    case 'old':
      runBackend({ root, path, request, response, withProtocol: behaviour === 'plain' });
      return;
    case 'private':
      if (isLoggedIn(request)) runBackend({ root, path, request, response, withProtocol: true });
      else response.writeHead(401, { 'www-authenticate': 'Basic realm="clinic"' }).end('who are you?');
      return;
    case 'moved':
      response.writeHead(302, { location: `/plain${path}` }).end();
      return;
    case 'silent':
      return;
    case 'broken':
      response.writeHead(503).end();
      return;
    default:
      response.writeHead(404).end();
  }
}

function isLoggedIn(request: IncomingMessage): boolean {
  const expected = Buffer.from(`${SERVER_LOGIN.username}:${SERVER_LOGIN.token}`).toString('base64');
  return request.headers.authorization === `Basic ${expected}`;
}

/** Runs the CGI program of git: its answer is a few header lines, an empty line and the body. */
function runBackend(cgi: {
  readonly root: string;
  readonly path: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly withProtocol: boolean;
}): void {
  const { request, response } = cgi;
  const url = new URL(cgi.path, 'http://server');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: cgi.root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      ...(cgi.withProtocol ? { GIT_PROTOCOL: String(request.headers['git-protocol'] ?? '') } : {}),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  request.pipe(backend.stdin);
  backend.stdin.on('error', () => response.destroy());
  response.on('close', () => backend.kill());
  let head = Buffer.alloc(0);
  const readHead = (chunk: Buffer): void => {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end === -1) return;
    backend.stdout.off('data', readHead);
    writeHead(response, head.subarray(0, end).toString('latin1'));
    response.write(head.subarray(end + 4));
    backend.stdout.pipe(response);
  };
  backend.stdout.on('data', readHead);
}

function writeHead(response: ServerResponse, text: string): void {
  const headers = text.split('\r\n').map((line) => line.split(/: */, 2));
  const status = headers.find(([name]) => name?.toLowerCase() === 'status')?.[1];
  response.statusCode = Number(status?.split(' ')[0] ?? 200);
  for (const [name, value] of headers) {
    if (name !== undefined && value !== undefined && name.toLowerCase() !== 'status')
      response.setHeader(name, value);
  }
}
