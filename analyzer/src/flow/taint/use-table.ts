import type { OperationIndex } from '../../facts/operations.ts';
import { FULL_TAINT, type TaintMask } from './taint-mask.ts';

/** What becomes of a value. */
export const Use = {
  /** It becomes (part of) the value of another operation. */
  flow: 0,
  /** It is an object of which the operation reads a part. */
  part: 1,
  /** It is an argument of a call, construction or constructor call. */
  argument: 2,
  /** It leaves the method as its result. */
  result: 3,
  /** It is stored into a field of an object, or into an array. */
  field: 4,
} as const;

/** Stands for no row, and for fields of the own or an outer object. */
export const NONE = -1;

const NEXT = 0;
const KIND = 1;
const PLACE = 2;
const OTHER = 3;
const KEPT = 4;
const WIDTH = 5;

/**
 * Uses of values in rows of one table, each with the row of the next use of the same value: there are more of them than of
 * anything else that is kept of bodies.
 */
export class UseTable {
  /** By value the row of its first use. */
  private readonly first: Int32Array;
  private readonly rows: Int32Array;

  constructor(first: Int32Array, rows: Int32Array) {
    this.first = first;
    this.rows = rows;
  }

  /** Values that are told apart. */
  get size(): number {
    return this.first.length;
  }

  /** The row of the first use; {@link NONE} where there is none. */
  firstOf(value: number): number {
    return this.first[value] ?? NONE;
  }

  nextTo(row: number): number {
    return this.rows[row + NEXT] ?? NONE;
  }

  kindOf(row: number): number {
    return this.rows[row + KIND] ?? NONE;
  }

  /** The operation that uses the value. */
  placeOf(row: number): OperationIndex {
    return this.rows[row + PLACE] ?? NONE;
  }

  /** The position of an argument, -1 for the receiver; the object that is stored into, {@link NONE} for the own or an outer one. */
  otherOf(row: number): number {
    return this.rows[row + OTHER] ?? NONE;
  }

  /** What is left there of what is wrong with the value. */
  keptOf(row: number): TaintMask {
    return this.rows[row + KEPT] ?? FULL_TAINT;
  }
}

/** Room for rows, grown as bodies need it and used for one after the other. */
let room = new Int32Array(4096);

/** A table in the making: uses of one value stay in the order in which they are added. One is made at a time. */
export class UseNotes {
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private length = 0;

  constructor(size: number) {
    this.first = new Int32Array(size).fill(NONE);
    this.last = new Int32Array(size).fill(NONE);
  }

  flow(from: OperationIndex | null, to: number, kept: TaintMask = FULL_TAINT): void {
    if (this.begin(from, Use.flow)) this.end(to, NONE, kept);
  }

  part(object: OperationIndex | null, read: OperationIndex): void {
    if (this.begin(object, Use.part)) this.end(read, NONE, FULL_TAINT);
  }

  argument(
    from: OperationIndex,
    call: OperationIndex,
    { position, kept }: { readonly position: number; readonly kept: TaintMask },
  ): void {
    if (this.begin(from, Use.argument)) this.end(call, position, kept);
  }

  result(from: OperationIndex | null, at: OperationIndex): void {
    if (this.begin(from, Use.result)) this.end(at, NONE, FULL_TAINT);
  }

  field(from: OperationIndex, assign: OperationIndex, object: OperationIndex | null): void {
    if (this.begin(from, Use.field)) this.end(assign, object ?? NONE, FULL_TAINT);
  }

  table(): UseTable {
    return new UseTable(this.first, room.slice(0, this.length));
  }

  private begin(from: OperationIndex | null, kind: number): boolean {
    const before = from === null ? undefined : this.last[from];
    if (from === null || before === undefined) return false;
    const row = this.length;
    if (row + WIDTH > room.length) room = grown(room);
    if (before === NONE) this.first[from] = row;
    else room[before + NEXT] = row;
    this.last[from] = row;
    room[row + NEXT] = NONE;
    room[row + KIND] = kind;
    return true;
  }

  private end(place: OperationIndex, other: number, kept: TaintMask): void {
    const row = this.length;
    room[row + PLACE] = place;
    room[row + OTHER] = other;
    room[row + KEPT] = kept;
    this.length += WIDTH;
  }
}

function grown(rows: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * rows.length);
  larger.set(rows);
  return larger;
}
