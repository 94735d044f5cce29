import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderCombined, WRITERS } from '@csqa/report';
import fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleReport, sampleRunRecord } from '../../../report/test/sample-report.ts';
import { treeReport } from '../../../report/test/two-trees.ts';
import { guardRemoved, judged } from '../../test/comment-sample.ts';
import { type GitHubFake, startGitHub } from '../../test/fakes/github/github-fake.ts';
import { contextFor, PULL, quickPatience } from '../../test/github-sample.ts';
import { type Inputs, readInputs } from '../inputs/inputs.ts';
import type { JudgedProject, PublishOutcome, RunContext } from '../run-types.ts';
import { githubPublishers } from './github-publishers.ts';

interface Run {
  readonly project?: JudgedProject;
  readonly inputs?: Partial<Inputs>;
  readonly context?: Partial<RunContext>;
}

async function github(): Promise<GitHubFake> {
  const fake = await startGitHub();
  onTestFinished(() => fake[Symbol.asyncDispose]());
  fake.state.pulls.push(PULL);
  return fake;
}

/** Publishes a run without its artifact, and gives the outcomes by name. */
async function publish(fake: GitHubFake, { project = guardRemoved(), inputs = {}, context = {} }: Run = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'csqa-publish-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const report = sampleReport();
  const files = { ...project.analysis.files, directory };
  const sarif = join(directory, 'report.sarif');
  const combined = join(directory, 'combined.json');
  await writeFile(sarif, WRITERS.sarif.render(report, { lang: 'en' }));
  await writeFile(combined, renderCombined({ contract: 1, report, orchestrator: sampleRunRecord() }));
  const run = {
    context: contextFor(fake, context),
    inputs: { ...readInputs({}), artifact: false, ...inputs },
    projects: [{ ...project, analysis: { ...project.analysis, files: { ...files, sarif, combined } } }],
    reportDir: directory,
  };
  const published: PublishOutcome[] = [];
  for (const publisher of githubPublishers(quickPatience()))
    published.push(...(await publisher(run, published)));
  return new Map(published.map((outcome) => [outcome.name, outcome]));
}

const quiet = (): JudgedProject => judged(treeReport(), treeReport());

describe('what a run publishes', () => {
  it('is SARIF of the merge commit, and a comment that tells of what failed before it', async () => {
    const fake = await github();
    fake.state.hasCodeScanning = false;
    const published = await publish(fake);
    expect(published.get('sarif-upload')).toMatchObject({ status: 'degraded' });
    expect(published.get('comment')).toMatchObject({ status: 'published' });
    expect(fake.state.comments[0]?.body).toContain('`sarif-upload: never`');
    fake.state.hasCodeScanning = true;
    await publish(fake);
    expect(fake.state.uploads).toMatchObject([{ ref: 'refs/pull/7/merge', commit: 'c'.repeat(40) }]);
  });

  it('is SARIF of the head of the pull request in the trusted stage', async () => {
    const fake = await github();
    await publish(fake, { context: { event: 'workflow_run', ref: 'refs/heads/main' } });
    expect(fake.state.uploads).toMatchObject([{ ref: 'refs/pull/7/head', commit: PULL.headSha }]);
  });

  it('is no SARIF of a merge queue, unless the workflow requires it', async () => {
    const fake = await github();
    const context = { event: 'merge_group', pullRequest: null } as const;
    expect((await publish(fake, { context })).get('sarif-upload')).toMatchObject({ status: 'skipped' });
    expect(fake.state.uploads).toHaveLength(0);
    await publish(fake, { context, inputs: { sarifUpload: 'required' } });
    expect(fake.state.uploads).toHaveLength(1);
  });

  it('is nothing that was not asked for', async () => {
    const fake = await github();
    const published = await publish(fake, { inputs: { sarifUpload: 'never', comment: 'never' } });
    expect([...published.values()].map(({ status }) => status)).toEqual(
      Array.from({ length: 4 }, () => 'skipped'),
    );
    expect(fake.state.requests).toEqual([]);
  });

  it('is told of as lost where there is no token at all', async () => {
    const fake = await github();
    const published = await publish(fake, { context: { token: '' } });
    for (const name of ['sarif-upload', 'comment'] as const)
      expect(published.get(name)).toMatchObject({
        status: 'degraded',
        reason: expect.stringContaining('no token'),
      });
  });
});

describe('a comment on changes alone', () => {
  it('is not begun for nothing, and turns green once it was red', async () => {
    const fake = await github();
    const inputs = { comment: 'on-change' } as const;
    expect((await publish(fake, { project: quiet(), inputs })).get('comment')).toMatchObject({
      status: 'skipped',
    });
    await publish(fake, { inputs });
    expect(fake.state.comments[0]?.body).toContain('CSQA: failed');
    await publish(fake, { project: quiet(), inputs });
    expect(fake.state.comments).toHaveLength(1);
    expect(fake.state.comments[0]?.body).toContain('CSQA: passed');
  });
});

describe('the history at a self-hosted CSQA', () => {
  it('holds what is pushed, and no pull request', async () => {
    const fake = await github();
    const app = fastify();
    let reports = 0;
    app.addContentTypeParser('application/gzip', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    app.post('/api/v1/projects/:project/reports', (_, reply) => {
      reports += 1;
      reply.code(201).send({});
    });
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    onTestFinished(() => app.close());
    const inputs = { server: { url, token: 'csqa_token' } };
    expect((await publish(fake, { inputs })).get('server')).toMatchObject({ status: 'skipped' });
    const context = { event: 'push', pullRequest: null, ref: 'refs/heads/main' } as const;
    expect((await publish(fake, { inputs, context })).get('server')).toMatchObject({ status: 'published' });
    expect(reports).toBe(1);
  });
});
