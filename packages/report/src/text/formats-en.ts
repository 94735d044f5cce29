import type { FormatText } from './format-text.ts';

/** English. */
export const formatsEn: FormatText = {
  about: 'Measures the architectural security of a repository from its source.',
  badgeLabel: 'architectural risk',
  badgeNothing: 'nothing analysed',
  howMeasured: 'How it is measured',
  howToFix: 'How to fix it',
  references: 'References',
  unknownRule: 'A later version of the tool found this; what the rule means is told there.',
  findingId: (id) => `Finding ${id}.`,
  truncated: (kept, all) =>
    `The ${kept} worst of ${all} findings are in this file; report.json has every one of them.`,
  withoutExcerpts: 'Source lines were left out to keep this file within its size limit.',
  withoutPaths: 'Paths were left out to keep this file within its size limit.',
  root: 'The root of the repository.',
  unplaced: (count) =>
    `${count} ${count === 1 ? 'finding names' : 'findings name'} a file outside of the tree and ${count === 1 ? 'is' : 'are'} in report.json only.`,
  moreDiagnostics: (count) =>
    `${count} more ${count === 1 ? 'diagnostic is' : 'diagnostics are'} in report.json.`,
};
