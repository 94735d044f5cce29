import { fitted } from '../../base/lists.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { TaintedArgument } from './body-flow.ts';
import type { Part } from './taint-mask.ts';

/** An argument that more may come to. */
type FoundArgument = { -readonly [Key in keyof TaintedArgument]: TaintedArgument[Key] };

type ByPlace = Map<number | string, FoundArgument>;

/** Positions that are told apart by numbers. */
const MOST_POSITIONS = 1000;

/** Identity of what comes to a call with one part. */
function keyOf(call: OperationIndex, position: number): number | string {
  return position < MOST_POSITIONS - 1 ? call * MOST_POSITIONS + position + 1 : `${call} ${position}`;
}

/** The calls that a value was found to come to, in the order in which they were found. */
export class ArgumentNotes {
  private readonly found: FoundArgument[] = [];
  private readonly wholes: ByPlace = new Map();
  private parts: Map<Part, ByPlace> | null = null;

  /** Notes an argument, or what more is wrong with it. */
  add(argument: FoundArgument): void {
    const ofPart = argument.part === null ? this.wholes : this.ofPart(argument.part);
    const key = keyOf(argument.call, argument.position);
    const known = ofPart.get(key);
    if (known !== undefined) {
      known.mask |= argument.mask;
      return;
    }
    ofPart.set(key, argument);
    this.found.push(argument);
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
