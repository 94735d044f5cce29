/** Result of one check: `warn` works but may surprise, `fail` stops an analysis, `skip` could not be looked at. */
export type DoctorStatus = 'ok' | 'warn' | 'fail' | 'skip';

/** One thing that was looked at. */
export interface DoctorCheck {
  /** Stable kebab-case name. */
  readonly id: string;
  readonly status: DoctorStatus;
  /** What was found. */
  readonly detail: string;
  /** What to do about it; null where nothing needs doing. */
  readonly fix: string | null;
  /** The same in Russian, where the words differ: versions and paths need no translation. */
  readonly ru?: { readonly detail: string; readonly fix: string | null };
}

/** Everything that was looked at, in a fixed order. `ok` is false where a check failed. */
export interface DoctorReport {
  readonly ok: boolean;
  readonly checks: readonly DoctorCheck[];
}
