import { git } from './git.ts';
import { ReleaseError } from './release-error.ts';

/** The commit of the monorepo that a release is made of. */
export interface SourceCommit {
  readonly sha: string;
  /** When it was committed, in seconds since 1970 with the offset, as git takes it: `1764201600 +0000`. */
  readonly date: string;
}

/** The commit that is checked out. Throws ReleaseError where files differ from it: a release names its source. */
export async function cleanCommit(root: string): Promise<SourceCommit> {
  const changed = await git(['status', '--porcelain'], { cwd: root });
  if (changed !== '') {
    const files = changed.split('\n').length;
    throw new ReleaseError(`the working tree differs from its commit (${files} files)`, {
      fix: 'commit or put aside what git status shows',
    });
  }
  const said = await git(['log', '-1', '--format=%H %ct', 'HEAD'], { cwd: root });
  const [sha = '', seconds = ''] = said.split(' ');
  return { sha, date: `${seconds} +0000` };
}
