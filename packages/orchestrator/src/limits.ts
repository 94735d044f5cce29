import { z } from 'zod';
import { usualLimits } from './usual-limits.ts';

const WEEK_SECONDS = 7 * 24 * 3600;

const seconds = z.number().positive().max(WEEK_SECONDS);
const bytes = z.int().positive();

/** What one analysis may use. What is left out keeps its default. */
export const limitsSchema = z
  .strictObject({
    timeoutSeconds: seconds.describe(
      'Wall time of the analyzer. It ends itself then; 5 s later it is ended.',
    ),
    quietSeconds: seconds.describe('Seconds without an event after which a warning is given.'),
    stallSeconds: seconds.describe('Seconds without an event after which the analyzer is ended.'),
    memoryBytes: bytes.describe('Resident memory of the analyzer; three quarters of it are its heap.'),
    cpus: z
      .number()
      .positive()
      .max(1024)
      .describe('Processors that a container may use; where the host has fewer, all of them.'),
    pids: z.int().positive().describe('Processes and threads of a container.'),
    eventBytes: bytes.describe('Bytes of events, that is of standard output, in one run.'),
    logBytes: bytes.describe('Bytes kept of the log: half of them from its head, half from its tail.'),
    reportBytes: bytes.describe('Bytes of report.json.'),
    outBytes: bytes.describe('Bytes of everything that the analyzer may leave in its out directory.'),
    cacheBytes: bytes.describe('Bytes of everything that is kept of a project for its next analysis.'),
    cloneSeconds: seconds.describe('Wall time of a clone, all its steps together.'),
    cloneBytes: bytes.describe('Bytes of a clone on disk: of the pack, and again of the files.'),
    cloneFiles: z.int().positive().describe('Files of a clone.'),
  })
  .partial();

/** Some limits, for a caller who is content with the defaults of the rest. */
export type LimitsInput = z.input<typeof limitsSchema>;

/** What one analysis may use, complete. */
export type Limits = { readonly [Name in keyof LimitsInput]-?: number };

/** The limits where nobody says otherwise. */
export const DEFAULT_LIMITS: Limits = usualLimits;

/** Lays limits over the defaults; later layers win. */
export function resolveLimits(...layers: readonly (LimitsInput | undefined)[]): Limits {
  const limits: Record<keyof Limits, number> = { ...DEFAULT_LIMITS };
  for (const layer of layers) {
    for (const name of limitNames) {
      const value = layer?.[name];
      if (value !== undefined) limits[name] = value;
    }
  }
  return limits;
}

const limitNames = limitsSchema.keyof().options;
