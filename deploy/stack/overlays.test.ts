import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { describeStack } from './engine.ts';
import { copyOfCheckout, freePort, run, Stack, until } from './stack.ts';

const EDITED = 'packages/web/src/command/serve-command.ts';

describeStack('the overlay for work on the code', () => {
  it('shows an edit without a new image, and runs everything anew on restart', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'csqa-code-'));
    onTestFinished(() => rm(directory, { recursive: true, force: true }));
    await using stack = await Stack.create({
      files: ['docker-compose.dev.yml'],
      settings: { CSQA_WEB_IMAGE: 'csqa-web:stack-dev' },
      root: await copyOfCheckout(directory),
    });
    await stack.must('up', '--build', '-d', '--wait');
    await appendFile(join(directory, EDITED), "\nprocess.stdout.write('edited while it ran\\n');\n");
    await until('trace of the edit', 60, async () =>
      (await stack.logs('web')).includes('edited while it ran') ? true : null,
    );
    await until('page', 60, async () => ((await stack.ask('/ready'))?.status === 200 ? true : null));
    await stack.must('restart', 'web');
    await until('page', 60, async () => ((await stack.ask('/ready'))?.status === 200 ? true : null));
  });
});

/** Caddy of Debian under a name of its own, where the publishers' image cannot be had. */
async function caddyImage(): Promise<string> {
  const published = 'caddy:2-alpine';
  if ((await run('docker', ['pull', '-q', published])).code === 0) return published;
  const image = 'csqa-caddy:stack';
  const dockerfile =
    'FROM node:24-trixie-slim\nRUN apt-get update -qq && apt-get install -y -qq --no-install-recommends caddy ca-certificates\n';
  const build = promisify(execFile)('docker', ['build', '-q', '-t', image, '-']);
  build.child.stdin?.end(dockerfile);
  await build;
  return image;
}

describeStack('the overlay for HTTPS', () => {
  it('serves the app by a certificate that a client can check, and by nothing else', async () => {
    const [http, https] = [await freePort(), await freePort()];
    await using stack = await Stack.create({
      files: ['docker-compose.tls.yml'],
      settings: {
        CADDY_IMAGE: await caddyImage(),
        CSQA_TLS: 'tls internal',
        ...{ CSQA_HTTP_PORT: String(http), CSQA_HTTPS_PORT: String(https) },
      },
    });
    await stack.must('up', '-d', '--wait');
    const root = '/data/caddy/pki/authorities/local/root.crt';
    const ca = await until('authority', 60, async () => {
      const told = await stack.compose('exec', '-T', 'caddy', 'cat', root);
      return told.code === 0 ? told.stdout : null;
    });
    const reply = await until('answer over TLS', 30, () => askOverTls(https, ca));
    expect(reply.status).toBe(200);
    await expect(askOverTls(https, undefined)).resolves.toBe(null);
    expect(await stack.ask('/ready')).toBe(null);
    // Visitors are sent to HTTPS, and the app knows that they came by it.
    const moved = await fetch(`http://localhost:${http}/ready`, { redirect: 'manual' });
    expect(moved.headers.get('location')).toMatch(/^https:/u);
    const page = await askOverTls(https, ca, `/${stack.token}/`);
    expect(page?.cookies.join(';')).toMatch(/Secure/u);
    expect(await stack.logs('caddy')).not.toContain(stack.token);
  });
});

interface TlsReply {
  readonly status: number;
  readonly cookies: readonly string[];
}

/** Asks over TLS; null where the certificate or the connection does not hold. */
function askOverTls(port: number, ca: string | undefined, path = '/ready'): Promise<TlsReply | null> {
  return new Promise((resolve) => {
    const asked = request(
      {
        host: 'localhost',
        servername: 'localhost',
        port,
        path,
        ca,
        agent: false,
        headers: { accept: 'text/html' },
      },
      (reply) => {
        reply.resume();
        resolve({ status: reply.statusCode ?? 0, cookies: reply.headers['set-cookie'] ?? [] });
      },
    );
    asked.on('error', () => resolve(null));
    asked.end();
  });
}
