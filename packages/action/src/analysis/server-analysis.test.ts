import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { renderCombined } from '@csqa/report';
import { list } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleReport, sampleRunRecord } from '../../../report/test/sample-report.ts';
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

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'csqa-server-'));
  states = ['running', 'succeeded'];
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
  const run = (state: string) => ({ id: ID, state, error: null });
  if (request.headers.authorization !== 'Bearer token')
    return reply(403, { detail: 'the token may not submit' });
  switch (`${request.method} ${request.url}`) {
    case 'POST /api/v1/runs/archive':
      received = await formOf(request);
      return reply(202, run('queued'));
    case `GET /api/v1/runs/${ID}`: {
      const error = { message: 'It ran out of memory.', hint: 'Raise the limit.' };
      const state = states.shift() ?? 'succeeded';
      return reply(200, { ...run(state), error: state === 'failed' ? error : null });
    }
    case `GET /api/v1/runs/${ID}/artifacts/combined`:
      response.end(renderCombined({ contract: 1, report: sampleReport(), orchestrator: sampleRunRecord() }));
      return;
    default:
      return reply(404, { detail: 'nothing here' });
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

function analyze(changes: { token?: string; configFile?: string } = {}): Promise<AnalysedTree> {
  const analysis = serverAnalysis({
    server: { url: `http://127.0.0.1:${port}`, token: changes.token ?? 'token' },
    inputs: { analysis: 'fast', limits: { timeoutSeconds: 60, memoryBytes: 1, cpus: undefined } },
    project: 'ci/clinic/pets',
    ...{ tempDir: join(root, 'temp'), pollMs: 1 },
  });
  const tree = {
    directory: join(root, 'tree'),
    configFile: null,
    revision: REVISION,
    outDir: join(root, 'out'),
  };
  return analysis({ ...tree, configFile: changes.configFile ?? null }, new AbortController().signal);
}

describe('an analysis on a self-hosted CSQA', () => {
  it('sends the tree without .git, waits for its end, and has the report as one of the commit', async () => {
    const { report, record } = await analyze();
    expect(received.names.toSorted()).toEqual(['./', './Pet.java']);
    expect(received.fields).toEqual({ project: 'ci/clinic/pets', mode: 'fast' });
    expect(report.meta.revision).toBe(REVISION);
    expect(report.findings).toEqual(sampleReport().findings);
    expect(record).toEqual(sampleRunRecord());
  });

  it('says what the server says where it refuses, and what to check', async () => {
    await expect(analyze({ token: 'other' })).rejects.toThrow(
      /answered 403: the token may not submit; check server-url, and that server-token may submit/,
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
