import { type CommentState, compareStates, stateIn } from '../comment/comment-state.ts';
import { lossOf } from '../github/failure-text.ts';
import { type GitHub, requestFailure } from '../github/open-github.ts';
import type { PublishOutcome, RunContext } from '../run-types.ts';
import type { Said } from '../text/said.ts';

/** Who writes with the token of a workflow. */
export const WORKFLOW_AUTHOR = 'github-actions[bot]';

/** A comment to publish. */
export interface CommentToPublish {
  /** Markdown with the marker of `state` at its beginning, within the size that GitHub takes. */
  readonly body: string;
  readonly state: CommentState;
  /** Where there is none of ours yet; true where absent. */
  readonly mayCreate?: boolean;
}

/** A comment as GitHub lists it. */
interface Listed {
  readonly id: number;
  readonly url: string;
  readonly author: string;
  readonly state: CommentState;
}

const ATTEMPT = {
  said: { en: 'The comment could not be written', ru: 'Комментарий написать не удалось' },
  permission: 'pull-requests: write',
};

const NO_PULL_REQUEST: Said = { en: 'There is no pull request.', ru: 'Запроса на слияние нет.' };
const READ_ONLY: Said = {
  en: 'The comment could not be written: a run for a fork or for Dependabot may only read; a second workflow with "mode: report" writes it.',
  ru: 'Комментарий написать не удалось: запуск для форка или Dependabot может только читать; его напишет второй рабочий процесс с «mode: report».',
};
const NOT_WRITTEN: Readonly<Record<'older' | 'unwanted', Said>> = {
  older: { en: 'A newer run has commented already.', ru: 'Более новый запуск уже оставил комментарий.' },
  unwanted: {
    en: 'Nothing changed that is worth a comment.',
    ru: 'Изменений, о которых стоило бы написать, нет.',
  },
};

/**
 * Writes the one comment of a project in a pull request: updates the one that is there, or makes it. A comment is ours where an
 * author of ours wrote it and it begins with our marker; of several the newest stays and the others are deleted; a run never
 * overwrites what a newer run said. Never throws: what goes wrong is told in the outcome.
 */
export async function publishComment(
  github: GitHub,
  context: Pick<RunContext, 'repository' | 'pullRequest' | 'readOnly' | 'language'>,
  comment: CommentToPublish,
): Promise<PublishOutcome> {
  const { pullRequest, readOnly, repository, language } = context;
  const name = 'comment';
  if (pullRequest === null) return { name, status: 'skipped', reason: NO_PULL_REQUEST[language] };
  if (readOnly !== null) {
    return { name, status: 'degraded', reason: READ_ONLY[language], yamlLine: 'mode: report' };
  }
  const thread = new Thread(github, {
    owner: repository.owner,
    repo: repository.name,
    issue: pullRequest.number,
  });
  try {
    const written = await thread.write(comment);
    if (typeof written === 'string')
      return { name, status: 'skipped', reason: NOT_WRITTEN[written][language] };
    return { name, status: 'published', url: written.url, id: String(written.id) };
  } catch (error) {
    const { said, yamlLine } = lossOf(error, ATTEMPT);
    return { name, status: 'degraded', reason: said[language], yamlLine };
  }
}

interface ThreadPlace {
  readonly owner: string;
  readonly repo: string;
  readonly issue: number;
}

/** The comments under a pull request that begin with our marker. */
class Thread {
  readonly #github: GitHub;
  readonly #place: ThreadPlace;
  /** Logins whose comments are ours: that of workflows, and whoever turned out to own the token. */
  readonly #authors = new Set([WORKFLOW_AUTHOR]);

  constructor(github: GitHub, place: ThreadPlace) {
    this.#github = github;
    this.#place = place;
  }

  /** The comment as it stands then, or why it was not written. */
  async write(comment: CommentToPublish): Promise<Listed | keyof typeof NOT_WRITTEN> {
    const [newest, ...older] = await this.#ours(comment.state);
    if (newest !== undefined && compareStates(newest.state, comment.state) > 0) {
      await this.#delete(older);
      return 'older';
    }
    if (newest === undefined && comment.mayCreate === false) return 'unwanted';
    const updated = newest === undefined ? null : await this.#update(newest, comment);
    if (updated !== null) {
      await this.#delete(older);
      return updated;
    }
    return this.#settle(await this.#create(comment), comment.state);
  }

  /** Looks again after a comment was made, for another run may have made one at the same time. */
  async #settle(made: Listed, state: CommentState): Promise<Listed | 'older'> {
    this.#authors.add(made.author);
    const [newest, ...older] = await this.#ours(state);
    await this.#delete(older);
    return newest === undefined || newest.id === made.id ? made : 'older';
  }

  /** Ours, the newest first; of two of one run the one that was made first. */
  async #ours(state: CommentState): Promise<readonly Listed[]> {
    const { owner, repo, issue } = this.#place;
    const all = await this.#github.paginate(this.#github.rest.issues.listComments, {
      ...{ owner, repo, issue_number: issue, per_page: 100 },
    });
    return all
      .flatMap(({ id, html_url: url, user, body }): Listed[] => {
        const author = user?.login ?? '';
        const found = this.#authors.has(author) ? stateIn(body ?? '', state.project) : null;
        return found === null ? [] : [{ id, url, author, state: found }];
      })
      .sort((left, right) => compareStates(right.state, left.state) || left.id - right.id);
  }

  /** null where the comment is gone, or may not be changed. */
  async #update({ id, author }: Listed, { body, state }: CommentToPublish): Promise<Listed | null> {
    const { owner, repo } = this.#place;
    try {
      const { data } = await this.#github.rest.issues.updateComment({ owner, repo, comment_id: id, body });
      return { id, url: data.html_url, author, state };
    } catch (error) {
      const status = requestFailure(error)?.status;
      if (status === 403 || status === 404) return null;
      throw error;
    }
  }

  /** Made once: a request that GitHub carried out and failed to answer is found when looking again. */
  async #create({ body, state }: CommentToPublish): Promise<Listed> {
    const { owner, repo, issue } = this.#place;
    try {
      const { data } = await this.#github.rest.issues.createComment({
        ...{ owner, repo, issue_number: issue, body, request: { retries: 0 } },
      });
      return { id: data.id, url: data.html_url, author: data.user?.login ?? '', state };
    } catch (error) {
      if ((requestFailure(error)?.status ?? 0) < 500) throw error;
      const found = (await this.#ours(state)).find((one) => compareStates(one.state, state) === 0);
      if (found === undefined) throw error;
      return found;
    }
  }

  /** What somebody else deleted first, or we may not delete, stays as it is. */
  async #delete(comments: readonly Listed[]): Promise<void> {
    const { owner, repo } = this.#place;
    for (const { id } of comments) {
      try {
        await this.#github.rest.issues.deleteComment({ owner, repo, comment_id: id });
      } catch (error) {
        const status = requestFailure(error)?.status;
        if (status !== 403 && status !== 404) throw error;
      }
    }
  }
}
