import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryReport } from '../../test/arbitrary-report.ts';
import { sampleFinding, sampleReport } from '../../test/sample-report.ts';
import { documentBySchema } from '../schema/by-schema.ts';
import { jsonSchemaOf } from '../schema/json-schemas.ts';
import type { Report } from '../schema/report.ts';
import { canonicalCheck } from './canonical-check.ts';

const isInOrder = canonicalCheck(jsonSchemaOf('report'));

function reportInContract(report: Report): unknown {
  const result = documentBySchema('report', report);
  if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
  return result.value;
}

/** A report as the zod schema makes it, and of plain values, as the check wants it. */
function canonical(report: Report): Report {
  return JSON.parse(JSON.stringify(reportInContract(report))) as Report;
}

/** Changes one value somewhere inside: the path is a number for each step down. */
function spoil(
  document: unknown,
  path: readonly number[],
  change: (key: string, holder: object) => void,
): void {
  let holder = document as Record<string, unknown>;
  for (const step of path) {
    const keys = Object.keys(holder);
    const key = keys[step % keys.length];
    if (key === undefined) return;
    const next = holder[key];
    const isLast = step === path.at(-1) || typeof next !== 'object' || next === null;
    if (isLast) return change(key, holder);
    holder = next as Record<string, unknown>;
  }
}

const strange = fc.constantFrom<unknown>(
  ...[
    null,
    true,
    -1,
    0.5,
    2 ** 60,
    Number.NaN,
    '',
    'x',
    'x'.repeat(300),
    [],
    {},
    { b: 1, a: 1 },
    'CSQA-A1-x',
    'other',
  ],
);

describe('canonicalCheck', () => {
  it('takes a report as its schema makes it', () => {
    fc.assert(fc.property(arbitraryReport, (report) => isInOrder(canonical(report))));
  });

  it('takes nothing that the schema would refuse or write in another way, whatever is changed', () => {
    const path = fc.array(fc.nat(40), { minLength: 1, maxLength: 6 });
    const how = fc.constantFrom('replace', 'remove', 'add', 'move');
    fc.assert(
      fc.property(arbitraryReport, fc.tuple(path, how, strange), (made, [steps, kind, value]) => {
        const report = canonical(made);
        spoil(report, steps, (key, holder) => {
          const old: unknown = Reflect.get(holder, key);
          if (kind === 'replace') Reflect.set(holder, key, value);
          else if (kind === 'add') Reflect.set(holder, 'strange', value);
          else Reflect.deleteProperty(holder, key);
          if (kind === 'move') Reflect.set(holder, key, old);
        });
        if (!isInOrder(report)) return;
        expect(JSON.stringify(reportInContract(report))).toBe(JSON.stringify(report));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<readonly [string, (report: Report) => unknown]>([
    ['has a key too many', (report) => ({ ...report, scratch: 1 })],
    ['lacks a key', ({ timings: _, ...rest }) => rest],
    ['has its keys in another order', ({ contract, ...rest }) => ({ ...rest, contract })],
    ['has a line that is none', (report) => ({ ...report, findings: [sampleFinding({ line: 0 })] })],
    [
      'has a text too long',
      (report) => ({ ...report, findings: [sampleFinding({ what: 'x'.repeat(20_000) })] }),
    ],
    [
      'has a record out of order',
      (report) => ({ ...report, meta: { ...report.meta, config: { b: 1, a: 1 } } }),
    ],
    [
      'has a record out of order inside a record',
      (report) => ({ ...report, meta: { ...report.meta, config: { a: [{ d: 1, c: 1 }] } } }),
    ],
    [
      'has a key that a record cannot have',
      (report) => ({ ...report, meta: { ...report.meta, config: JSON.parse('{"__proto__":1}') as object } }),
    ],
    [
      'has more values in one place than a reader takes',
      (report) => ({ ...report, meta: { ...report.meta, config: { a: Array(50_001).fill(0) } } }),
    ],
  ])('leaves to the schema a report that %s', (_, change) => {
    const report = canonical(sampleReport());
    expect(isInOrder(report)).toBe(true);
    expect(isInOrder(change(report))).toBe(false);
  });

  it('reads no schema that says what it does not understand', () => {
    expect(() => canonicalCheck({ type: 'string', minLength: 1 } as object)).toThrow(/minLength/);
    expect(() => canonicalCheck({ type: 'string', format: 'date' } as object)).toThrow(/format/);
    const either = {
      anyOf: [
        { type: 'object', properties: {} },
        { type: 'object', properties: {} },
      ],
    };
    expect(() => canonicalCheck(either)).toThrow(/told apart/);
  });
});
