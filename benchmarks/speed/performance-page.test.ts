import { describe, expect, it } from 'vitest';
import { type Measurement, median } from './measure.ts';
import { comparison, performancePage, secondTime, stages } from './performance-page.ts';

const shop: Measurement = {
  name: 'shop',
  files: 40,
  bytes: 2_500_000,
  analysis: { wallMs: 3_000, cpuMs: 4_000, peakMemoryBytes: 300e6, stages: { start: 100, facts: 2_500 } },
  unchanged: { wallMs: 600, cpuMs: 500, peakMemoryBytes: 150e6 },
  parsing: { wallMs: 1_000, cpuMs: 1_000, peakMemoryBytes: 150e6 },
};

describe('the page of speed', () => {
  it('sets the analysis beside parsing, as ratios', () => {
    expect(comparison([shop]).split('\n').at(-1)).toBe(
      '| shop | 40 | 2.5 | 3.0 | 1.0 | **3.0** | 4.0 | 1.0 | **4.0** | 300 | 150 | **2.0** |',
    );
  });

  it('sets an analysis of an unchanged tree beside the whole one, as shares', () => {
    expect(secondTime([shop]).split('\n').at(-1)).toBe(
      '| shop | 0.6 | 3.0 | **0.20** | 0.5 | 4.0 | **0.13** | 150 | 300 | **0.50** |',
    );
  });

  it('tells the seconds of each stage, and which tree at which commit', () => {
    expect(stages([shop]).split('\n').at(-1)).toBe('| shop | 0.10 | 2.50 |');
    const page = performancePage([shop], {
      date: '2026-11-22',
      node: '24.0.0',
      cores: 2,
      memoryBytes: 8 * 2 ** 30,
      rounds: 3,
      revisions: { shop: 'abc (2026-01-01)' },
    });
    expect(page).toContain('Node 24.0.0, 2 cores, 8 GB');
    expect(page).toContain('| shop | abc (2026-01-01) |');
  });

  it('takes the middle of several runs', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1])).toBe(1);
  });
});
