import type { OperationIndex } from '../facts/operations.ts';

/** Operations before which a check is sure to have passed: a half-open range of a body. */
export interface PassedRange {
  readonly start: OperationIndex;
  readonly end: OperationIndex;
  /** Up to the end of the method, by every way that comes there. */
  readonly isToEnd: boolean;
}
