import { CONSTRUCTOR } from '../shapes.ts';

/** Where members of one kind begin in a line, by name: one place, or those of all that are called so. */
export type MemberPlaces = ReadonlyMap<string, number | readonly number[]>;

/** The members of a line, by where they stand. */
export interface LinePlaces {
  readonly fields: MemberPlaces;
  readonly methods: MemberPlaces;
}

/** Members by name. Few of those of a library are ever asked for: those of a name are read when somebody does. */
export class MembersByName<V> implements ReadonlyMap<string, V> {
  readonly #places: MemberPlaces;
  readonly #read: (places: readonly number[]) => V;
  readonly #known = new Map<string, V>();

  constructor(places: MemberPlaces, read: (places: readonly number[]) => V) {
    this.#places = places;
    this.#read = read;
  }

  get size(): number {
    return this.#places.size;
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  get(name: string): V | undefined {
    const places = this.#places.get(name);
    if (places === undefined) return undefined;
    let members = this.#known.get(name);
    if (members === undefined) {
      members = this.#read(typeof places === 'number' ? [places] : places);
      this.#known.set(name, members);
    }
    return members;
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  values(): MapIterator<V> {
    return this.#all().values();
  }

  entries(): MapIterator<[string, V]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(visit: (members: V, name: string, map: ReadonlyMap<string, V>) => void): void {
    this.#all().forEach((members, name) => {
      visit(members, name, this);
    });
  }

  /** In the order in which they stand. */
  #all(): ReadonlyMap<string, V> {
    return new Map([...this.#places.keys()].map((name) => [name, this.get(name) as V] as const));
  }
}

const NOTHING: MemberPlaces = new Map();

/** Finds where the members of a line begin, from a place on, and how they are called; none is read. */
export function placesOfMembers(text: string, start: number): LinePlaces {
  if (start > text.length) return { fields: NOTHING, methods: NOTHING };
  const fields = new Map<string, number | number[]>();
  const methods = new Map<string, number | number[]>();
  for (let at = start; at <= text.length; ) {
    const begin = beginOfName(text, at);
    const end = endOfName(text, begin);
    const name = text.slice(begin, end);
    if (text.charCodeAt(end) === EQUALS) addPlace(fields, name, at);
    else addPlace(methods, name === 'new' ? CONSTRUCTOR : name, at);
    const tab = text.indexOf('\t', end);
    at = tab < 0 ? text.length + 1 : tab + 1;
  }
  return { fields, methods };
}

function addPlace(places: Map<string, number | number[]>, name: string, at: number): void {
  const same = places.get(name);
  if (same === undefined) places.set(name, at);
  else if (typeof same === 'number') places.set(name, [same, at]);
  else same.push(at);
}

/** Letters that stand before a colon, in front of a name. */
const MOST_FLAGS = 5;

/** Where the name of a member begins, behind what flags it has. */
export function beginOfName(text: string, start: number): number {
  for (let at = start; at <= start + MOST_FLAGS; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON && at > start) return at + 1;
    if (!(code >= LETTER_A && code <= LETTER_Z)) break;
  }
  return start;
}

function endOfName(text: string, begin: number): number {
  let at = begin;
  while (at < text.length && !isAfterName(text.charCodeAt(at))) at++;
  return at;
}

function isAfterName(code: number): boolean {
  return code === PARENTHESIS || code === LESS || code === EQUALS || code === TAB;
}

const COLON = 58;
const LETTER_A = 97;
const LETTER_Z = 122;
const PARENTHESIS = 40;
const LESS = 60;
const EQUALS = 61;
const TAB = 9;
