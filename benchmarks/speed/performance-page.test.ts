import { describe, expect, it } from 'vitest';
import { commandFor, judgeReference, type Measurement, median } from './measure.ts';
import { besideReference, comparison, performancePage, secondTime, stages } from './performance-page.ts';

const shop: Measurement = {
  name: 'shop',
  files: 40,
  bytes: 2_500_000,
  analysis: { wallMs: 3_000, cpuMs: 4_000, peakMemoryBytes: 300e6, stages: { start: 100, facts: 2_500 } },
  unchanged: { wallMs: 600, cpuMs: 500, peakMemoryBytes: 150e6 },
  parsing: { wallMs: 1_000, cpuMs: 1_000, peakMemoryBytes: 150e6 },
  reference: null,
};

describe('the page of speed', () => {
  it('sets the analysis beside parsing, as ratios', () => {
    expect(comparison([shop]).split('\n').at(-1)).toBe(
      '| shop | 40 | 2.5 | 0.8 | 3.0 | 1.0 | **3.0** | 4.0 | 1.0 | **4.0** | 300 | 150 | **2.0** |',
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

  it('sets another tool beside the analysis, and says where it failed instead of leaving it out', () => {
    const reference = { wallMs: 18_000, cpuMs: 20_000, peakMemoryBytes: 900e6 };
    expect(
      besideReference([{ ...shop, reference }])
        .split('\n')
        .at(-1),
    ).toBe('| shop | 18.0 | 3.0 | **6.0** | 20.0 | 4.0 | **5.0** | 900 | 300 | **3.0** |');
    const ended = { wallMs: 1, cpuMs: 1, peakMemoryBytes: 1, stdout: '', complaint: 'out of memory' };
    const failed = judgeReference([
      { ...ended, code: 0 },
      { ...ended, code: 137 },
    ]);
    expect(failed).toEqual({ failure: 'ended with exit code 137: out of memory' });
    expect(besideReference([{ ...shop, reference: failed }])).toContain('exit code 137: out of memory');
    expect(besideReference([shop])).toBe('');
  });

  it('gives the other tool the directory, where it asks for it or last', () => {
    expect(commandFor('tool --in {} --fast', '/a b')).toBe("tool --in '/a b' --fast");
    expect(commandFor('tool', '/a')).toBe("tool '/a'");
  });

  it('takes the middle of several runs', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1])).toBe(1);
  });
});
