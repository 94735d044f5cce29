import { ownEntry } from './own-entry.ts';
import type { RunProgress } from './run-progress.ts';

/** Steps that people see, in their order. */
export const STEPS = ['queue', 'checkout', 'analyse', 'report'] as const;
export type Step = (typeof STEPS)[number];
export type StepState = 'done' | 'now' | 'later' | 'stopped';

const STEP_OF_PHASE: Readonly<Record<string, Step>> = {
  checkout: 'checkout',
  start: 'analyse',
  analyse: 'analyse',
  intake: 'report',
  render: 'report',
};

const ENDED = ['failed', 'cancelled'];

/** How each step of a run stands. A source that is not a repository has nothing to check out. */
export function stepsOf(
  progress: Pick<RunProgress, 'state' | 'phase'>,
  isRepository: boolean,
): readonly { readonly step: Step; readonly state: StepState }[] {
  const steps = STEPS.filter((step) => step !== 'checkout' || isRepository);
  const at = steps.indexOf(currentOf(progress));
  return steps.map((step, index) => ({ step, state: stateOf(index, at, progress.state) }));
}

function currentOf({ state, phase }: Pick<RunProgress, 'state' | 'phase'>): Step {
  if (state === 'queued' || phase === null) return 'queue';
  return ownEntry(STEP_OF_PHASE, phase) ?? 'analyse';
}

function stateOf(index: number, at: number, run: RunProgress['state']): StepState {
  if (run === 'succeeded' || run === 'incomplete' || index < at) return 'done';
  if (index > at) return 'later';
  return ENDED.includes(run) ? 'stopped' : 'now';
}
