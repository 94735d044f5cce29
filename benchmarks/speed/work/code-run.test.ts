import { describe, expect, it } from 'vitest';
import { codeRun, partOf } from './code-run.ts';
import { fasterThanTree, moreThanKept, workPerByte } from './judge-work.ts';

const range = (startOffset: number, endOffset: number, count: number) => ({ startOffset, endOffset, count });

function work(ranges: readonly ReturnType<typeof range>[]) {
  const functions = [{ functionName: 'walk', isBlockCoverage: true, ranges: [...ranges] }];
  return codeRun([{ scriptId: '1', url: 'file:///csqa/analyzer/src/link/walk.ts', functions }], partOf);
}

describe('code that ran', () => {
  it('is each character of the innermost block as often as that block ran', () => {
    expect(work([range(0, 100, 2), range(20, 60, 50), range(30, 40, 0)])).toEqual({
      link: 60 * 2 + 30 * 50,
    });
  });

  it('counts blocks that stand beside each other each by itself', () => {
    expect(work([range(0, 30, 1), range(0, 10, 4), range(10, 20, 5)])).toEqual({ link: 40 + 50 + 10 });
  });

  it('is told by folder of the analyzer and by library, and not for Node itself', () => {
    expect(partOf('file:///csqa/analyzer/src/flow/taint/seeds.ts')).toBe('flow');
    expect(partOf('file:///csqa/analyzer/src/pipeline.ts')).toBe('pipeline');
    expect(partOf('file:///csqa/node_modules/@scope/name/index.js')).toBe('@scope/name');
    expect(partOf('node:internal/fs')).toBeNull();
  });
});

describe('work that is judged', () => {
  const kept = workPerByte({ bytes: 10, work: { link: 1_000, flow: 500, stages: 1 } });

  it('may be somewhat more than is kept, and is told where it is a quarter more', () => {
    expect(moreThanKept(workPerByte({ bytes: 10, work: { link: 1_050, flow: 550 } }), kept)).toEqual([]);
    expect(moreThanKept(workPerByte({ bytes: 10, work: { link: 900, flow: 650 } }), kept)).toEqual([
      'flow: 65 a byte, 50 kept',
    ]);
  });

  it('is told where all parts together do a tenth more, though none does a quarter more', () => {
    expect(moreThanKept(workPerByte({ bytes: 10, work: { link: 1_150, flow: 575 } }), kept)).toEqual([
      'all parts: 172.5 a byte, 150.1 kept',
    ]);
  });

  it('is told where a new part does it', () => {
    expect(moreThanKept(workPerByte({ bytes: 10, work: { link: 1_000, guess: 100 } }), kept)).toEqual([
      'guess: 10 a byte, 0 kept',
    ]);
  });

  it('may be as much for a byte of a larger tree, and is told where a part does more', () => {
    const larger = workPerByte({ bytes: 40, work: { link: 4_400, flow: 2_000, stages: 4 } });
    const quadratic = workPerByte({ bytes: 40, work: { link: 16_000, flow: 2_000, stages: 4 } });
    expect(fasterThanTree(kept, larger)).toEqual([]);
    expect(fasterThanTree(kept, quadratic)).toEqual(['link: 100 a byte in the small tree, 400 in the large']);
  });
});
