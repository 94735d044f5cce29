import { describe, expect, it } from 'vitest';
import { differences } from './compare.ts';
import type { Summary } from './summarise.ts';

const reviewed: Summary = {
  index: { csqa1: 0.3, csqa2: 0.2 },
  metrics: { A1: 0.5, B3: 'no operation has two roads' },
  files: { total: 10, analysed: 8, lines: 400 },
  coverage: { callSites: 100, exact: 50, narrowed: 5, external: 40, unresolved: 5 },
  entryPoints: { 'http public': 3 },
  sinks: {},
  findings: { 'CSQA-B1-thin-defence': 2 },
  diagnostics: {},
  sample: ['CSQA-B1-thin-defence A.java:3 aa', 'CSQA-B1-thin-defence B.java:4 bb'],
};

describe('the difference from a reviewed summary', () => {
  it('is nothing for the same figures', () => {
    expect(differences(reviewed, structuredClone(reviewed))).toEqual([]);
  });

  it('names each figure that moved, came or went, and by how much', () => {
    const now: Summary = {
      ...reviewed,
      index: { csqa1: 0.35, csqa2: null },
      metrics: { A1: 0.5, B3: 0.25 },
      entryPoints: { 'http authorized': 1, 'http public': 2 },
    };
    expect(differences(reviewed, now)).toEqual([
      'index.csqa1: 0.3 → 0.35 (+0.05)',
      'index.csqa2: 0.2 → none',
      'metrics.B3: no operation has two roads → 0.25',
      'entryPoints.http public: 3 → 2 (-1)',
      'entryPoints.http authorized: none → 1',
    ]);
  });

  it('shows findings that came and went, and counts what it does not show', () => {
    const come = Array.from({ length: 14 }, (_, n) => `CSQA-A1-x C.java:${n + 10} cc`);
    expect(differences(reviewed, { ...reviewed, sample: [reviewed.sample[0] ?? '', ...come] })).toEqual([
      '- CSQA-B1-thin-defence B.java:4 bb',
      ...come.slice(0, 12).map((row) => `+ ${row}`),
      '+ 2 more',
    ]);
  });
});
