import { CsqaError, checkGitSource } from '@csqa/orchestrator';
import { findProjectByKey, gitAddressOf, type Project, projectFor } from '../../data/projects.ts';
import type { Run } from '../../data/runs.ts';
import type { RunSource } from '../../data/schema.ts';
import { submitRun } from '../../data/submit-run.ts';
import { attachUpload, storeUpload } from '../../data/uploads.ts';
import type { AppParts } from '../app-parts.ts';
import { Problem } from '../problem.ts';

/** A run that somebody asks for, from whatever door. */
export interface Wanted {
  readonly mode: 'fast' | 'full';
  /** Name of the one who asks: never a secret. */
  readonly requestedBy: string;
}

/** What a project without a name of its own is called: the end of its address. */
const NAMELESS = 'repository';
const MAX_NAME = 200;

/**
 * Puts an analysis of a git repository in line and wakes a worker. Throws the orchestrator's CLONE_… for an address that may
 * not be cloned from, and QUEUE_FULL or REQUESTER_QUEUE_FULL.
 */
export async function submitGit(
  parts: AppParts,
  git: { readonly url: string; readonly ref: string | null },
  wanted: Wanted,
): Promise<Run> {
  const url = checkedUrl(parts, git);
  return submit(parts, await gitProject(parts, url), {
    ...wanted,
    source: { kind: 'git', url, ref: git.ref },
  });
}

/** Puts another analysis of a project in line; REQUEST_INVALID where it is of uploads, which nobody can fetch again. */
export function submitAgain(
  parts: AppParts,
  project: Project,
  wanted: Wanted & { readonly ref: string | null },
): Promise<Run> {
  const url = gitAddressOf(project);
  if (url === undefined) {
    const hint = 'upload an archive of it';
    return Promise.reject(new Problem('REQUEST_INVALID', 'the project is no git repository', { hint }));
  }
  return submitGit(parts, { url, ref: wanted.ref }, wanted);
}

/** Keeps an archive and puts its analysis in line. Throws what storeUpload and submitRun throw. */
export async function submitArchive(
  parts: AppParts,
  archive: { readonly name: string; readonly project: string; readonly content: AsyncIterable<Uint8Array> },
  wanted: Wanted,
): Promise<Run> {
  const { database, config, jobs, clock } = parts;
  const limits = { bytes: jobs.uploadBytes, allBytes: config.limits.uploadsBytes };
  const upload = await storeUpload(
    database.db,
    { name: archive.name, content: archive.content, limits },
    clock(),
  );
  const project = await projectFor(
    database.db,
    { key: `archive:${archive.project}`, name: archive.project },
    clock(),
  );
  const source: RunSource = { kind: 'archive', name: archive.name };
  const run = await database.db.transaction().execute(async (transaction) => {
    const submitted = await submitRun(transaction, newRun(parts, project, { ...wanted, source }), clock());
    await attachUpload(transaction, upload.id, submitted.id);
    return submitted;
  });
  await wake(parts, run);
  return run;
}

async function submit(
  parts: AppParts,
  project: Project,
  wanted: Wanted & { readonly source: RunSource },
): Promise<Run> {
  const run = await submitRun(parts.database.db, newRun(parts, project, wanted), parts.clock());
  await wake(parts, run);
  return run;
}

function newRun({ jobs }: AppParts, project: Project, wanted: Wanted & { readonly source: RunSource }) {
  return { ...wanted, projectId: project.id, caps: jobs.waiting };
}

/** A wake that is lost is made good by whoever looks for runs that wait; the run itself is in the database. */
async function wake({ queue }: AppParts, run: Run): Promise<void> {
  await queue.wake(run.id).catch(() => undefined);
}

function checkedUrl(
  { checkout }: AppParts,
  { url, ref }: { readonly url: string; readonly ref: string | null },
): string {
  try {
    return checkGitSource({ url, ...(ref === null ? {} : { ref }) }, checkout);
  } catch (error) {
    if (!(error instanceof CsqaError)) throw error;
    throw refused(error);
  }
}

function refused(cause: CsqaError): Problem {
  const { code, message, hint } = cause;
  return new Problem('SOURCE_REFUSED', `${message} (${code})`, { hint, cause });
}

/**
 * The project of a git repository, made where nobody has heard of it. The same repository is one project, whether its address
 * is written with `.git` and a closing slash or without.
 */
export async function gitProject({ database, clock }: AppParts, href: string): Promise<Project> {
  const key = href.replace(/\/+$/u, '');
  const other = key.endsWith('.git') ? key.slice(0, -'.git'.length) : `${key}.git`;
  const known = await findProjectByKey(database.db, other);
  if (known !== undefined) return known;
  return projectFor(database.db, { key, name: nameOf(key) }, clock());
}

function nameOf(key: string): string {
  const path = new URL(key).pathname
    .replace(/\.git$/u, '')
    .split('/')
    .filter(Boolean);
  return path.slice(-2).join('/').slice(0, MAX_NAME) || NAMELESS;
}
