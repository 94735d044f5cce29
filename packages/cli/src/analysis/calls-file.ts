import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { AnalysisOutcome } from '@csqa/orchestrator';
import { fileFailure, UsageError } from '../failures/usage-error.ts';
import type { UsageTexts } from '../text/catalogue.ts';

/** Name of the dump among the artifacts of a run. */
const CALLS_ARTIFACT = 'calls.ndjson';

/** Looks before a long analysis whether `--dump-calls` can be written at its end. Throws UsageError. */
export async function checkCallsFile(path: string, texts: UsageTexts): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw refused({ path, reason: texts.isDirectory }, texts);
  const parent = await stat(dirname(path)).catch(() => null);
  if (!parent?.isDirectory()) throw refused({ path, reason: texts.noParentDirectory }, texts);
}

/** Copies the call sites from the artifacts to where they were asked for: whole, or not at all. Throws UsageError. */
export async function copyCalls(outcome: AnalysisOutcome, path: string, texts: UsageTexts): Promise<void> {
  const artifact = outcome.artifacts.files.find(({ name }) => name === CALLS_ARTIFACT);
  if (artifact === undefined || resolve(artifact.path) === path) return;
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await copyFile(artifact.path, beside);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw refused({ path, reason: fileFailure(error), cause: error }, texts);
  }
}

function refused(
  { path, reason, cause }: { path: string; reason: string; cause?: unknown },
  texts: UsageTexts,
): UsageError {
  return new UsageError(texts.callsFile(path, reason), { fix: texts.callsFileFix, cause });
}
