import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProposed, policyOf } from './gate-policy.ts';

describe('the gate of a change', () => {
  it('is that of the base, whatever the change sets', () => {
    const base = 'gate:\n  failOnNew: high\n';
    const head = 'gate:\n  maxRisk: 1\nexclude: [src/legacy/]\n';
    expect(policyOf({ base, head })).toEqual({
      of: 'base',
      gate: { failOnNew: ['critical', 'high'] },
      changedKeys: ['exclude', 'gate'],
    });
  });

  it('is none where the base has no configuration, and nothing is changed by another order of keys', () => {
    expect(policyOf({ base: null, head: 'gate: { maxRisk: 1 }' })).toMatchObject({ gate: {} });
    const [base, head] = ['a: 1\ngate: { maxRisk: 1 }\n', '# x\ngate:\n  maxRisk: 1\na: 1\n'];
    expect(policyOf({ base, head })).toMatchObject({ gate: { maxRisk: 1 }, changedKeys: [] });
  });

  it('never depends on the change, and is read from any text at all', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (base, one, other) => {
        const [first, second] = [one, other].map((head) => policyOf({ base, head }));
        expect(first).toEqual({ ...second, changedKeys: expect.any(Array) });
      }),
    );
  });

  it('is asked for where something is proposed, and not of what is merged', () => {
    expect(isProposed({ event: 'pull_request' })).toBe(true);
    expect(isProposed({ event: 'merge_group' })).toBe(true);
    expect(isProposed({ event: 'push' })).toBe(false);
    expect(isProposed({ event: 'schedule' })).toBe(false);
  });
});
