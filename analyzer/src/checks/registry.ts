import { exposedManagement, inertGuards, shadowedRules } from './access-configuration.ts';
import type { Check } from './check.ts';
import { injections } from './injections.ts';
import { unpinnedDependencies } from './unpinned-dependencies.ts';

/** All checks; one more is one more line. */
export const CHECKS: readonly Check[] = [
  exposedManagement,
  inertGuards,
  injections,
  shadowedRules,
  unpinnedDependencies,
];
