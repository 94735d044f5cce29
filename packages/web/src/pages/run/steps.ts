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
  { state, phase }: Pick<RunProgress, 'state' | 'phase'>,
  isRepository: boolean,
): readonly { readonly step: Step; readonly state: StepState }[] {
  const steps = STEPS.filter((step) => step !== 'checkout' || isRepository);
  const current =
    state === 'queued' ? 'queue' : (STEP_OF_PHASE[phase ?? ''] ?? (phase === null ? 'queue' : 'analyse'));
  const at = steps.indexOf(current);
  return steps.map((step, index) => ({ step, state: stateOf(index, at, state) }));
}

function stateOf(index: number, at: number, run: RunProgress['state']): StepState {
  if (run === 'succeeded' || run === 'incomplete' || index < at) return 'done';
  if (index > at) return 'later';
  return ENDED.includes(run) ? 'stopped' : 'now';
}
