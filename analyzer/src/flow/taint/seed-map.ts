import type { Seed } from './body-flow.ts';
import type { Part } from './taint-mask.ts';

/** Parameters that are told apart by numbers. */
const MOST_PLACES = 256;

/**
 * What is known of one method by seed. Nearly all seeds are a parameter or the own object, whole or with one part, and are looked up
 * by number and name: to make a text of each takes longer than all else that is asked for them.
 */
export class SeedMap<Value> {
  private readonly wholes: (Value | undefined)[] = [];
  private parts: Map<string, (Value | undefined)[]> | null = null;
  private others: Map<string, Value> | null = null;

  get(seed: Seed): Value | undefined {
    const place = placeOf(seed);
    if (place < 0) return this.others?.get(keyOf(seed));
    return seed.part === undefined ? this.wholes[place] : this.parts?.get(seed.part)?.[place];
  }

  /** The same for what is handed in at a position, -1 for the own object, without a seed being made of it. */
  givenAt(position: number, part: Part): Value | undefined {
    const place = position + 1;
    return part === null ? this.wholes[place] : this.parts?.get(part)?.[place];
  }

  set(seed: Seed, value: Value): void {
    const place = placeOf(seed);
    if (place < 0) {
      this.others ??= new Map();
      this.others.set(keyOf(seed), value);
    } else if (seed.part === undefined) this.wholes[place] = value;
    else this.ofPart(seed.part)[place] = value;
  }

  private ofPart(part: NonNullable<Part>): (Value | undefined)[] {
    this.parts ??= new Map();
    const known = this.parts.get(part) ?? [];
    this.parts.set(part, known);
    return known;
  }
}

/** The own object, then the parameters; below zero for seeds that are told apart by their text. */
function placeOf(seed: Seed): number {
  if (seed.kind === 'this') return 0;
  return seed.kind === 'parameter' && seed.index < MOST_PLACES ? seed.index + 1 : -1;
}

function keyOf(seed: Seed): string {
  const suffix = seed.part === undefined ? '' : `.${seed.part}`;
  if (seed.kind === 'parameter') return `${seed.index}${suffix}`;
  if (seed.kind === 'this') return `this${suffix}`;
  return `${seed.kind === 'captured' ? '^' : '@'}${seed.operations.join(',')}${suffix}`;
}
