import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { caddyImage } from './caddy-image.ts';
import { describeStack } from './engine.ts';
import { copyOfCheckout, freePort, Stack, until } from './stack.ts';

const EDITED = 'packages/web/src/command/serve-command.ts';

describeStack('the overlay for work on the code', () => {
  it('runs from APP_ROOT, shows an edit without a new image, and runs everything anew on restart', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'csqa-code-'));
    onTestFinished(() => rm(directory, { recursive: true, force: true }));
    const root = '/srv/other root';
    await using stack = await Stack.create({
      files: ['docker-compose.dev.yml'],
      settings: { APP_ROOT: root },
      root: await copyOfCheckout(directory),
    });
    await stack.must('up', '--build', '-d', '--wait');
    expect(await stack.must('exec', '-T', 'web', 'pwd')).toBe(root);
    await appendFile(join(directory, EDITED), "\nprocess.stdout.write('edited while it ran\\n');\n");
    await until('trace of the edit', 60, async () =>
      (await stack.logs('web')).includes('edited while it ran') ? true : null,
    );
    await until('page', 60, async () => ((await stack.ask('/ready'))?.status === 200 ? true : null));
    await stack.must('restart', 'web');
    await until('page', 60, async () => ((await stack.ask('/ready'))?.status === 200 ? true : null));
  });
});

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

/** A service as Compose understands it from all its files. */
interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly restart?: string;
  readonly logging?: { readonly options?: Readonly<Record<string, string>> };
  readonly mem_limit?: string;
  readonly security_opt?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly working_dir?: string;
  readonly build?: { readonly args?: Readonly<Record<string, string>> };
  readonly volumes?: readonly { readonly target: string }[];
}

async function servicesOf(
  files: readonly string[],
  settings = {},
): Promise<Readonly<Record<string, Service>>> {
  await using stack = await Stack.create({ files, settings });
  return JSON.parse(await stack.must('--profile', '*', 'config', '--format', 'json')).services;
}

describeStack('the overlay for devices', () => {
  it('hands all of them, or those that are named, to whatever starts analyses, which has none without it', async () => {
    const gpus = async (files: readonly string[], settings = {}) => {
      const services = await servicesOf(files, settings);
      return ['web', 'worker'].map((name) => services[name]?.environment?.['CSQA_ANALYZER_GPUS']);
    };
    expect(await gpus([])).toEqual(['', '']);
    expect(await gpus(['docker-compose.gpu.yml'])).toEqual(['all', 'all']);
    const named = { CSQA_ANALYZER_GPUS: 'device=0' };
    expect(await gpus(['docker-compose.gpu.yml'], named)).toEqual(['device=0', 'device=0']);
    // The proxy before the engine has to know of it too, and hears it from .env.
    const hardened = await servicesOf(['docker-compose.hardened.yml'], { CSQA_ANALYZER_GPUS: 'all' });
    const told = ['web', 'worker', 'engine-proxy'].map(
      (name) => hardened[name]?.environment?.['CSQA_ANALYZER_GPUS'],
    );
    expect(told).toEqual(['all', 'all', 'all']);
  });
});

describeStack('every service', () => {
  it('has bounds of memory and logs, starts again unless it was stopped, and can gain no privilege', async () => {
    const overlays = ['docker-compose.hardened.yml', 'docker-compose.tls.yml'];
    const services = Object.entries(await servicesOf(overlays));
    expect(services.map(([name]) => name).toSorted()).toEqual([
      ...[
        'caddy',
        'csqa-analyzer-full-init',
        'csqa-analyzer-init',
        'engine-proxy',
        'postgres',
        'web',
        'worker',
      ],
    ]);
    for (const [name, service] of services) {
      const restart = name.endsWith('-init') ? 'no' : 'unless-stopped';
      expect([name, service.restart]).toEqual([name, restart]);
      expect([name, service.logging?.options]).toEqual([name, { 'max-file': '5', 'max-size': '10m' }]);
      expect([name, Number(service.mem_limit) > 0]).toEqual([name, true]);
      expect([name, service.security_opt]).toEqual([name, ['no-new-privileges:true']]);
      if (name === 'postgres') continue;
      expect([name, service.read_only, service.cap_drop]).toEqual([name, true, ['ALL']]);
    }
  });

  it('of the overlay for work on the code runs from /workspace, unless APP_ROOT says otherwise', async () => {
    const { web } = await servicesOf(['docker-compose.dev.yml']);
    expect([web?.working_dir, web?.build?.args?.['APP_ROOT']]).toEqual(['/workspace', '/workspace']);
    const sources = web?.volumes?.map(({ target }) => target).filter((target) => target.endsWith('/src'));
    expect(sources).toContain('/workspace/packages/web/src');
  });
});
