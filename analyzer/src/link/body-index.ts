import type { Body, Operation, OperationIndex } from '../facts/operations.ts';
import type { LinkInput, Program, ProgramMethod } from './program.ts';

/** Something that few bodies have: an operation or region of a kind, a text that is written out, or a class without a name. */
export type BodyTrait =
  | 'assign'
  | 'captured'
  | 'case'
  | 'catch'
  | 'concatenation'
  | 'finally'
  | 'foreach'
  | 'nameless'
  | 'resource'
  | 'text'
  | 'throw';

/** Operations that are few, and asked for by all. */
type ListedKind = 'assign' | 'declare';

/** The bodies of production code by what is in them: who looks for something rare does not go over all of them. */
export interface BodyIndex {
  /** Methods whose bodies have such a thing, in program order. */
  having(trait: BodyTrait): readonly ProgramMethod[];
  /** Methods whose bodies read a field or a name that is spelt so, in program order. */
  reading(names: ReadonlySet<string>): readonly ProgramMethod[];
  /** The operations that assign, or that declare locals, in program order. */
  each(kind: ListedKind, visit: (method: ProgramMethod, operation: OperationIndex) => void): void;
}

/** Numbers of methods, rising. */
interface Places {
  readonly byTrait: Readonly<Record<BodyTrait, readonly number[]>>;
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** A number of a method and one of its operations in turns. */
  readonly listed: Readonly<Record<ListedKind, readonly number[]>>;
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
    each(kind, visit) {
      const listed = places.listed[kind];
      for (let i = 0; i + 1 < listed.length; i += 2) {
        const method = methods[listed[i] as number];
        if (method !== undefined) visit(method, listed[i + 1] as OperationIndex);
      }
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
    nameless: [],
    resource: [],
    text: [],
    throw: [],
  };
  const places: Growing = { byTrait, byName: new Map(), listed: { assign: [], declare: [] } };
  for (let number = 0; number < methods.length; number++) {
    const method = methods[number];
    const body = method?.declaration?.body;
    if (body && method?.owner.file.role !== 'test') addBody(places, body, number);
  }
  return places;
}

interface Growing {
  readonly byTrait: Record<BodyTrait, number[]>;
  readonly byName: Map<string, number[]>;
  readonly listed: Record<ListedKind, number[]>;
}

function addBody(places: Growing, { operations, regions }: Body, number: number): void {
  for (let i = 0; i < regions.length; i++) {
    const kind = regions[i]?.kind;
    if (kind === 'case' || kind === 'catch' || kind === 'finally') addOnce(places.byTrait[kind], number);
  }
  addOperations(places, operations, number);
}

/** By index, and each trait by its name: this goes over every operation of the program. */
function addOperations(places: Growing, operations: Body['operations'], number: number): void {
  const { byTrait, listed } = places;
  for (let i = 0; i < operations.length; i++) {
    const operation = operations[i];
    switch (operation?.kind) {
      case 'name':
      case 'field':
        addName(places.byName, operation.name, number);
        break;
      case 'assign':
        listed.assign.push(number, i);
        addTraits(byTrait, operation, number);
        break;
      case 'declare':
        listed.declare.push(number, i);
        addTraits(byTrait, operation, number);
        break;
      case 'binary':
      case 'literal':
      case 'captured':
      case 'new':
      case 'throw':
        addTraits(byTrait, operation, number);
        break;
    }
  }
}

function addTraits(byTrait: Growing['byTrait'], operation: Operation, number: number): void {
  switch (operation.kind) {
    case 'assign':
      addOnce(byTrait.assign, number);
      if (operation.operator === '+=') addOnce(byTrait.concatenation, number);
      break;
    case 'declare':
      if (operation.role === 'foreach' || operation.role === 'resource')
        addOnce(byTrait[operation.role], number);
      break;
    case 'binary':
      if (operation.operator === '+') addOnce(byTrait.concatenation, number);
      break;
    case 'literal':
      if (operation.type === 'string') addOnce(byTrait.text, number);
      break;
    case 'captured':
      addOnce(byTrait.captured, number);
      break;
    case 'new':
      if (operation.body !== null) addOnce(byTrait.nameless, number);
      break;
    case 'throw':
      addOnce(byTrait.throw, number);
      break;
  }
}

function addName(byName: Growing['byName'], name: string, number: number): void {
  const known = byName.get(name);
  if (known === undefined) byName.set(name, [number]);
  else addOnce(known, number);
}

function addOnce(numbers: number[], number: number): void {
  if (numbers[numbers.length - 1] !== number) numbers.push(number);
}
