import type { ComparedFinding, Comparison } from '../schema/comparison.ts';
import type { Finding } from '../schema/finding.ts';

/** What a result is to the baseline, in the words of SARIF. What is gone from the report is no result. */
export type SarifState = 'new' | 'unchanged' | 'updated';

/** By the id of a finding of the report. */
export type SarifStates = ReadonlyMap<string, SarifState>;

/** States of all findings; null without a comparison, and where the two reports cannot be compared. */
export function sarifStates(comparison: Comparison | null): SarifStates | null {
  if (comparison === null || comparison.comparability.verdict === 'not-comparable') return null;
  return new Map(
    comparison.findings.flatMap((compared): [string, SarifState][] => {
      const state = stateOf(compared);
      return state === null ? [] : [[compared.finding.id, state]];
    }),
  );
}

function stateOf({ state, worsened }: ComparedFinding): SarifState | null {
  switch (state) {
    case 'new':
    case 'reopened':
      return 'new';
    case 'moved':
      return 'updated';
    case 'unchanged':
    case 'suppressed':
      return worsened ? 'updated' : 'unchanged';
    case 'fixed':
      return null;
  }
}

/** Findings that the baseline does not have before those that it has. */
export function newFirst<Item extends Finding>(
  findings: readonly Item[],
  states: SarifStates | null,
): Item[] {
  const isOld = ({ id }: Item): boolean => states !== null && (states.get(id) ?? 'new') !== 'new';
  return findings.toSorted((left, right) => Number(isOld(left)) - Number(isOld(right)));
}
