import { describe, expect, it } from 'vitest';
import type { Measurement } from './measure.ts';
import { judgeSpeed, speedBarTable } from './speed-bars.ts';

const run = (wallMs: number, peakMemoryBytes = 100e6) => ({ wallMs, cpuMs: wallMs, peakMemoryBytes });

const langchain: Measurement = {
  name: 'langchain4j',
  files: 3_000,
  bytes: 16e6,
  analysis: { ...run(4_000, 440e6), stages: {} },
  unchanged: run(800),
  changed: run(1_240),
  first: run(4_500),
  parsing: run(2_000),
  reference: run(24_000),
};
const nothingGenerated = { growth: null, startUp: null };
const missed = (measured: readonly Measurement[]) =>
  judgeSpeed(measured, nothingGenerated)
    .filter(({ isMet }) => !isMet)
    .map(({ what, measured: value }) => `${what} ${value}`);

describe('the bars of speed', () => {
  it('hold a large tree against parsing, the reference, what was kept, and memory', () => {
    expect(judgeSpeed([langchain], nothingGenerated).map(({ bar }) => bar)).toEqual([
      '≤ 2.00 ×',
      '≥ 6.00 ×',
      '≤ 0.25 ×',
      '≤ 0.30 ×',
      '≤ 450 MB',
    ]);
    expect(missed([langchain])).toEqual(['langchain4j: 1 % changed 0.31 ×']);
  });

  it('call a figure missed that is above its bar by less than a digit of the tables', () => {
    const slower = { ...langchain, analysis: { ...langchain.analysis, wallMs: 4_020 } };
    expect(missed([slower])).toEqual([
      'langchain4j: the whole analysis, beside parsing 2.01 ×',
      'langchain4j: the reference, beside the whole analysis 5.97 ×',
      'langchain4j: 1 % changed 0.31 ×',
    ]);
  });

  it('say nothing of a reference that failed or was not given, nor of a tree that has none', () => {
    const bars = (tree: Measurement) => judgeSpeed([tree], nothingGenerated).map(({ what }) => what);
    expect(bars({ ...langchain, reference: null })).toHaveLength(4);
    expect(bars({ ...langchain, reference: { failure: 'ended with exit code 1' } })).toHaveLength(4);
    expect(bars({ ...langchain, name: 'shop' })).toEqual([]);
    expect(bars({ ...langchain, name: 'spring-petclinic' })).toEqual([
      'spring-petclinic: the whole analysis',
    ]);
  });

  it('take the steepest of the larger trees for growth, and the start of Node for ten files', () => {
    const sized = (times: number, wallMs: number) => ({
      times,
      files: 1,
      bytes: times * 1e6,
      run: run(wallMs),
    });
    const growth = [sized(1, 1_000), sized(2, 2_700), sized(4, 4_000)];
    const startUp = { floor: run(50), commandLine: run(125), container: null };
    expect(speedBarTable(judgeSpeed([], { growth, startUp })).split('\n').slice(2)).toEqual([
      '| growth of the time for a megabyte | 1.35 × | ≤ 1.30 × | **missed** |',
      '| ten files, beside Node, parser and grammar | 2.50 × | ≤ 2.50 × | met |',
    ]);
  });
});
