import { beforeAll, describe, expect, it } from 'vitest';
import { denseTree } from '../growth/dense-tree.ts';
import { serviceTree } from '../growth/service-tree.ts';
import { countWork } from './count-work.ts';
import { fasterThanTree, type KeptWork, moreThanKept, workPerByte } from './judge-work.ts';
import { LARGE, readKeptWork, SMALL } from './kept-work.ts';

describe('the work of an analysis', () => {
  let small: KeptWork;

  beforeAll(async () => {
    small = workPerByte(await countWork(serviceTree(SMALL)));
  });

  it('is not more for a byte of source than is kept (`npm run bench:work -- --write` keeps what is meant)', async () => {
    expect(moreThanKept(small, await readKeptWork())).toEqual([]);
  });

  it('grows as the tree does, in every part of the analyzer', async () => {
    const large = workPerByte(await countWork(serviceTree(LARGE)));
    expect(fasterThanTree(small, large)).toEqual([]);
  });

  it('grows with the calls of a dense graph, and not with the ways through it', async () => {
    const dense = { entries: 10, width: 12, sinks: 1, chain: 0 };
    const shallow = await countWork(denseTree({ ...dense, layers: 3 }));
    const deep = await countWork(denseTree({ ...dense, layers: 6 }));
    // Twice the layers are twice the calls, and 12³ times the ways.
    expect((deep.work.flow ?? 0) / (shallow.work.flow ?? 0)).toBeLessThan(3);
  });
});
