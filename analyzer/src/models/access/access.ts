import type { EntryDraft } from '../entries/entry-draft.ts';
import type { AccessVerdict, Guard, InertGuard, ShadowedRule } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';

/** What deciding access starts from: the program with all look-ups, and every entry point without its verdict. */
export interface AccessContext {
  readonly tools: MatchTools;
  /** In stable order. `applicationPaths` and `verbs` are what path rules are compared with. */
  readonly entries: readonly EntryDraft[];
  /** Guards at calls. */
  readonly called: readonly Guard[];
}

/** Who may call what, with the protections that follow from it. */
export interface AccessDecision {
  /** By entry id; an entry without one is unknown. */
  readonly verdicts: ReadonlyMap<string, AccessVerdict>;
  /** Authentication and authorization at entries (path rules, filters) and methods (active annotations), in stable order. */
  readonly guards: readonly Guard[];
  /** Access annotations that nothing activates, in stable order. */
  readonly inertGuards: readonly InertGuard[];
  /** Rules and chains that no request comes to, in stable order. */
  readonly shadowedRules: readonly ShadowedRule[];
}
