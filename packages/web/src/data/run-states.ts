import type { RunState } from './schema.ts';

/** Which state may follow which. A run that has ended stays as it ended. */
export const NEXT_STATES: Readonly<Record<RunState, readonly RunState[]>> = {
  queued: ['running', 'cancelled', 'failed'],
  // Back to the queue where its worker died, or failed in a way that may pass.
  running: ['queued', 'cancelling', 'succeeded', 'incomplete', 'failed', 'cancelled'],
  // Whoever finishes before the wish arrives has finished.
  cancelling: ['cancelled', 'succeeded', 'incomplete', 'failed'],
  succeeded: [],
  incomplete: [],
  failed: [],
  cancelled: [],
};

const STATES = Object.keys(NEXT_STATES) as readonly RunState[];

/** States that nothing follows. */
export const ENDED: readonly RunState[] = STATES.filter((state) => NEXT_STATES[state].length === 0);

/** The states from which a state can be reached. */
export function statesBefore(state: RunState): readonly RunState[] {
  return STATES.filter((before) => NEXT_STATES[before].includes(state));
}
