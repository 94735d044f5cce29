import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Artifact,
  type Language,
  type Report,
  type RunRecord,
  renderCombined,
  renderRunRecord,
  reportAsOf,
  WRITERS,
  type WriterName,
} from '@csqa/report';
import { CALLS_FILE } from '../engines/analyzer-arguments.ts';
import { systemErrorCode } from '../errors.ts';
import type { PublishedFile } from '../outcome.ts';
import type { FormatOptions } from '../request.ts';
import { openStaging, type Staging } from './staging.ts';
import { writeError } from './write-errors.ts';

/** The files of a run that are not formats of the report. */
const RUN_FILES = {
  record: 'orchestrator.json',
  combined: 'combined.json',
  log: 'container.log',
  calls: CALLS_FILE,
} as const;

/** Where a failed run puts the report of the run before, so that nobody takes it for its own. */
const PREVIOUS_REPORT = 'report.previous.json';

/** Everything that a run leaves behind. */
export interface Publication {
  readonly outDir: string;
  /** Null where the run has none. */
  readonly report: Report | null;
  readonly formats: readonly WriterName[];
  readonly language: Language;
  /** What formats are told besides it. */
  readonly formatOptions?: FormatOptions | undefined;
  /** `YYYY-MM-DD` by which people are told what is suppressed; report.json and combined.json know no day. */
  readonly today: string;
  /** Paths of files to copy; null for one that there is not. */
  readonly logPath: string | null;
  readonly callsPath: string | null;
  /** Makes the run record: once it is known what was written, and without that for formats that tell how it went. */
  readonly record: (artifacts: readonly Artifact[]) => RunRecord;
}

/** What was written, and the record that was written with it. */
export interface Published {
  readonly files: readonly PublishedFile[];
  readonly record: RunRecord;
}

/**
 * Makes the out directory tell of this run and of no other: everything is written and flushed beside its place first,
 * then moved, the record last. Where that fails, the directory is as it was. Throws DISK_FULL or PATH_NOT_WRITABLE.
 */
export async function publish(publication: Publication): Promise<Published> {
  const { outDir, report } = publication;
  const staging = await openStaging(outDir);
  try {
    const artifacts = await stageResults(staging, publication);
    const record = publication.record(artifacts);
    if (report !== null) {
      await staging.addText(
        RUN_FILES.combined,
        renderCombined({ contract: 1, report, orchestrator: record }),
      );
    }
    await staging.addText(RUN_FILES.record, renderRunRecord(record));
    await staging.written();
    const names = artifacts.map(({ name }) => name);
    await retireEarlierRun(outDir, report === null ? names : [...names, RUN_FILES.combined]);
    return { files: await staging.commit(), record };
  } catch (error) {
    throw error instanceof TypeError ? error : writeError(outDir, error);
  } finally {
    await staging.discard();
  }
}

async function stageResults(staging: Staging, publication: Publication): Promise<readonly Artifact[]> {
  const { report, language, today, formatOptions } = publication;
  const artifacts: Artifact[] = [];
  if (report !== null) {
    const onTheDay = reportAsOf(report, today);
    const options = { run: publication.record([]), ...formatOptions?.(onTheDay), lang: language };
    for (const name of new Set<WriterName>(['json', ...publication.formats])) {
      const { fileName, render } = WRITERS[name];
      artifacts.push(await staging.addText(fileName, render(name === 'json' ? report : onTheDay, options)));
    }
  }
  if (publication.callsPath !== null)
    artifacts.push(await staging.addCopy(RUN_FILES.calls, publication.callsPath));
  if (publication.logPath !== null) artifacts.push(await staging.addCopy(RUN_FILES.log, publication.logPath));
  return artifacts.sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Files of an earlier run that this one does not replace would be taken for its own. Its report alone is kept aside. */
async function retireEarlierRun(outDir: string, replaced: readonly string[]): Promise<void> {
  const reportFile = WRITERS.json.fileName;
  if (replaced.includes(reportFile)) await rm(join(outDir, PREVIOUS_REPORT), { force: true });
  else await moveAside(join(outDir, reportFile), join(outDir, PREVIOUS_REPORT));
  const ours = [...Object.values(WRITERS).map(({ fileName }) => fileName), ...Object.values(RUN_FILES)];
  const stale = ours.filter((name) => name !== RUN_FILES.record && !replaced.includes(name));
  await Promise.all(stale.map((name) => rm(join(outDir, name), { force: true })));
}

async function moveAside(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
  }
}
