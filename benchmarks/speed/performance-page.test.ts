import { describe, expect, it } from 'vitest';
import { growthTable } from './growth/measure-growth.ts';
import { commandFor, judgeReference, type Measurement, median } from './measure.ts';
import { besideReference, comparison, performancePage, secondTime, stages } from './performance-page.ts';
import { startUpTable } from './start-up.ts';

const shop: Measurement = {
  name: 'shop',
  files: 40,
  bytes: 2_500_000,
  analysis: { wallMs: 3_000, cpuMs: 4_000, peakMemoryBytes: 300e6, stages: { start: 100, facts: 2_500 } },
  unchanged: { wallMs: 600, cpuMs: 500, peakMemoryBytes: 150e6 },
  changed: { wallMs: 900, cpuMs: 1_000, peakMemoryBytes: 210e6 },
  first: { wallMs: 3_300, cpuMs: 5_000, peakMemoryBytes: 330e6 },
  parsing: { wallMs: 1_000, cpuMs: 1_000, peakMemoryBytes: 150e6 },
  reference: null,
};

describe('the page of speed', () => {
  it('sets the analysis beside parsing, as ratios', () => {
    expect(comparison([shop]).split('\n').at(-1)).toBe(
      '| shop | 40 | 2.5 | 0.8 | 3.0 | 1.0 | **3.0** | 4.0 | 1.0 | **4.0** | 300 | 150 | **2.0** |',
    );
  });

  it('sets an analysis of a tree that changed little, not at all or altogether beside the whole one, as shares', () => {
    expect(secondTime([shop]).split('\n').slice(-3)).toEqual([
      '| shop | nothing | 0.6 | 3.0 | **0.20** | 0.5 | 4.0 | **0.13** | 150 | 300 | **0.50** |',
      '| shop | 1 % | 0.9 | 3.0 | **0.30** | 1.0 | 4.0 | **0.25** | 210 | 300 | **0.70** |',
      '| shop | all | 3.3 | 3.0 | **1.10** | 5.0 | 4.0 | **1.25** | 330 | 300 | **1.10** |',
    ]);
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
      referenceName: null,
    });
    expect(page).toContain('Node 24.0.0, 2 cores, 8 GB');
    expect(page).not.toContain('Beside another tool');
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
    const where = {
      date: '2026-11-22',
      node: '24.0.0',
      cores: 2,
      memoryBytes: 8e9,
      rounds: 3,
      revisions: {},
    };
    const page = performancePage([{ ...shop, reference }], { ...where, referenceName: 'tool 1.2' });
    expect(page).toContain('## Beside another tool\n\nRun in turns with the analysis: tool 1.2. Ratios');
    expect(page).toContain('| shop | 18.0 | 3.0 | **6.0** |');
  });

  it('tells how the time for a megabyte grows with the tree', () => {
    const run = { wallMs: 1_500, cpuMs: 2_000, peakMemoryBytes: 200e6 };
    const rows = growthTable([
      { times: 1, files: 100, bytes: 1e6, run },
      { times: 8, files: 800, bytes: 8e6, run: { ...run, wallMs: 14_400, cpuMs: 16_000 } },
    ]);
    expect(rows.split('\n').slice(-2)).toEqual([
      '| 1× | 100 | 1.0 | 1.5 | 1.50 | **1.00** | 2.0 | 2.00 | **1.00** | 200 |',
      '| 8× | 800 | 8.0 | 14.4 | 1.80 | **1.20** | 16.0 | 2.00 | **1.00** | 200 |',
    ]);
  });

  it('sets the start beside the least there is, and a container beside an empty one', () => {
    const run = { wallMs: 50, cpuMs: 40, peakMemoryBytes: 60e6 };
    const commandLine = { ...run, wallMs: 400, cpuMs: 600 };
    const container = { bare: { ...run, wallMs: 300 }, analyzer: { ...run, wallMs: 900 } };
    expect(startUpTable({ floor: run, commandLine, container }).split('\n').slice(-2)).toEqual([
      '| csqa analyze | 400 | Node, parser and grammar | 50 | **8.0** | 600 | 40 | **15.0** |',
      '| docker run csqa-metrics:fast | 900 | docker run true | 300 | **3.0** | – | – | – |',
    ]);
    expect(startUpTable({ floor: run, commandLine, container: null })).not.toContain('docker');
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
