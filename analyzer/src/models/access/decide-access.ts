import type { AccessContext, AccessDecision } from './access.ts';

/** Leaves every verdict open: no security configuration is read. */
export function decideAccess(_context: AccessContext): AccessDecision {
  return { verdicts: new Map(), guards: [], inertGuards: [] };
}
