import { describe, expect, it } from 'vitest';
import { type Sample, sampleOf } from '../../test/flow-of.ts';
import { methodId, relativePath, typeName } from '../base/ids.ts';
import type { GuardCategory, TaintKind } from '../models/kinds.ts';
import type { Guard } from '../models/labels.ts';
import { categoriesOf, countOf, indexGuards, maskOf, maskOfAll, protecting } from './guard-masks.ts';

const EVIDENCE = { line: 1, text: 'sample' } as const;

function guard(sample: Sample, category: GuardCategory, carrier: Guard['carrier']): Guard {
  const file = sample.program.files[0]?.facts.path;
  if (file === undefined) throw new Error('no file');
  return { category, mechanism: 'sample', carrier, evidence: { file, ...EVIDENCE }, confidence: 'certain' };
}

/** A call of `name` in a method, as the place of a guard or of a question. */
function callOf(sample: Sample, label: string, name: string): number {
  const site = sample.method(label).calls.find((call) => call.name === name);
  if (!site) throw new Error(`no call of ${name} in ${label}`);
  return site.operation;
}

/** Categories met before `use()` in `Desk.open`, where `Check.check` calls `ask()`, which checks authorization. */
function metBeforeUse(members: string, others = ''): GuardCategory[] {
  const sample = sampleOf(`
class Desk {
  Check check;
  void use() { }
  ${members}
}
class Check {
  void check() { ask(); }
  void maybe(boolean strict) { if (strict) ask(); }
  void ask() { }
}
${others}`);
  const asks = sample.program.methods.flatMap((method) =>
    method.calls
      .filter((call) => call.name === 'ask')
      .map((call) =>
        guard(sample, 'authorization', { kind: 'call', method: method.id, operation: call.operation }),
      ),
  );
  const index = indexGuards(sample.graph, asks);
  return categoriesOf(index.before(sample.node('Desk.open'), callOf(sample, 'Desk.open', 'use')).mask);
}

describe('guards met before an operation', () => {
  it.each([
    ['its own call', 'void open() { ask(); use(); } void ask() { }'],
    ['a call that is sure to check', 'void open() { check.check(); use(); }'],
    ['a call of a call', 'void open() { guard(); use(); } void guard() { check.check(); }'],
    [
      'a call of itself that checks first',
      'void open() { again(3); use(); } void again(int n) { check.check(); if (n > 0) again(n - 1); }',
    ],
  ])('come from %s', (_, members) => {
    expect(metBeforeUse(members)).toEqual(['authorization']);
  });

  it.each([
    ['checks only sometimes', 'void open() { check.maybe(true); use(); }'],
    ['checks afterwards', 'void open() { use(); check.check(); }'],
    ['is made only sometimes', 'void open(boolean strict) { if (strict) check.check(); use(); }'],
    ['only ever calls itself', 'void open() { again(); use(); } void again() { again(); }'],
    [
      'may return before',
      'void open() { early(true); use(); } void early(boolean off) { if (off) return; check.check(); }',
    ],
  ])('do not come from a call that %s', (_, members) => {
    expect(metBeforeUse(members)).toEqual([]);
  });

  it('come from a call with several targets only where all of them check', () => {
    const members = 'Gate gate; void open() { gate.pass(); use(); }';
    const strict =
      'interface Gate { void pass(); } class Door implements Gate { public void pass() { ask(); } void ask() { } }';
    const lax = 'class Hole implements Gate { public void pass() { } }';
    expect(metBeforeUse(members, strict)).toEqual(['authorization']);
    expect(metBeforeUse(members, `${strict} ${lax}`)).toEqual([]);
  });

  it('carries a long chain of calls up', () => {
    const steps = Array.from({ length: 30 }, (_, step) => `void s${step}() { s${step + 1}(); }`).join(' ');
    expect(metBeforeUse(`void open() { s0(); use(); } ${steps} void s30() { check.check(); }`)).toEqual([
      'authorization',
    ]);
  });
});

describe('guards by carrier', () => {
  const sample = sampleOf(
    'class Desk { void open() { find(); } void find() { } void use() { find(); open(); } }',
  );
  const handler = sample.method('Desk.open').id;
  const index = indexGuards(sample.graph, [
    guard(sample, 'authentication', { kind: 'entry', entry: 'GET /', handler }),
    guard(sample, 'audit', { kind: 'method', method: sample.method('Desk.find').id }),
  ]);

  it('acts at its entry point, on its method, and for whoever called the method', () => {
    expect(index.atEntry('GET /').map((each) => each.category)).toEqual(['authentication']);
    expect(index.atEntry('GET /other')).toEqual([]);
    expect(index.onMethod(sample.method('Desk.find').id).map((each) => each.category)).toEqual(['audit']);
    const before = index.before(sample.node('Desk.use'), callOf(sample, 'Desk.use', 'open'));
    expect(categoriesOf(before.mask)).toEqual(['audit']);
    expect(index.before(sample.node('Desk.use'), callOf(sample, 'Desk.use', 'find')).mask).toBe(0);
  });
});

const SANITIZER: Guard = {
  category: 'sanitization',
  mechanism: 'sample',
  carrier: { kind: 'method', method: methodId(typeName('Desk'), 'open', []) },
  evidence: { file: relativePath('Desk.java'), ...EVIDENCE },
  confidence: 'certain',
};

describe('sets of categories', () => {
  it('hold each category once and give them in their order', () => {
    const mask = maskOf('audit') | maskOf('authentication') | maskOf('audit');
    expect(categoriesOf(mask)).toEqual(['authentication', 'audit']);
    expect(countOf(mask)).toBe(2);
    expect(countOf(0)).toBe(0);
  });

  it('hold sanitization for the dangers that it removes, and for operations that have none', () => {
    const escaped = maskOfAll([{ ...SANITIZER, cleans: ['html'] }]);
    const base = maskOfAll([{ ...SANITIZER, against: ['path'] }]);
    const at = (taint: TaintKind) => ({ dangers: [{ argument: 0, taint }] });
    expect(categoriesOf(protecting(escaped, at('html')))).toEqual(['sanitization']);
    expect(categoriesOf(protecting(escaped, at('sql')))).toEqual([]);
    expect(categoriesOf(protecting(escaped | base, at('path')))).toEqual(['sanitization']);
    expect(categoriesOf(protecting(escaped, { dangers: [] }))).toEqual(['sanitization']);
    expect(countOf(escaped | base)).toBe(1);
  });
});
