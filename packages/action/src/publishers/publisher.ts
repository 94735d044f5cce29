import type { Inputs } from '../inputs/inputs.ts';
import type { JudgedProject, PublishOutcome, RunContext } from '../run-types.ts';

/** A run whose verdict stands: all that a publisher may know. Nothing that it does or fails to do changes the verdict. */
export interface PublishableRun {
  readonly context: RunContext;
  readonly inputs: Inputs;
  readonly projects: readonly JudgedProject[];
  /** Absolute path of the directory that holds one directory a project. */
  readonly reportDir: string;
}

/**
 * Publishes a run in one way, after the publishers before it, whose outcomes it is told. A failure is an outcome; what is
 * thrown all the same is a defect, which is told and stops no other publisher.
 */
export type Publisher = (
  run: PublishableRun,
  published: readonly PublishOutcome[],
) => Promise<readonly PublishOutcome[]>;
