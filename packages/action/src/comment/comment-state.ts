/** Which analysis a comment tells of; what decides which of two comments is the newer one. */
export interface CommentState {
  /** Name of the project among those of the repository; each has a comment of its own. */
  readonly project: string;
  /** Commit that was analysed. */
  readonly head: string;
  /** Id of the workflow run; GitHub counts them up over a repository. */
  readonly run: number;
  /** Attempt of that run, from 1. */
  readonly attempt: number;
}

const FIRST = /^<!-- csqa:v1 project=(\S{1,1000}) -->\r?\n/;
const SECOND = /^<!-- csqa:state head=([0-9a-f]{4,64}) run=(\d{1,15}) attempt=(\d{1,6}) -->/;

/**
 * The two hidden lines that a comment of ours begins with. Nobody sees them, and a project's name can end neither: everything
 * that may is percent-encoded.
 */
export function markerLines({ project, head, run, attempt }: CommentState): string {
  return `${markerOf(project)}\n<!-- csqa:state head=${head} run=${run} attempt=${attempt} -->`;
}

/** The first of the two: what finds the comment of a project again. */
function markerOf(project: string): string {
  return `<!-- csqa:v1 project=${encodeURIComponent(project.toWellFormed())} -->`;
}

/** The state of a comment that is of this project; null for any other text, and for a marker that is not at the very beginning. */
export function stateIn(body: string, project: string): CommentState | null {
  const first = FIRST.exec(body);
  if (first === null || first[0].trimEnd() !== markerOf(project)) return null;
  const second = SECOND.exec(body.slice(first[0].length));
  // A comment whose second line somebody edited is ours still, and older than anything.
  if (second === null) return { project, head: '', run: 0, attempt: 0 };
  const [, head = '', run, attempt] = second;
  return { project, head, run: Number(run), attempt: Number(attempt) };
}

/** Orders states from the older to the newer analysis: a repeated attempt of an older run stays older than a newer run. */
export function compareStates(left: CommentState, right: CommentState): number {
  return left.run - right.run || left.attempt - right.attempt;
}
