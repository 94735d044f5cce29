import type { ConditionText } from './condition-text.ts';

/** Conditions of a gate in English, as names of tests. */
export const conditionsEn: ConditionText = {
  gate: 'Gate',
  none: 'no gate is set: nothing was asked of this report',
  filesAnalysed: 'Source files were analysed',
  findings: (severity) => `No finding of severity ${severity}`,
  newFindings: (severity) => `No new finding of severity ${severity}`,
  index: (limit) => `Risk index at most ${limit}`,
  indexIncrease: (limit) => `Risk index grew by at most ${limit}`,
  figure: (name, limit) => `${name} at most ${limit}`,
  increase: (name, limit) => `${name} grew by at most ${limit}`,
  measured: (name) => `${name} was measured`,
  coverage: (limit) => `Share of resolved calls at least ${limit}`,
};
