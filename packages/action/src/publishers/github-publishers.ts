import { readFile } from 'node:fs/promises';
import { DefaultArtifactClient } from '@actions/artifact';
import { isQuiet, renderComment } from '../comment/render-page.ts';
import { type GitHub, openGitHub, PATIENT, type Patience } from '../github/open-github.ts';
import type { JudgedProject, PublishName, PublishOutcome } from '../run-types.ts';
import type { Said } from '../text/said.ts';
import { publishArtifact } from './publish-artifact.ts';
import { publishComment } from './publish-comment.ts';
import { publishSarif, READ_ONLY_SARIF } from './publish-sarif.ts';
import { publishToServer } from './publish-to-server.ts';
import type { PublishableRun, Publisher } from './publisher.ts';

const NOT_ASKED: Said = { en: 'It was not asked for.', ru: 'Об этом не просили.' };
const UNMERGED: Said = {
  en: 'The history of a project holds what is merged; this change is not.',
  ru: 'В истории проекта только то, что влито; эти изменения ещё нет.',
};
const QUEUED: Said = {
  en: 'Commits of a merge queue are uploaded with "sarif-upload: required" only.',
  ru: 'Коммиты очереди слияния загружаются только при «sarif-upload: required».',
};
const NO_TOKEN: Said = {
  en: 'There is no token for GitHub; leave "github-token" at its default.',
  ru: 'Нет токена GitHub; оставьте «github-token» по умолчанию.',
};

/**
 * What is published to servers: the reports as an artifact, SARIF to code scanning, the reports to a self-hosted CSQA, and last the
 * comment, which tells of the others.
 */
export function githubPublishers(patience: Patience = PATIENT): readonly Publisher[] {
  return [
    artifactPublisher,
    (run) => sarifPublisher(run, patience),
    (run) => serverPublisher(run, patience),
    (run, published) => commentPublisher(run, published, patience),
  ];
}

const artifactPublisher: Publisher = async ({ context, inputs, projects, reportDir }) => {
  if (!inputs.artifact) return [skipped('artifact', NOT_ASKED[context.language])];
  const files = projects.flatMap(
    ({
      analysis: {
        files: { json, html, sarif, combined },
      },
    }) => [...[json, html, sarif, combined]],
  );
  const [only, ...others] = projects.map(({ analysis }) => analysis.project.slug);
  const name = others.length === 0 ? `csqa-${only}` : 'csqa-reports';
  const retentionDays = inputs.artifactRetentionDays;
  return [
    await publishArtifact(new DefaultArtifactClient(), context, {
      ...{ as: 'artifact', name, files, root: reportDir, retentionDays },
    }),
  ];
};

async function sarifPublisher(run: PublishableRun, patience: Patience): Promise<readonly PublishOutcome[]> {
  const { context, inputs, projects } = run;
  const name = 'sarif-upload';
  const { language, event, pullRequest } = context;
  if (inputs.sarifUpload === 'never') return [skipped(name, NOT_ASKED[language])];
  if (event === 'merge_group' && inputs.sarifUpload !== 'required') return [skipped(name, QUEUED[language])];
  if (context.readOnly !== null) return [degraded(name, READ_ONLY_SARIF[language], 'mode: report')];
  const github = opened(run, patience);
  if (github === null) return [degraded(name, NO_TOKEN[language], TOKEN_LINE)];
  // The trusted stage tests nothing itself: what it uploads is of the head of the pull request.
  const isSecondStage = event === 'workflow_run' && pullRequest !== null;
  const of = isSecondStage
    ? { commit: pullRequest.headSha, ref: `refs/pull/${pullRequest.number}/head` }
    : { commit: context.sha, ref: context.ref };
  return await Promise.all(
    projects.map(async ({ analysis }) => {
      const sarif = await readFile(analysis.files.sarif, 'utf8');
      return publishSarif(github, context, { log: { sarif, ...of }, patience });
    }),
  );
}

async function serverPublisher(run: PublishableRun, patience: Patience): Promise<readonly PublishOutcome[]> {
  const { context, inputs, projects } = run;
  const { server } = inputs;
  if (server === undefined) return [skipped('server', NOT_ASKED[context.language])];
  if (context.pullRequest !== null || context.event === 'merge_group')
    return [skipped('server', UNMERGED[context.language])];
  return await Promise.all(
    projects.map(async ({ analysis: { project, files } }) => {
      const report = { project, combined: await readFile(files.combined, 'utf8') };
      return publishToServer(server, context, { report, patience });
    }),
  );
}

async function commentPublisher(
  run: PublishableRun,
  published: readonly PublishOutcome[],
  patience: Patience,
): Promise<readonly PublishOutcome[]> {
  const { context, inputs, projects } = run;
  if (inputs.comment === 'never') return [skipped('comment', NOT_ASKED[context.language])];
  const github = opened(run, patience);
  if (github === null) return [degraded('comment', NO_TOKEN[context.language], TOKEN_LINE)];
  const outcomes: PublishOutcome[] = [];
  // One after another: GitHub counts writes at once as abuse.
  for (const judged of projects) {
    const comment = commentOf(judged, { run, published });
    outcomes.push(await publishComment(github, context, comment));
  }
  return outcomes;
}

interface CommentSetting {
  readonly run: PublishableRun;
  readonly published: readonly PublishOutcome[];
}

function commentOf(judged: JudgedProject, { run, published }: CommentSetting) {
  const { context, inputs } = run;
  const { body, state } = renderComment({ context, judged, published });
  // A comment that is there is brought up to date always: a red one must not stay when nothing is wrong any more.
  const mayCreate = inputs.comment !== 'on-change' || !isQuiet(judged.analysis.comparison);
  return { body, state, mayCreate };
}

/** null where the run has no token. */
function opened({ context }: PublishableRun, patience: Patience): GitHub | null {
  return context.token === '' ? null : openGitHub(context, patience);
}

/** The dollar and the braces are an expression of a workflow. */
const TOKEN_LINE = ['github-token: $', '{{ github.token }}'].join('');

function skipped(name: PublishName, reason: string): PublishOutcome {
  return { name, status: 'skipped', reason };
}

function degraded(name: PublishName, reason: string, yamlLine: string): PublishOutcome {
  return { name, status: 'degraded', reason, yamlLine };
}
