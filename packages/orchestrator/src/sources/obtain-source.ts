import type { AnalysisProgress } from '../events.ts';
import type { JobDirectory } from '../jobs/job-directory.ts';
import type { WarningText } from '../journal.ts';
import type { Limits } from '../limits.ts';
import type { ParsedOptions } from '../options.ts';
import type { AnalysedSource } from '../outcome.ts';
import type { ResolveHost } from '../ports.ts';
import type { ParsedRequest } from '../request.ts';
import { checkOut } from './checkout.ts';
import { findDirectory } from './directory-source.ts';
import { readRef } from './git-ref.ts';
import { readRemoteUrl } from './git-url.ts';
import { readRevision } from './revision.ts';
import type { TreeSize } from './tree-audit.ts';

/** A tree on this machine, ready to be analysed. */
export interface ObtainedSource {
  readonly directory: string;
  readonly source: AnalysedSource;
  /** Null for a directory: it is the analyzer that counts it. */
  readonly size: TreeSize | null;
  /** What was done otherwise than one might expect. */
  readonly notes: readonly WarningText[];
}

/** What obtaining a source needs. */
export interface ObtainRequest {
  readonly source: ParsedRequest['source'];
  /** The out directory, which may lie inside of the source. */
  readonly outDir: string;
  readonly job: JobDirectory;
  readonly options: ParsedOptions;
  readonly resolveHost: ResolveHost;
  readonly limits: Limits;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: AnalysisProgress) => void;
}

/** What can be said about a source without touching anything. Throws where it can be refused at sight. */
export async function locateSource(
  source: ParsedRequest['source'],
  options: ParsedOptions,
): Promise<AnalysedSource> {
  if (source.kind === 'git') {
    const { href } = readRemoteUrl(source.url, options.checkout);
    readRef(source.ref);
    return { kind: 'git', location: href, ref: source.ref ?? null, commit: null, dirty: null };
  }
  const location = await findDirectory(source.path);
  return { kind: 'directory', location, ref: null, commit: null, dirty: null };
}

/** Makes a source a directory on this machine: clones what is remote, looks at the revision of what is here. */
export async function obtainSource(request: ObtainRequest, located: AnalysedSource): Promise<ObtainedSource> {
  const { source, options, job, signal } = request;
  if (source.kind === 'git') {
    const { directory, commit, size, notes } = await checkOut({
      ...request,
      url: source.url,
      ref: source.ref,
      credentials: source.credentials,
      options: options.checkout,
      environment: options.environment,
    });
    return { directory, source: { ...located, commit, dirty: false }, size, notes };
  }
  const directory = located.location;
  const { gitBin } = options.checkout;
  const { environment } = options;
  const revision = await readRevision({
    directory,
    except: request.outDir,
    gitBin,
    environment,
    job,
    signal,
  });
  return { directory, source: { ...located, ...revision }, size: null, notes: [] };
}
