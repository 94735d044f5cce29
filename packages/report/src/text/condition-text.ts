/** Conditions of a gate as names of tests: what is so where they hold. */
export interface ConditionText {
  /** Name of the test that stands for all of them where none is set. */
  readonly gate: string;
  readonly none: string;
  readonly filesAnalysed: string;
  readonly findings: (severity: string) => string;
  readonly newFindings: (severity: string) => string;
  readonly index: (limit: string) => string;
  readonly indexIncrease: (limit: string) => string;
  /** Of a metric or a group. */
  readonly figure: (name: string, limit: string) => string;
  readonly increase: (name: string, limit: string) => string;
  readonly measured: (name: string) => string;
  readonly coverage: (limit: string) => string;
}
