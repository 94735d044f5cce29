import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { git } from './release-action/git.ts';
import { repositoryRoot } from './run-command.ts';

const TOKEN = 'glpat-of-the-test';
const SELF = 7;
const OPEN_DOOR = `package org.csqa.clinic.visits;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OpenVisitController {
    private final JdbcTemplate jdbc;

    public OpenVisitController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @PostMapping("/open/visits")
    public int add(@RequestParam String reason) {
        return jdbc.update("insert into visit (reason) values ('" + reason + "')");
    }
}
`;

interface Note {
  readonly id: number;
  readonly author: { readonly id: number };
  body: string;
}

interface Job {
  readonly script: readonly string[];
  readonly after_script: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
}

interface Ended {
  readonly code: number;
  readonly out: string;
}

/** The job of the template with these inputs, as GitLab makes it: inputs are replaced as text. */
async function jobOf(given: Readonly<Record<string, string>>): Promise<Job> {
  const template = await readFile(join(repositoryRoot, 'ci/gitlab.yml'), 'utf8');
  const [spec] = parseAllDocuments(template).map((document) => document.toJS());
  const defaults: Record<string, { default: string }> = spec.spec.inputs;
  const filled = template.replaceAll(/\$\[\[ inputs\.([a-z-]+) \]\]/g, (_, name: string) => {
    const value = given[name] ?? defaults[name]?.default;
    if (value === undefined) throw new Error(`the template uses an input that it does not declare: ${name}`);
    return value;
  });
  const [, jobs] = parseAllDocuments(filled).map((document) => document.toJS());
  return jobs[given['job'] ?? 'csqa'];
}

describe('the template for GitLab', () => {
  let home = '';
  let server: Server;
  let api = '';
  let notes: Note[] = [];
  let asked: string[] = [];
  let job: Job;

  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const { method = '', url = '' } = request;
    asked.push(`${method} ${url}`);
    if (request.headers['private-token'] !== TOKEN) return undefined;
    const id = Number(/notes\/(\d+)$/.exec(url)?.[1]);
    if (url === '/api/v4/user') return { id: SELF };
    if (method === 'GET') return url.endsWith('page=1') ? notes.toSorted((a, b) => b.id - a.id) : [];
    if (method === 'DELETE') notes = notes.filter((note) => note.id !== id);
    if (method === 'DELETE') return {};
    const { body } = JSON.parse(await text(request));
    const found = notes.find((note) => note.id === id);
    if (found === undefined) notes.push({ id: notes.length + 1, author: { id: SELF }, body });
    else found.body = body;
    return {};
  };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-gitlab-'));
    server = createServer((request, response) => {
      void answer(request).then((said) => {
        response.writeHead(said === undefined ? 401 : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(said ?? { message: '401 Unauthorized' }));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`;
    // A command on the PATH, as an image has it: the place of the clone may have blanks in its name.
    const main = join(repositoryRoot, 'packages/cli/dist/main.js');
    await mkdir(join(home, 'bin'));
    await writeFile(join(home, 'bin', 'csqa'), `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`, {
      mode: 0o755,
    });
    job = await jobOf({ csqa: 'csqa', path: 'service' });
    await origin();
  });
  afterAll(async () => {
    server.close();
    await rm(home, { recursive: true, force: true });
  });
  beforeEach(() => {
    notes = [];
    asked = [];
  });

  /** A repository with the clinic in a folder, a branch that opens a door, and one that closes it again. */
  async function origin(): Promise<void> {
    const work = join(home, 'origin');
    const door = join(work, 'service/src/main/java/org/csqa/clinic/visits/OpenVisitController.java');
    await mkdir(work);
    await cp(join(repositoryRoot, 'examples/clinic'), join(work, 'service'), { recursive: true });
    const commit = async (message: string) => {
      await git(['add', '--all'], { cwd: work });
      const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
      await git([...who, 'commit', '--quiet', '-m', message], { cwd: work });
    };
    await git(['init', '--quiet', '--initial-branch=main'], { cwd: work });
    await git(['config', 'uploadpack.allowAnySHA1InWant', 'true'], { cwd: work });
    await commit('a clinic');
    await git(['switch', '--quiet', '-c', 'open'], { cwd: work });
    await writeFile(door, OPEN_DOOR);
    await commit('open a door');
    await git(['switch', '--quiet', '-c', 'closed'], { cwd: work });
    await rm(door);
    await writeFile(join(work, 'README'), 'closed again\n');
    await commit('close it');
  }

  /** What GitLab does for a job: a shallow clone of the branch, the script in bash, then the second script whatever came. */
  async function pipeline(branch: string, variables: Readonly<Record<string, string>>) {
    const checkout = await mkdtemp(join(home, `${branch}-`));
    const url = `file://${join(home, 'origin')}`;
    await git(['clone', '--quiet', '--depth=1', '--branch', branch, url, checkout], { cwd: home });
    const env = { ...job.variables, CI_API_V4_URL: api, CI_PROJECT_ID: '42', ...variables };
    const script = await bash(job.script, checkout, env);
    return { checkout, script, after: await bash(job.after_script, checkout, env) };
  }

  function bash(
    lines: readonly string[],
    cwd: string,
    env: Readonly<Record<string, string>>,
  ): Promise<Ended> {
    const path = [join(home, 'bin'), join(process.execPath, '..'), process.env.PATH].join(':');
    const options = { cwd, env: { HOME: home, PATH: path, ...env } };
    return new Promise((done) => {
      execFile('bash', ['-eo', 'pipefail', '-c', lines.join('\n')], options, (error, out, err) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
        done({ code, out: `${out}${err}` });
      });
    });
  }

  const mergeRequest = async () => ({
    CI_MERGE_REQUEST_IID: '3',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: await git(['rev-parse', 'main'], { cwd: join(home, 'origin') }),
    CSQA_GITLAB_TOKEN: TOKEN,
  });

  it('fails on a door that a merge request opens, says so in one note, and turns that note when it is closed', async () => {
    notes = [{ id: 1, author: { id: 1 }, body: '<!-- csqa:csqa --> not ours' }];
    const opened = await pipeline('open', await mergeRequest());
    expect(opened.script).toMatchObject({ code: 1 });
    expect(opened.after).toMatchObject({ code: 0, out: 'csqa: the note is written\n' });
    const reports = Object.values(job.artifacts.reports).map((file) => join(opened.checkout, file));
    const [quality = '', junit = ''] = await Promise.all(reports.map((file) => readFile(file, 'utf8')));
    expect(JSON.parse(quality).map((issue: { location: { path: string } }) => issue.location.path)).toContain(
      'service/src/main/java/org/csqa/clinic/visits/OpenVisitController.java',
    );
    expect(junit).toContain('<failure');
    expect(notes).toHaveLength(2);
    expect(notes[1]?.body).toMatch(/^<!-- csqa:csqa -->\n[\s\S]*\/open\/visits/u);

    notes.push({ id: 3, author: { id: SELF }, body: '<!-- csqa:csqa -->\nof a job that ran beside' });
    const closed = await pipeline('closed', await mergeRequest());
    expect(closed.script).toMatchObject({ code: 0 });
    expect(notes.map(({ id }) => id)).toEqual([1, 3]);
    expect(notes[1]?.body).not.toContain('/open/visits');
    expect(notes[0]?.body).toBe('<!-- csqa:csqa --> not ours');
  }, 120_000);

  it('measures the default branch without anything to compare with, and writes no note', async () => {
    const { script, after, checkout } = await pipeline('main', {});
    expect(script).toMatchObject({ code: 0 });
    expect(after.out).toContain('no note is written');
    expect(asked).toEqual([]);
    expect(JSON.parse(await readFile(join(checkout, 'csqa/report.json'), 'utf8'))).toHaveProperty(
      'aggregate',
    );
  }, 60_000);

  it('never lets analysed code give GitLab a command', async () => {
    const checkout = await mkdtemp(join(home, 'note-'));
    await mkdir(join(checkout, 'csqa'));
    await writeFile(
      join(checkout, 'csqa/note.md'),
      'text\n/approve\n  /merge\r\n/close\n`a/b` and /tableflip\n',
    );
    const env = { ...job.variables, CI_API_V4_URL: api, CI_PROJECT_ID: '42', ...(await mergeRequest()) };
    expect(await bash(job.after_script, checkout, env)).toMatchObject({ code: 0 });
    expect(notes[0]?.body.split('\n').filter((line) => /^\s*\//.test(line))).toEqual([]);
    expect(notes[0]?.body).toContain('`a/b` and /tableflip');
  });

  it('says what GitLab said where the token may not write', async () => {
    const checkout = await mkdtemp(join(home, 'note-'));
    await mkdir(join(checkout, 'csqa'));
    await writeFile(join(checkout, 'csqa/note.md'), 'text');
    const given = { ...(await mergeRequest()), CSQA_GITLAB_TOKEN: 'wrong' };
    const env = { ...job.variables, CI_API_V4_URL: api, CI_PROJECT_ID: '42', ...given };
    const { code, out } = await bash(job.after_script, checkout, env);
    expect(code).not.toBe(0);
    expect(out).toContain('GET /user: 401');
    expect(out).not.toContain('glpat');
  });
});
