import { describe, expect, it } from 'vitest';
import { SAVE, treeReport } from '../../test/two-trees.ts';
import type { Report } from '../schema/report.ts';
import { sourceChanges } from './source-changes.ts';

function of(contents: Readonly<Record<string, string>>): Report {
  return { ...treeReport(), sources: Object.entries(contents).map(([file, hash]) => ({ file, hash })) };
}

describe('what changed in the sources', () => {
  it('are files that came, went, have another content or another name', () => {
    const base = of({ 'a.java': '1', 'b.java': '2', 'c.java': '3', 'd.java': '4' });
    const head = of({ 'a.java': '1', 'b.java': '22', 'moved/c.java': '3', 'e.java': '5' });
    expect(sourceChanges(base, head).summary).toEqual({
      added: { items: ['e.java'], omitted: 0 },
      removed: { items: ['d.java'], omitted: 0 },
      changed: { items: ['b.java'], omitted: 0 },
      renamed: { items: [{ from: 'c.java', to: 'moved/c.java' }], omitted: 0 },
      unchanged: 1,
    });
  });

  it('pairs copies of one content one by one', () => {
    const { summary } = sourceChanges(of({ 'a/x': '1', 'a/y': '1' }), of({ 'b/x': '1' }));
    expect(summary?.renamed.items).toEqual([{ from: 'a/x', to: 'b/x' }]);
    expect(summary?.removed.items).toEqual(['a/y']);
  });

  it('are methods with another hash, or in touched files where there is none', () => {
    const changedIn = (head: Report) => [...sourceChanges(treeReport(), head).changedMethods.keys()];
    expect(changedIn(treeReport({ methods: { [SAVE]: 's2' } }))).toEqual([SAVE]);
    const withoutHash = treeReport({ contents: { 'src/OwnerService.java': 's2' } });
    expect(changedIn(withoutHash)).toEqual([]);
    const methods = withoutHash.methods.map(({ hash: _, ...method }) => method);
    expect(changedIn({ ...withoutHash, methods })).toEqual([SAVE]);
  });
});
