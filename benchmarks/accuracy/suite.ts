import type { Figure } from './bars.ts';

/** One way of measuring accuracy: our answers against somebody else's, on repositories read where they are checked out. */
export interface Suite {
  /** For `--suite`, and the mark of its section in docs/accuracy.md. */
  readonly name: string;
  readonly title: string;
  /** Folders below `--corpora` without which nothing can be measured. */
  readonly corpora: readonly string[];
  /** It measures whatever else lies there too, so that it runs without any of them. */
  readonly measuresOthers?: boolean;
  measure(run: SuiteRun): Promise<Measurement>;
}

/** What a suite is given. */
export interface SuiteRun {
  /** Absolute path of the folder with the repositories. */
  readonly corpora: string;
  /** Folder for files of this run; emptied by nobody until the command ends. */
  readonly work: string;
  /** Only this repository, for suites that measure several. */
  readonly only: string | undefined;
  /** Commits of the repositories, where `revisions.json` beside them tells. */
  revisionOf(corpus: string): string;
}

/** What a suite found out. */
export interface Measurement {
  /** Markdown below the title: tables, then how to read them. */
  readonly section: string;
  /** Every case that went wrong, one line each, most telling first; printed by `--misses N`. */
  readonly misses: readonly string[];
  /** What `--hold` looks at; none where nothing could be measured. */
  readonly figures: readonly Figure[];
}
