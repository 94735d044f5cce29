import { fitted } from '../../base/lists.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { TaintedArgument } from './body-flow.ts';
import type { Part } from './taint-mask.ts';

/** An argument that more may come to. */
export type FoundArgument = { -readonly [Key in keyof TaintedArgument]: TaintedArgument[Key] };

type ByPlace = Map<number | string, FoundArgument>;

/** Arguments that are looked through one by one: few bodies hand a value to more calls. */
const FEW = 12;

/** Positions that are told apart by numbers. */
const MOST_POSITIONS = 1000;

/** Identity of what comes to a call with one part. */
function keyOf(call: OperationIndex, position: number): number | string {
  return position < MOST_POSITIONS - 1 ? call * MOST_POSITIONS + position + 1 : `${call} ${position}`;
}

/** The calls that a value was found to come to, in the order in which they were found. */
export class ArgumentNotes {
  private readonly found: FoundArgument[] = [];
  private parts: Map<Part, ByPlace> | null = null;

  /** Notes an argument, or what more is wrong with it. */
  add(argument: FoundArgument): void {
    const known = this.found.length <= FEW ? this.amongFew(argument) : this.byPlace(argument);
    if (known === undefined) this.found.push(argument);
    else known.mask |= argument.mask;
  }

  private amongFew({ call, position, part }: FoundArgument): FoundArgument | undefined {
    const { found } = this;
    for (let i = 0; i < found.length; i++) {
      const each = found[i] as FoundArgument;
      if (each.call === call && each.position === position && each.part === part) return each;
    }
    return undefined;
  }

  /** The same of many; notes the place of one that is new. */
  private byPlace(argument: FoundArgument): FoundArgument | undefined {
    if (this.parts === null) for (const each of this.found) this.setPlace(each);
    const known = this.ofPart(argument.part).get(keyOf(argument.call, argument.position));
    if (known === undefined) this.setPlace(argument);
    return known;
  }

  private setPlace(argument: FoundArgument): void {
    this.ofPart(argument.part).set(keyOf(argument.call, argument.position), argument);
  }

  all(): readonly TaintedArgument[] {
    return fitted(this.found);
  }

  private ofPart(part: Part): ByPlace {
    this.parts ??= new Map();
    let found = this.parts.get(part);
    if (found === undefined) {
      found = new Map();
      this.parts.set(part, found);
    }
    return found;
  }
}
