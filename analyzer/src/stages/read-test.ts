import type { FileFacts } from '../facts/file-facts.ts';
import type { FileReading } from '../facts/file-reading.ts';
import { packReadings } from '../facts/packed/packed-readings.ts';
import { topLevelTypes } from '../link/named-tests.ts';
import type { FileNotes, ReadForBench, ReadTest } from './reading-beside.ts';

/** What is told of a test file where others judge it. */
export function readTestOf(facts: FileFacts): ReadTest {
  return { facts: notesOf(facts), declares: topLevelTypes(facts) };
}

/** What is told of a file to whoever does not look at code. */
export function notesOf({ path, language, lines, suppressions, problems }: FileFacts): FileNotes {
  return { path, language, lines, suppressions, problems };
}

/** Hands on test files that somebody has read who does not judge them. */
export function readForBench(readings: readonly FileReading[]): ReadForBench {
  return { tests: readings.map(({ facts }) => readTestOf(facts)), packed: packReadings(readings) };
}
