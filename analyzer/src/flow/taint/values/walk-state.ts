import type { Body, OperationIndex } from '../../../facts/operations.ts';
import type { ConstantValue } from '../../../link/program.ts';
import { type Contents, mergedContents, type Place, valuesIn } from './contents.ts';
import { ScopedValues } from './scoped-values.ts';

/** An operation whose value is meant, or a join: a number past the operations, for a value that comes on several ways. */
export type ValueNode = number;

/** How control leaves a stretch of code, with what has changed since it was entered. */
export interface Exit {
  readonly isReached: boolean;
  readonly locals: ReadonlyMap<OperationIndex, ValueNode | undefined>;
  readonly contents: ReadonlyMap<OperationIndex, Contents | undefined>;
}

/** A moment that a walk can go back to. */
export interface Moment {
  readonly locals: number;
  readonly contents: number;
}

/** Joins that take up every value a local is given while control may leave at any point. */
export type Collector = ReadonlyMap<OperationIndex, ValueNode>;

/** Work that a body may cost for each of its operations, in changed values that are compared. */
const WORK_PER_OPERATION = 40;
const FREE_WORK = 20_000;

/** What is known at one point of a body while it is walked in the order of evaluation. */
export class WalkState {
  readonly body: Body;
  /** Which value each local has. */
  readonly locals = new ScopedValues<ValueNode>();
  /** What stands in lists, maps and arrays that are known, by the operation that makes them. */
  readonly contents = new ScopedValues<Contents>();
  readonly constants = new Map<ValueNode, ConstantValue>();
  /** Nodes whose value is a list, map or array that is known. */
  readonly objects = new Map<ValueNode, OperationIndex>();
  /** Reads of lists, maps and arrays of which the values are known. */
  readonly exact = new Map<OperationIndex, Place>();
  /** The node that a `local` operation reads; -1 where it reads nothing. */
  readonly reads: Int32Array;
  readonly dead: Uint8Array;
  readonly joins: ValueNode[][] = [];
  readonly collectors: Collector[] = [];
  isReached = true;
  private work = 0;

  constructor(body: Body) {
    this.body = body;
    this.reads = new Int32Array(body.operations.length).fill(-1);
    this.dead = new Uint8Array(body.operations.length);
  }

  /** The body takes so much work that the walk is given up. */
  get isExhausted(): boolean {
    return this.work > FREE_WORK + WORK_PER_OPERATION * this.body.operations.length;
  }

  now(): Moment {
    return { locals: this.locals.mark(), contents: this.contents.mark() };
  }

  /** A local gets a value. */
  define(local: OperationIndex, node: ValueNode): void {
    this.locals.set(local, node);
    for (const collector of this.collectors) {
      const join = collector.get(local);
      if (join !== undefined) this.joins[join - this.body.operations.length]?.push(node);
    }
    this.work += this.collectors.length;
  }

  join(inputs: readonly ValueNode[]): ValueNode {
    return this.joins.push([...inputs]) - 1 + this.body.operations.length;
  }

  /** Joins for locals, starting with the values they have now. */
  collect(locals: ReadonlySet<OperationIndex>): Collector {
    const joins = new Map<OperationIndex, ValueNode>();
    for (const local of locals) {
      const node = this.locals.get(local);
      if (node !== undefined) joins.set(local, this.join([node]));
    }
    this.work += joins.size;
    return joins;
  }

  /** Nothing is known of a list, map or array any more, nor of those that stand in it: others can change it now. */
  forget(made: OperationIndex | undefined): void {
    const pending = made === undefined ? [] : [made];
    for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
      const contents = this.contents.get(object);
      if (contents === undefined) continue;
      this.contents.set(object, undefined);
      for (const value of valuesIn(contents)) {
        const inner = this.objects.get(value);
        if (inner !== undefined) pending.push(inner);
      }
    }
  }

  /** Nothing is known of any list, map or array any more. */
  forgetAll(): void {
    const keys = this.contents.keys();
    this.work += keys.length;
    for (const key of keys) this.contents.set(key, undefined);
  }

  /** What has changed since a moment. */
  exitSince(moment: Moment): Exit {
    const locals = this.locals.changesSince(moment.locals);
    const contents = this.contents.changesSince(moment.contents);
    this.work += this.now().locals - moment.locals + (this.now().contents - moment.contents);
    return { isReached: this.isReached, locals, contents };
  }

  /** What has changed since a moment, which is gone back to. */
  takeBack(moment: Moment): Exit {
    const exit = this.exitSince(moment);
    this.undo(moment);
    return exit;
  }

  undo(moment: Moment): void {
    this.locals.undo(moment.locals);
    this.contents.undo(moment.contents);
  }

  /** Goes on from where several ways meet. */
  meet(exits: readonly Exit[]): void {
    const ways = exits.filter(({ isReached }) => isReached);
    this.isReached = ways.length > 0;
    const [only] = ways;
    if (ways.length === 1 && only) this.apply(only);
    else if (ways.length > 1) this.joinWays(ways);
  }

  /** Makes the changes of a way again. */
  apply({ locals, contents }: Exit): void {
    for (const [local, node] of locals) this.locals.set(local, node);
    for (const [object, places] of contents) this.contents.set(object, places);
    this.work += locals.size + contents.size;
  }

  private joinWays(ways: readonly Exit[]): void {
    const lost = [...this.joinContents(ways), ...this.joinLocals(ways)];
    for (const node of lost) this.forget(this.objects.get(node));
  }

  /** Gives the values that stand in lists and maps of which nothing is known any more. */
  private joinContents(ways: readonly Exit[]): readonly ValueNode[] {
    const lost: Contents[] = [];
    for (const object of keysOf(ways.map(({ contents }) => contents))) {
      const base = this.contents.get(object);
      const all = ways.map(({ contents }) => (contents.has(object) ? contents.get(object) : base));
      const merged = all.reduce(mergedContents);
      this.contents.set(object, merged);
      if (merged === undefined) for (const each of all) if (each) lost.push(each);
      this.work += ways.length;
    }
    return lost.flatMap(valuesIn);
  }

  /** Gives the values that have become one of several: what is done to that is done to an unknown one of them. */
  private joinLocals(ways: readonly Exit[]): readonly ValueNode[] {
    const mixed: (readonly ValueNode[])[] = [];
    for (const local of keysOf(ways.map(({ locals }) => locals))) {
      const base = this.locals.get(local);
      this.work += ways.length;
      // What is declared on one of the ways is out of scope here.
      if (base === undefined) continue;
      const nodes = [...new Set(ways.map(({ locals }) => locals.get(local) ?? base))];
      const [node = base] = nodes;
      this.locals.set(local, nodes.length === 1 ? node : this.join(nodes));
      if (nodes.length > 1) mixed.push(nodes);
    }
    return mixed.flat();
  }
}

function keysOf(maps: readonly ReadonlyMap<OperationIndex, unknown>[]): ReadonlySet<OperationIndex> {
  return new Set(maps.flatMap((map) => [...map.keys()]));
}

/** A way on which nothing has changed. */
export function unchanged(isReached: boolean): Exit {
  return { isReached, locals: new Map(), contents: new Map() };
}
