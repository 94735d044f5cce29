import type { EntryDraft } from '../../entries/entry-draft.ts';
import type { Guard } from '../../labels.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import type { Application } from '../applications.ts';
import type { ChainFilter } from '../chains/chain.ts';
import type { AccessRequest } from '../path-matchers/request-matcher.ts';
import type { Outcome } from '../requirement.ts';

export interface Interceptions {
  before(
    entry: EntryDraft,
    request: AccessRequest,
    filters: readonly ChainFilter[],
  ): { readonly outcomes: readonly Outcome[]; readonly guards: readonly Guard[] };
}
export function createInterceptions(_context: {
  readonly tools: MatchTools;
  readonly application: Application;
}): Interceptions {
  return { before: () => ({ outcomes: [], guards: [] }) };
}
