import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/java-facts.ts';
import type { FileFacts } from './file-facts.ts';
import type { Body, Operation } from './operations.ts';
import { validateFacts } from './validate-facts.ts';

const SAMPLE = `class Clinic {
  Object visit(Owner owner) {
    if (owner == null) { return null; }
    try { run(pet -> pet.name(owner)); } catch (Gone e) { log(e); }
    return new Task() { void go() { use(owner); } };
  }
}`;

/** The sample with the first method's body changed. */
function withBody(change: (body: Body) => Body): FileFacts {
  const facts = factsOf(SAMPLE);
  const [clinic, ...others] = facts.types;
  const [visit, ...methods] = clinic?.methods ?? [];
  if (clinic === undefined || visit?.body == null) throw new Error('the sample has no body');
  return {
    ...facts,
    types: [{ ...clinic, methods: [{ ...visit, body: change(visit.body) }, ...methods] }, ...others],
  };
}

function withOperation(kind: Operation['kind'], change: (operation: Operation) => Operation): FileFacts {
  return withBody((body) => {
    const at = body.operations.findIndex((operation) => operation.kind === kind);
    return {
      ...body,
      operations: body.operations.map((operation, index) => (index === at ? change(operation) : operation)),
    };
  });
}

function withRegion(index: number, change: object): FileFacts {
  return withBody((body) => ({
    ...body,
    regions: body.regions.map((region, position) => (position === index ? { ...region, ...change } : region)),
  }));
}

const BROKEN: readonly (readonly [what: string, facts: FileFacts, violation: RegExp])[] = [
  [
    'an operand that comes later',
    withOperation('return', (op) => ({ ...op, value: 99 }) as Operation),
    /uses 99/,
  ],
  [
    'a local that declares nothing',
    withOperation('local', (op) => ({ ...op, declaration: 1 }) as Operation),
    /reads no declaration/,
  ],
  ['a line beyond the file', withOperation('call', (op) => ({ ...op, line: 99 })), /stands on line 99/],
  [
    'a parameter out of place',
    withOperation('parameter', (op) => ({ ...op, name: 'vet' }) as Operation),
    /parameters/,
  ],
  [
    'a lambda without region',
    withOperation('lambda', (op) => ({ ...op, region: 0 }) as Operation),
    /follow its region/,
  ],
  [
    'a body that is no anonymous type',
    withOperation('new', (op) => ({ ...op, body: 0 }) as Operation),
    /no anonymous body/,
  ],
  ['a root that does not cover all', withRegion(0, { end: 3 }), /no root/],
  ['a region beyond its parent', withRegion(1, { end: 999 }), /leaves its parent/],
  ['an arm without condition', withRegion(1, { condition: undefined }), /has no condition/],
  ['regions that overlap', withRegion(2, { start: 4 }), /overlaps/],
  ['a catch of no try', withRegion(4, { of: 0 }), /belongs to no try/],
  [
    'a capture of no local',
    {
      ...factsOf(SAMPLE),
      types: factsOf(SAMPLE).types.map((type) => ({
        ...type,
        methods: type.methods.map((method) => ({
          ...method,
          name: method.name,
          body: method.name === 'visit' ? null : method.body,
        })),
      })),
    },
    /captures no declaration/,
  ],
  [
    'a type before its outer type',
    { ...factsOf(SAMPLE), types: [...factsOf(SAMPLE).types].reverse() },
    /outer type does not come first/,
  ],
];

describe('validateFacts', () => {
  it('finds nothing in what a front end gives', () => {
    expect(validateFacts(factsOf(SAMPLE))).toEqual([]);
  });

  it.each(BROKEN)('finds %s', (_what, facts, violation) => {
    expect(validateFacts(facts).join('\n')).toMatch(violation);
  });
});
