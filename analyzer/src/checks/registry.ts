import { exposedManagement, inertGuards, shadowedRules } from './access-configuration.ts';
import { anyVerb } from './any-verb.ts';
import { broadCatches } from './broad-catches.ts';
import type { Check } from './check.ts';
import { injections } from './injections.ts';
import { logInjections } from './log-injections.ts';
import { missingAudit, missingAuthorization, unlimitedLogins } from './missing-defences.ts';
import { answeredEntities, massAssignment } from './stored-objects.ts';
import { unpinnedDependencies } from './unpinned-dependencies.ts';
import { versionConflicts } from './version-conflicts.ts';
import { vulnerableComponents } from './vulnerable-components.ts';
import { weaknesses } from './weaknesses.ts';

/** All checks; one more is one more line. */
export const CHECKS: readonly Check[] = [
  answeredEntities,
  anyVerb,
  broadCatches,
  exposedManagement,
  inertGuards,
  injections,
  logInjections,
  massAssignment,
  missingAudit,
  missingAuthorization,
  shadowedRules,
  unlimitedLogins,
  unpinnedDependencies,
  versionConflicts,
  vulnerableComponents,
  weaknesses,
];
