import { WRITERS } from '@csqa/report';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleReport } from '../../../report/test/sample-report.ts';
import { type GitHubFake, startGitHub } from '../../test/fakes/github/github-fake.ts';
import { contextFor, open, quickPatience } from '../../test/github-sample.ts';
import type { RunContext } from '../run-types.ts';
import { publishSarif, type SarifToPublish } from './publish-sarif.ts';

const LOG: SarifToPublish = {
  sarif: WRITERS.sarif.render(sampleReport(), { lang: 'en', project: 'owners' }),
  commit: 'c'.repeat(40),
  ref: 'refs/pull/7/merge',
};

async function github(options: Parameters<typeof startGitHub>[0] = {}): Promise<GitHubFake> {
  const fake = await startGitHub(options);
  onTestFinished(() => fake[Symbol.asyncDispose]());
  return fake;
}

interface Changes {
  readonly log?: Partial<SarifToPublish>;
  readonly context?: Partial<RunContext>;
}

function publish(fake: GitHubFake, { log = {}, context = {} }: Changes = {}) {
  const patience = quickPatience();
  const options = { log: { ...LOG, ...log }, patience };
  return publishSarif(open(fake), contextFor(fake, context), options);
}

describe('an upload to code scanning', () => {
  it('is taken as our writer makes it, and waited for until it is processed', async () => {
    const fake = await github();
    fake.state.looksUntilProcessed = 4;
    const outcome = await publish(fake);
    expect(outcome).toMatchObject({
      status: 'published',
      url: 'https://github.com/clinic/owners/security/code-scanning?query=tool%3ACSQA%20pr%3A7',
      id: fake.state.uploads[0]?.id,
    });
    expect(fake.state.uploads).toMatchObject([
      { commit: LOG.commit, ref: LOG.ref, sarif: LOG.sarif, errors: [] },
    ]);
    expect(fake.state.requests.filter((request) => request.startsWith('GET'))).toHaveLength(5);
  });

  it('tells what GitHub has against a log in its own words', async () => {
    const fake = await github();
    const log = JSON.parse(LOG.sarif);
    log.runs = [log.runs[0], log.runs[0]];
    const outcome = await publish(fake, { log: { sarif: JSON.stringify(log) } });
    expect(outcome).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('rejected it when processing: more or fewer than one run'),
    });
  });

  it('stops waiting after two minutes and says that it may still come', async () => {
    const fake = await github();
    fake.state.looksUntilProcessed = 10_000;
    expect(await publish(fake)).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('had not processed it after two minutes'),
    });
    expect(fake.state.requests.filter((request) => request.startsWith('GET'))).toHaveLength(18);
  });

  it('says that code scanning is not enabled, and the line that does without', async () => {
    const fake = await github();
    fake.state.hasCodeScanning = false;
    expect(await publish(fake, { context: { language: 'ru' } })).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('code scanning не включён'),
      yamlLine: 'sarif-upload: never',
    });
  });

  it('says which right is lacking', async () => {
    const fake = await github({ rights: ['contents=read'] });
    expect(await publish(fake)).toMatchObject({ status: 'degraded', yamlLine: 'security-events: write' });
  });

  it('is repeated where GitHub fails, and told of where it refuses the ref', async () => {
    const fake = await github();
    fake.fail({ kind: 'status', status: 500, message: 'oops' }, { method: 'POST', path: /sarifs/, times: 2 });
    expect(await publish(fake)).toMatchObject({ status: 'published' });
    expect(await publish(fake, { log: { ref: 'main' } })).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('refused it with 422'),
    });
  });
});
