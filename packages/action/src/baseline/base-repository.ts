/** A commit with what matters of it. */
export interface Commit {
  /** Full id. */
  readonly sha: string;
  /** Full ids, the one that a merge was made into first. */
  readonly parents: readonly string[];
}

/** A commit that was asked for. */
export interface Obtained {
  /** Full id; null where it cannot be had. */
  readonly sha: string | null;
  /** The words of whoever refused it, in English. */
  readonly said: string;
}

/** How the writing of a tree ended, with the words of whoever could not. */
export interface CheckedOut {
  readonly ok: boolean;
  readonly said: string;
}

/** What can be asked of the history of a checkout, however shallow, while the checkout itself stays as it is. */
export interface BaseRepository {
  /** The commit that is checked out. */
  readonly head: Commit;
  /** A commit, a branch or a tag; fetched, without its history, where it is not here. */
  readonly obtain: (wanted: string) => Promise<Obtained>;
  /** Id of the tree of a directory in a commit that was obtained; null where the commit has no such directory. */
  readonly treeOf: (sha: string, path: string) => Promise<string | null>;
  /** Text of a file in a commit that was obtained; null where it has no such file. */
  readonly textOf: (sha: string, path: string) => Promise<string | null>;
  /** Whether it is certain that a directory of the checkout holds what the commit holds, and nothing else. */
  readonly isClean: (path: string) => Promise<boolean>;
  /** Writes the files of a commit that was obtained into a directory that is not there yet. */
  readonly checkOut: (sha: string, directory: string) => Promise<CheckedOut>;
}

const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** A ref as git allows it and no option; what it names is for the server to say. */
const REF = /^(?!-)[\w./@+#-]{1,255}$/;

/** Whether something is the full id of a commit. */
export function isCommitId(wanted: string): boolean {
  return SHA.test(wanted);
}

/** What is neither the id of a commit nor the name of a ref, refused before anybody is asked; null for everything else. */
export function noCommit(wanted: string): Obtained | null {
  if (SHA.test(wanted) || REF.test(wanted)) return null;
  return { sha: null, said: `${wanted.slice(0, 100)} is no name of a ref` };
}
