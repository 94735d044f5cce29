import type { ProgramMethod } from '../../link/program.ts';
import type { CallEffect } from './body-flow.ts';
import type { CarryRule } from './carry-rules.ts';
import { CLEAN, FULL_TAINT, type Part, type Taint } from './taint-mask.ts';

const NO_HOLDERS: CallEffect['holders'] = new Map();
const NOTHING: CallEffect = { result: CLEAN, holders: NO_HOLDERS };

/**
 * What generated members do, which have no bodies: an accessor gives its part, a setter, builder or constructor holds what
 * it gets as a part of that name. There are as many answers as names of parts, and each is made once.
 */
export class GeneratedEffects {
  private readonly carries: CarryRule;
  private readonly giving = new Map<Part, CallEffect>();
  private readonly holding = new Map<Part, CallEffect>();

  constructor(carries: CarryRule) {
    this.carries = carries;
  }

  /** Null for methods that are written. */
  of(method: ProgramMethod, position: number, part: Part): CallEffect | null {
    if (method.synthesised === null) return null;
    if (position >= 0) return this.holdsAs(partSetBy(method, position));
    const isAccessor = method.accesses !== undefined && method.parameters.length === 0;
    if (!isAccessor) return this.gives(part);
    const isMeant = part === null ? this.carries.spreadsToParts : part === method.accesses;
    return isMeant ? this.gives(null) : NOTHING;
  }

  private gives(part: Part): CallEffect {
    let known = this.giving.get(part);
    if (known === undefined) {
      known = { result: new Map([[part, FULL_TAINT]]), holders: NO_HOLDERS };
      this.giving.set(part, known);
    }
    return known;
  }

  private holdsAs(part: Part): CallEffect {
    let known = this.holding.get(part);
    if (known === undefined) {
      const held: Taint = new Map([[part, FULL_TAINT]]);
      known = { result: held, holders: new Map([[-1, held]]) };
      this.holding.set(part, known);
    }
    return known;
  }
}

/** The field that an argument ends up in; null where the names do not tell. */
function partSetBy(method: ProgramMethod, position: number): Part {
  const name = method.accesses ?? method.parameters[position]?.name;
  return method.owner.fields.some((field) => field.name === name)
    ? (name ?? null)
    : (method.accesses ?? null);
}
