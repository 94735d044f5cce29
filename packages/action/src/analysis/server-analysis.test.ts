import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { renderCombined } from '@csqa/report';
import { list } from 'tar';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleReport, sampleRunRecord } from '../../../report/test/sample-report.ts';
import { quickPatience } from '../../test/github-sample.ts';
import type { AnalysedTree } from './analyze-tree.ts';
import { serverAnalysis } from './server-analysis.ts';

const ID = '0198c6f2-3f5e-7d11-9a6d-2f4f3c1b5a77';
const REVISION = 'a'.repeat(40);

let root: string;
let server: Server;
let port: number;
/** Names in the archive that came, and what stood in the fields before it. */
let received: { readonly names: readonly string[]; readonly fields: Readonly<Record<string, string>> };
/** What each look at the run finds. */
let states: string[];
/** What was asked, in order. */
let asked: string[];
/** What was told of the run. */
let told: string[];
/** Number of the contract that the server's reports are of. */
let contract: number;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'csqa-server-'));
  states = ['running', 'succeeded'];
  [asked, told, contract] = [[], [], 1];
  await mkdir(join(root, 'tree/.git'), { recursive: true });
  await writeFile(join(root, 'tree/Pet.java'), 'class Pet {}\n');
  await writeFile(join(root, 'tree/.git/config'), '[http]\n\textraheader = secret\n');
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterEach(async () => {
  server.close();
  await rm(root, { recursive: true, force: true });
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reply = (status: number, body: object): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  // A newer server tells more than is asked.
  const run = (state: string) => ({ id: ID, state, phase: null, error: null, queue: { position: 3 } });
  asked.push(`${request.method} ${request.url}`);
  if (request.headers.authorization !== 'Bearer token')
    return reply(403, { title: 'Forbidden', message: 'the token may not submit', hint: 'take another one' });
  switch (`${request.method} ${request.url}`) {
    case 'POST /api/v1/runs/archive':
      received = await formOf(request);
      return reply(202, run('queued'));
    case `GET /api/v1/runs/${ID}`: {
      const error = { message: 'It ran out of memory.', hint: 'Raise the limit.' };
      const state = states.shift() ?? 'succeeded';
      return reply(200, { ...run(state), error: state === 'failed' ? error : null });
    }
    case `POST /api/v1/runs/${ID}/cancel`:
      return reply(202, run('cancelling'));
    case `GET /api/v1/runs/${ID}/artifacts/combined`:
      response.end(
        renderCombined({ contract: 1, report: sampleReport(), orchestrator: sampleRunRecord() }).replace(
          '"contract": 1',
          `"contract": ${contract}`,
        ),
      );
      return;
    default:
      return reply(404, { message: 'nothing here' });
  }
}

async function formOf(request: IncomingMessage): Promise<typeof received> {
  const type = request.headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(await buffer(request)), {
    headers: { 'content-type': type },
  }).formData();
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value;
  const archive = form.get('archive') as File;
  await writeFile(join(root, archive.name), new Uint8Array(await archive.arrayBuffer()));
  const names: string[] = [];
  await list({ file: join(root, archive.name), onReadEntry: ({ path }) => names.push(path) });
  return { names, fields };
}

function analyze(
  changes: { token?: string; configFile?: string; signal?: AbortSignal } = {},
): Promise<AnalysedTree> {
  const analysis = serverAnalysis({
    server: { url: `http://127.0.0.1:${port}`, token: changes.token ?? 'token' },
    inputs: { analysis: 'fast', limits: { timeoutSeconds: 60, memoryBytes: 1, cpus: undefined } },
    project: 'ci/clinic/pets',
    ...{ tempDir: join(root, 'temp'), pollMs: 1, patience: quickPatience() },
    tell: (line) => told.push(line),
  });
  const tree = {
    directory: join(root, 'tree'),
    configFile: null,
    revision: REVISION,
    outDir: join(root, 'out'),
  };
  const { configFile = null, signal = new AbortController().signal } = changes;
  return analysis({ ...tree, configFile }, signal);
}

describe('an analysis on a self-hosted CSQA', () => {
  it('sends the tree without .git, waits for its end, and has the report as one of the commit', async () => {
    const { report, record } = await analyze();
    expect(received.names.toSorted()).toEqual(['./', './Pet.java']);
    expect(received.fields).toEqual({ project: 'ci/clinic/pets', mode: 'fast' });
    expect(report.meta.revision).toBe(REVISION);
    expect(report.findings).toEqual(sampleReport().findings);
    expect(record).toEqual(sampleRunRecord());
    expect(told).toEqual(
      ['queued', 'running'].map((state) => `http://127.0.0.1:${port}/runs/${ID}: ${state}`),
    );
  });

  it('is cancelled there when the job is, and says so', async () => {
    states = Array.from({ length: 1_000 }, () => 'running');
    const job = new AbortController();
    const analysis = analyze({ signal: job.signal });
    await vi.waitFor(() => expect(told).toHaveLength(2), { timeout: 60_000 });
    job.abort();
    await expect(analysis).rejects.toThrow(/The job was cancelled/);
    expect(asked.at(-1)).toBe(`POST /api/v1/runs/${ID}/cancel`);
  });

  it('is of one version with the server, or says which they are', async () => {
    contract = 2;
    await expect(analyze()).rejects.toThrow(
      /different versions \(expected contract 1, got 2\): bring both to the same one/,
    );
  });

  it('takes a state that it does not know for a newer version, and cancels what it cannot follow', async () => {
    states = ['running', 'paused'];
    await expect(analyze()).rejects.toThrow(
      /different versions \(expected a run that is queued, .*, got paused\)/,
    );
    expect(asked.at(-1)).toBe(`POST /api/v1/runs/${ID}/cancel`);
  });

  it('needs a token, and says why runs for forks have none', async () => {
    await expect(analyze({ token: '' })).rejects.toThrow(/runs for forks are given no secrets/);
    expect(asked).toEqual([]);
  });

  it('says what the server says where it refuses, and what to check', async () => {
    await expect(analyze({ token: 'other' })).rejects.toThrow(
      /answered 403: the token may not submit; take another one; check server-url/,
    );
  });

  it('has no report of a run that failed, and says why', async () => {
    states = ['failed'];
    await expect(analyze()).rejects.toThrow(/no whole report: It ran out of memory. Raise the limit./);
  });

  it('is not made of a tree whose configuration would have to be replaced', async () => {
    await expect(analyze({ configFile: join(root, 'ci.yml') })).rejects.toThrow(
      /config cannot be sent to a server/,
    );
  });

  it('says so where nobody answers', async () => {
    server.close();
    server.closeAllConnections();
    await expect(analyze()).rejects.toThrow(/cannot be reached/);
  });
});
