import { z } from 'zod';
import type { EngineExit } from '../engines/engine.ts';
import { CsqaError } from '../errors.ts';
import { systemSignal } from '../processes/system-signal.ts';
import { jsonOrNull } from '../text/json-or-null.ts';

const zeroTime = /^0001-01-01T/;

/** As much of `inspect` of a container as is read. */
const inspectedSchema = z
  .array(
    z.object({
      Id: z.string(),
      State: z.object({
        Status: z.string(),
        Running: z.boolean(),
        OOMKilled: z.boolean().default(false),
        ExitCode: z.int(),
        Error: z.string().default(''),
        StartedAt: z.string(),
        FinishedAt: z.string(),
      }),
    }),
  )
  .min(1);

/** State of a container. */
export type ContainerState = z.output<typeof inspectedSchema>[number]['State'];

/** Reads what `inspect` printed. Throws INTERNAL where it is something else. */
export function readState(inspected: string): ContainerState {
  const parsed = inspectedSchema.safeParse(jsonOrNull(inspected));
  const state = parsed.data?.[0]?.State;
  if (state === undefined) {
    throw new CsqaError('INTERNAL', 'The engine described a container in a way that is not known.', {
      hint: 'Report this with the version of the engine: it is a defect.',
      ru: 'Движок описал контейнер неизвестным образом.',
      cause: parsed.error,
    });
  }
  return state;
}

/** Exit codes above this are 128 + the number of the signal that ended the process. */
const SIGNAL_BASE = 128;

/** How a container ended. Its state is the truth; the exit code of the command line is not (it can be 1 for a 127). */
export function exitOf(state: ContainerState): EngineExit {
  const signal = state.ExitCode > SIGNAL_BASE ? systemSignal(state.ExitCode - SIGNAL_BASE) : null;
  return {
    exitCode: signal === null ? state.ExitCode : null,
    signal,
    outOfMemory: state.OOMKilled,
    wallMs: wallMs(state),
    cpuMs: null,
    peakMemoryBytes: null,
  };
}

function wallMs({ StartedAt, FinishedAt }: ContainerState): number {
  if (zeroTime.test(StartedAt) || zeroTime.test(FinishedAt)) return 0;
  const took = Date.parse(FinishedAt) - Date.parse(StartedAt);
  return Number.isFinite(took) ? Math.max(0, took) : 0;
}

/** Why a container never ran its program, in the engine's words; null where it did run. */
export function startError(state: ContainerState): string | null {
  if (state.Error === '') return null;
  return state.Status === 'created' || state.ExitCode === 126 || state.ExitCode === 127 ? state.Error : null;
}
