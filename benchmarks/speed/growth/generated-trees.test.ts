import { describe, expect, it } from 'vitest';
import { denseTree } from './dense-tree.ts';
import { serviceTree } from './service-tree.ts';

const bytesOf = (files: readonly { readonly text: string }[]) =>
  files.reduce((sum, { text }) => sum + text.length, 0);

describe('a generated tree', () => {
  it('is the same for the same size and seed, and another for another seed', () => {
    expect(serviceTree(20)).toEqual(serviceTree(20));
    expect(serviceTree(20, 2)).not.toEqual(serviceTree(20, 1));
  });

  it('has eight times the code in eight times the modules, each calling as many others', () => {
    const ratio = bytesOf(serviceTree(160)) / bytesOf(serviceTree(20));
    expect(ratio).toBeGreaterThan(7);
    expect(ratio).toBeLessThan(9);
    const fields = serviceTree(160)
      .filter(({ path }) => path.endsWith('Service.java'))
      .map(({ text }) => (text.match(/private final Part\d+Service /gu) ?? []).length);
    expect(Math.max(...fields)).toBeLessThanOrEqual(3);
  });

  it('holds no path twice', () => {
    const paths = [
      ...serviceTree(40),
      ...denseTree({ entries: 45, layers: 3, width: 4, sinks: 1, chain: 500 }),
    ].map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
