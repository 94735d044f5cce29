/** Version of the comparison document; the rules of the contract hold: keys may be added, none changes its meaning. */
export const COMPARISON_VERSION = 1;

/** What a finding of the head is to the base, or, `fixed` and `suppressed`, one of the base to the head. */
export const FINDING_STATES = ['new', 'reopened', 'moved', 'unchanged', 'suppressed', 'fixed'] as const;

/** Where a new finding stands: in a file that the change touched, or in one that it left alone. */
export const FINDING_ORIGINS = ['touched', 'ripple', 'unknown'] as const;

/** What made a finding new. */
export const CAUSE_KINDS = [
  'guard-removed',
  'access-changed',
  'entry-added',
  'call-added',
  'sink-added',
  'configuration-changed',
  'code-changed',
  'code-nearby',
  'file-changed',
] as const;
