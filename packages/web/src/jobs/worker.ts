import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type {
  AnalysisOutcome,
  AnalysisProgress,
  AnalysisSource,
  CsqaError,
  IncompleteOutcome,
  Orchestrator,
  SucceededOutcome,
} from '@csqa/orchestrator';
import type { Kysely } from 'kysely';
import { packReport, storeReport } from '../data/reports.ts';
import { appendEvents, type StoredEvent } from '../data/run-events.ts';
import {
  beat,
  claimRun,
  finishRun,
  type HeldRun,
  type Run,
  type RunEnd,
  type RunningCaps,
  requeueRun,
} from '../data/runs.ts';
import type { RunFailure, WebTables } from '../data/schema.ts';
import { isOutOfReach } from '../data/wait-for-database.ts';
import { WebError } from '../failures/web-error.ts';
import { obtainArchive } from './archives/obtain-archive.ts';
import type { ProjectCaches } from './kept/project-caches.ts';
import { newReportOf } from './new-report.ts';
import { workPlace } from './sweep-work.ts';

/** What a worker works with. */
export interface WorkerParts {
  readonly db: Kysely<WebTables>;
  readonly orchestrator: Pick<Orchestrator, 'analyze'>;
  /** Name of this worker among all. */
  readonly workerId: string;
  /** Where runs have their directories while they are worked on. */
  readonly workDir: string;
  /** Where analyses of a project find what earlier ones read. */
  readonly caches: Pick<ProjectCaches, 'lend'>;
  /** How many runs may run at a time, wherever. */
  readonly caps: RunningCaps;
  readonly now: () => Date;
  /** Told where a run met a defect of ours: what the one who asked for it is not shown. */
  readonly log: (line: string) => void;
}

/** Milliseconds between signs of life; a wish to cancel is seen with one. */
const BEAT_MS = 1_000;
/** Milliseconds that events are gathered before they are stored together. */
const EVENTS_MS = 500;
/** Events that wait for a database that is away; of more the oldest are dropped. */
const MAX_WAITING_EVENTS = 10_000;
/** Times that a run is begun which fails in a way that may pass. */
const MAX_ATTEMPTS = 3;

/** What became of a run in a worker's hands: `lost` where it was no longer the worker's, or never. */
export type Worked = 'ended' | 'again' | 'lost';

/** Takes a waiting run, analyses it and keeps what was found. A run that another has taken is left alone. */
export async function workOn(parts: WorkerParts, runId: string): Promise<Worked> {
  const { db, workerId, now } = parts;
  const run = await claimRun(db, { id: runId, workerId, caps: parts.caps }, now());
  if (run === undefined) return 'lost';
  // Of this attempt alone: a worker that lost the run may still be removing what it had of it.
  const directory = workPlace(parts.workDir, run);
  try {
    const outcome = await parts.caches.lend(run.project_id, (cacheDir) =>
      watched(parts, run, { directory, cacheDir }),
    );
    return await whenReachable(() => keep(parts, run, outcome));
  } catch (error) {
    return await giveUp(parts, run, error);
  } finally {
    await rm(directory, { recursive: true, force: true }).catch(() => undefined);
  }
}

function heldBy({ workerId }: WorkerParts, { id, attempt }: Run): HeldRun {
  return { id, workerId, attempt };
}

/** Directories of a run: its own, and the one of its project, where there is one. */
interface Places {
  readonly directory: string;
  readonly cacheDir: string | null;
}

/** Runs the analysis with signs of life; ends it when somebody wishes so, or when the run was taken away. */
async function watched(parts: WorkerParts, run: Run, places: Places): Promise<AnalysisOutcome> {
  const { db, now, orchestrator } = parts;
  const { directory, cacheDir } = places;
  const own = heldBy(parts, run);
  const stop = new AbortController();
  const told = new EventLog(parts, run.id);
  let phase: string | null = null;
  const heart = setInterval(() => {
    beat(db, { ...own, phase }, now()).then(
      (state) => {
        if (state !== 'running') stop.abort();
      },
      // A database that is away for a moment is asked again; away for longer, the run is taken from this worker.
      () => undefined,
    );
  }, BEAT_MS);
  try {
    await mkdir(directory, { recursive: true });
    return await orchestrator.analyze(
      {
        source: await sourceOf(parts, run, directory),
        outDir: join(directory, 'out'),
        ...(cacheDir === null ? {} : { cacheDir }),
        mode: run.mode,
        formats: [],
      },
      {
        signal: stop.signal,
        onEvent: (event) => {
          if (event.type === 'phase') phase = event.phase;
          told.add(event);
        },
      },
    );
  } finally {
    clearInterval(heart);
    await told.close();
  }
}

/** What the orchestrator is to analyse: a repository that it clones, or what was uploaded. */
async function sourceOf({ db }: WorkerParts, run: Run, directory: string): Promise<AnalysisSource> {
  const { source } = run;
  switch (source.kind) {
    case 'git':
      return { kind: 'git', url: source.url, ...(source.ref === null ? {} : { ref: source.ref }) };
    case 'archive':
      return { kind: 'directory', path: await obtainArchive(db, { runId: run.id, directory }) };
    case 'ingested':
      throw new Error('a report that was handed in is not analysed again');
  }
}

/** Stores the report and the end of a run together; what was found for a run that was taken away is dropped. */
async function keep(parts: WorkerParts, run: Run, outcome: AnalysisOutcome): Promise<Worked> {
  const { db, now } = parts;
  const own = heldBy(parts, run);
  if (outcome.status === 'failed' && outcome.error.retryable && run.attempt < MAX_ATTEMPTS) {
    return (await requeueRun(db, own)) === undefined ? 'lost' : 'again';
  }
  const end = endOf(outcome);
  const packed =
    'report' in outcome ? await packReport(await newReportOf(db, run, await combined(outcome))) : null;
  return db.transaction().execute(async (transaction) => {
    const ended = await finishRun(transaction, own, { ...end, at: now() });
    if (ended === undefined) return 'lost';
    if (packed !== null) await storeReport(transaction, run.id, packed);
    return 'ended';
  });
}

/** Milliseconds between two tries to note the end of a run, and how many there are: ten minutes. */
const KEEP_PAUSE_MS = 1_000;
const KEEP_TRIES = 600;

/**
 * Does something again and again while the database cannot be reached. While it is away nobody else can take the run
 * either, so what was found is still wanted when it comes back.
 */
async function whenReachable<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isOutOfReach(error) || tries === KEEP_TRIES) throw error;
      await wait(KEEP_PAUSE_MS);
    }
  }
}

async function combined(outcome: SucceededOutcome | IncompleteOutcome) {
  const file = outcome.artifacts.files.find(({ path }) => basename(path) === 'combined.json');
  if (file === undefined) throw new Error('the run left no combined.json');
  return { report: outcome.report, document: await readFile(file.path, 'utf8') };
}

function endOf(outcome: AnalysisOutcome): RunEnd {
  const error = 'error' in outcome ? toldFailure(outcome.error, outcome.error.localized) : null;
  return { state: outcome.status, revision: outcome.source.commit, error };
}

function toldFailure(
  { code, message, hint }: CsqaError | WebError,
  localized: CsqaError['localized'],
): RunFailure {
  return { code, message, hint, ...localized };
}

/**
 * Whatever else goes wrong ends the run with a reason. Where it is the database that went away nothing can be noted, and
 * nothing is wrong with the run: it falls silent, and is given to another try.
 */
async function giveUp(parts: WorkerParts, run: Run, error: unknown): Promise<Worked> {
  if (isOutOfReach(error)) return 'lost';
  const failure = failureOf(error);
  if (failure.code === 'INTERNAL') parts.log(`run ${run.id} met a defect: ${stackOf(error)}`);
  const end = { state: 'failed', revision: null, error: failure, at: parts.now() } as const;
  const ended = await finishRun(parts.db, heldBy(parts, run), end);
  return ended === undefined ? 'lost' : 'ended';
}

const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);
const NO_RIGHT: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);
const LONGEST_MESSAGE = 500;

function failureOf(error: unknown): RunFailure {
  if (error instanceof WebError) return toldFailure(error, error.ru === undefined ? {} : { ru: error.ru });
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (NO_RIGHT.has(code) && path !== undefined) {
    const hint = 'give the user of the worker the right to write in CSQA_DATA_DIR, and run it again';
    const ru = `Обработчику нельзя писать в ${path}.`;
    return { code: 'PATH_NOT_WRITABLE', message: `the worker may not write to ${path}`, ru, hint };
  }
  if (NO_ROOM.has(code)) {
    const hint = 'make room on the host of the worker, or on that of the database, and run it again';
    const ru = 'На диске не осталось места.';
    return { code: 'DISK_FULL', message: 'there is no room left on the disk', ru, hint };
  }
  const message = `the worker met a defect: ${error instanceof Error ? error.message : String(error)}`;
  return {
    code: 'INTERNAL',
    message: message.slice(0, LONGEST_MESSAGE),
    hint: 'look into the log of the worker',
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Gathers events and stores them in their order, a few times a second at most. */
class EventLog {
  readonly #parts: WorkerParts;
  readonly #runId: string;
  #waiting: Omit<StoredEvent, 'seq'>[] = [];
  #writing: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: WorkerParts, runId: string) {
    this.#parts = parts;
    this.#runId = runId;
  }

  add(event: AnalysisProgress): void {
    this.#waiting.push({ at: this.#parts.now(), body: { ...event } });
    this.#timer ??= setTimeout(() => this.#write(), EVENTS_MS);
  }

  /** Stores what waits; where the database is away, when it is back. */
  async close(): Promise<void> {
    for (let tries = 1; ; tries++) {
      this.#write();
      await this.#writing;
      if (this.#waiting.length === 0 || tries === KEEP_TRIES) return;
      await wait(KEEP_PAUSE_MS);
    }
  }

  #write(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(async () => {
      const events = this.#waiting.splice(0);
      try {
        await appendEvents(this.#parts.db, this.#runId, events);
      } catch (error) {
        // Events are for watching: a run does not fail because some could not be stored.
        if (isOutOfReach(error)) this.#waiting = [...events, ...this.#waiting].slice(-MAX_WAITING_EVENTS);
      }
    });
  }
}
