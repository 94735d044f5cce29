import { describe, expect, it } from 'vitest';
import { methodId, typeName } from '../base/ids.ts';
import type { CallRole } from '../models/labels.ts';
import { roleIndex } from './role-index.ts';

const LOG: CallRole = { role: 'log', arguments: 'all' };
const methodOf = (name: string) => methodId(typeName('org.clinic.Visits'), name, []);
const [first, second, third] = [methodOf('first'), methodOf('second'), methodOf('third')];

describe('methods by the roles of their calls', () => {
  const index = roleIndex(
    new Map([
      [
        third,
        new Map([
          [4, [LOG]],
          [9, [{ role: 'denies' } as const, LOG]],
        ]),
      ],
      [first, new Map([[1, [LOG]]])],
      [second, new Map([[1, [{ role: 'denies' } as const]]])],
    ]),
  );

  it('stand in the order of the labels, each once', () => {
    expect(index.having('log')).toEqual([third, first]);
    expect(index.having('denies')).toEqual([third, second]);
    expect(index.having('secret')).toEqual([]);
  });

  it('are told one by one', () => {
    expect([third, first, second].map((method) => index.has(method, 'denies'))).toEqual([true, false, true]);
    expect(index.has(first, 'secret')).toBe(false);
  });
});
