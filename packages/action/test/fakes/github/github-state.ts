/** A comment under an issue or a pull request. */
export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  body: string;
  /** Nobody may change it, as after the conversation was locked. */
  isLocked: boolean;
}

/** An upload to code scanning. */
export interface FakeUpload {
  readonly id: string;
  readonly ref: string;
  readonly commit: string;
  readonly sarif: string;
  /** Looks that find it unprocessed still. */
  pendingLooks: number;
  /** What there is against it; none for a log that is taken whole. */
  readonly errors: readonly string[];
}

/** A pull request. */
export interface FakePull {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name`; null where the fork is gone. */
  readonly headRepository: string | null;
  readonly baseRef: string;
}

/** What a run has left. */
export interface FakeRunArtifact {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  /** A zip archive. */
  readonly content: Buffer;
}

/** A run of checks. */
export interface FakeCheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  annotations: number;
}

/** Whom a token belongs to and what it may do, each right as `pull_requests=write`; a right to write is one to read. */
export interface FakeToken {
  readonly login: string;
  readonly rights: readonly string[];
}

/** How a request fails that would have succeeded. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message: string;
      readonly afterWork?: boolean;
    }
  | { readonly kind: 'primary-limit'; readonly resetsInSeconds: number }
  | { readonly kind: 'secondary-limit'; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'hang-up' };

/** A fault that awaits its requests. */
export interface AwaitedFault {
  readonly method: string;
  readonly path: RegExp;
  readonly fault: Fault;
  times: number;
}

/** Everything that the fake knows. */
export interface GitHubState {
  readonly repository: { readonly owner: string; readonly name: string };
  /** By their text. */
  readonly tokens: Map<string, FakeToken>;
  readonly comments: FakeComment[];
  readonly pulls: FakePull[];
  readonly uploads: FakeUpload[];
  readonly artifacts: FakeRunArtifact[];
  readonly checkRuns: FakeCheckRun[];
  /** Text of files by `ref:path`. */
  readonly files: Map<string, string>;
  /** The last shared commit by `base...head`. */
  readonly mergeBases: Map<string, string>;
  /** Absolute path of the bare repository behind it; null where commits are asked for by nobody. */
  history: string | null;
  /** What is handed out as the archive of a commit, by its id, in the place of the one that git makes. */
  readonly archives: Map<string, Buffer>;
  /** Most entries of a tree that one answer lists. */
  mostTreeEntries: number;
  readonly faults: AwaitedFault[];
  /** `GET /repos/…` in order. */
  readonly requests: string[];
  hasCodeScanning: boolean;
  /** Looks at an upload before it is processed. */
  looksUntilProcessed: number;
  lastId: number;
}

/** An empty repository. */
export function emptyState(owner: string, name: string): GitHubState {
  return {
    repository: { owner, name },
    ...{ tokens: new Map(), files: new Map(), archives: new Map() },
    ...{ history: null, mostTreeEntries: 100_000 },
    ...{ comments: [], pulls: [], uploads: [], artifacts: [], checkRuns: [], mergeBases: new Map() },
    ...{ faults: [], requests: [], hasCodeScanning: true, looksUntilProcessed: 1, lastId: 1_000 },
  };
}

/** A number that no other thing has. */
export function nextId(state: GitHubState): number {
  state.lastId += 1;
  return state.lastId;
}
