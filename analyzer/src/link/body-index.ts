import type { Body, Operation } from '../facts/operations.ts';
import type { LinkInput, Program, ProgramMethod } from './program.ts';

/** Something that few bodies have: an operation or region of a kind, or a text that is written out. */
export type BodyTrait =
  | 'assign'
  | 'captured'
  | 'case'
  | 'catch'
  | 'concatenation'
  | 'finally'
  | 'foreach'
  | 'resource'
  | 'text'
  | 'throw';

/** The bodies of production code by what is in them: who looks for something rare does not go over all of them. */
export interface BodyIndex {
  /** Methods whose bodies have such a thing, in program order. */
  having(trait: BodyTrait): readonly ProgramMethod[];
  /** Methods whose bodies read a field or a name that is spelt so, in program order. */
  reading(names: ReadonlySet<string>): readonly ProgramMethod[];
}

/** Numbers of methods, rising. */
interface Places {
  readonly byTrait: Readonly<Record<BodyTrait, readonly number[]>>;
  readonly byName: ReadonlyMap<string, readonly number[]>;
}

/** By the files of a program: what the models add to its calls changes no body. */
const known = new WeakMap<readonly LinkInput[], Places>();

/** The index of a program; goes over all operations once. */
export function bodyIndex({ files, methods }: Pick<Program, 'files' | 'methods'>): BodyIndex {
  const places = known.get(files) ?? indexBodies(methods);
  known.set(files, places);
  const at = (numbers: Iterable<number>) => [...numbers].flatMap((number) => methods[number] ?? []);
  return {
    having: (trait) => at(places.byTrait[trait]),
    reading: (names) => {
      const found = new Set([...names].flatMap((name) => places.byName.get(name) ?? []));
      return at([...found].sort((left, right) => left - right));
    },
  };
}

function indexBodies(methods: readonly ProgramMethod[]): Places {
  const byTrait: Growing['byTrait'] = {
    assign: [],
    captured: [],
    case: [],
    catch: [],
    concatenation: [],
    finally: [],
    foreach: [],
    resource: [],
    text: [],
    throw: [],
  };
  const places = { byTrait, byName: new Map<string, number[]>() };
  for (const [number, { declaration, owner }] of methods.entries()) {
    const body = declaration?.body;
    if (body && owner.file.role !== 'test') addBody(places, body, number);
  }
  return places;
}

interface Growing {
  readonly byTrait: Record<BodyTrait, number[]>;
  readonly byName: Map<string, number[]>;
}

function addBody({ byTrait, byName }: Growing, { operations, regions }: Body, number: number): void {
  for (const { kind } of regions) {
    if (kind === 'case' || kind === 'catch' || kind === 'finally') addOnce(byTrait[kind], number);
  }
  for (const operation of operations) {
    const trait = traitOf(operation);
    if (trait !== null) addOnce(byTrait[trait], number);
    if (operation.kind === 'assign' && operation.operator === '+=') addOnce(byTrait.concatenation, number);
    if (operation.kind === 'name' || operation.kind === 'field') addName(byName, operation.name, number);
  }
}

function addName(byName: Growing['byName'], name: string, number: number): void {
  const known = byName.get(name);
  if (known === undefined) byName.set(name, [number]);
  else addOnce(known, number);
}

function traitOf(operation: Operation): BodyTrait | null {
  switch (operation.kind) {
    case 'assign':
    case 'captured':
    case 'throw':
      return operation.kind;
    case 'binary':
      return operation.operator === '+' ? 'concatenation' : null;
    case 'declare':
      return operation.role === 'foreach' || operation.role === 'resource' ? operation.role : null;
    case 'literal':
      return operation.type === 'string' ? 'text' : null;
    default:
      return null;
  }
}

function addOnce(numbers: number[], number: number): void {
  if (numbers[numbers.length - 1] !== number) numbers.push(number);
}
