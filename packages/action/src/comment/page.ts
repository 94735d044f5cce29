import { type Catalogue, type LinkOptions, type Report, reportIn, textsOf } from '@csqa/report';
import type { JudgedProject, PublishOutcome, RunContext } from '../run-types.ts';
import { type CommentText, commentTextIn } from './comment-text.ts';

/** What a comment and a job summary are made from. */
export interface PageInput {
  readonly context: RunContext;
  readonly judged: JudgedProject;
  /** How the publications went that come before this one. */
  readonly published: readonly PublishOutcome[];
}

/** The same with everything that its sections need. */
export interface Page extends PageInput {
  readonly words: Catalogue;
  readonly text: CommentText;
  /** The analysed tree, its texts in the language of the run. */
  readonly head: Report;
  /** Where places of the tested tree can be looked at, and those of the baseline. */
  readonly links: { readonly head: LinkOptions; readonly base: LinkOptions };
  readonly runUrl: string;
  readonly artifactUrl: string | null;
}

/** Gathers what the sections of a page need. */
export function pageOf(input: PageInput): Page {
  const { context, judged, published } = input;
  const { language, servers, repository, pullRequest, run } = context;
  const { head, base, project } = judged.analysis;
  const web = `${servers.web}/${repository.owner}/${repository.name}`;
  const linksAt = (sha: string | null): LinkOptions => ({
    ...(sha === null ? {} : { sourceUrl: `${web}/blob/${sha}/` }),
    ...(project.path === '' ? {} : { pathPrefix: project.path }),
  });
  const artifact = published.find(({ name, status }) => name === 'artifact' && status === 'published');
  return {
    ...input,
    words: textsOf(language),
    text: commentTextIn(language),
    head: reportIn(head, language),
    links: { head: linksAt(pullRequest?.headSha ?? context.sha), base: linksAt(base.sha) },
    runUrl: `${web}/actions/runs/${run.id}/attempts/${run.attempt}`,
    artifactUrl: artifact?.status === 'published' ? artifact.url : null,
  };
}
