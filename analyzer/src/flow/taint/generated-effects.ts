import type { ProgramMethod } from '../../link/program.ts';
import type { CallEffect } from './body-flow.ts';
import type { CarryRule } from './carry-rules.ts';
import { CLEAN, FULL_TAINT, type Part, type Taint } from './taint-mask.ts';

const NO_HOLDERS: CallEffect['holders'] = new Map();
const NOTHING: CallEffect = { result: CLEAN, holders: NO_HOLDERS };

/**
 * What a generated member does, which has no body: an accessor gives its part, a setter, builder or constructor holds what
 * it gets as a part of that name. Null for methods that are written.
 */
export function generatedEffect(
  method: ProgramMethod,
  argument: { readonly position: number; readonly part: Part },
  carries: CarryRule,
): CallEffect | null {
  if (method.synthesised === null) return null;
  const { position, part } = argument;
  if (position >= 0) {
    const held: Taint = new Map([[partSetBy(method, position), FULL_TAINT]]);
    return { result: held, holders: new Map([[-1, held]]) };
  }
  const isAccessor = method.accesses !== undefined && method.parameters.length === 0;
  if (!isAccessor) return { result: new Map([[part, FULL_TAINT]]), holders: NO_HOLDERS };
  const isMeant = part === null ? carries.spreadsToParts : part === method.accesses;
  return isMeant ? { result: new Map([[null, FULL_TAINT]]), holders: NO_HOLDERS } : NOTHING;
}

/** The field that an argument ends up in; null where the names do not tell. */
function partSetBy(method: ProgramMethod, position: number): Part {
  const name = method.accesses ?? method.parameters[position]?.name;
  return method.owner.fields.some((field) => field.name === name)
    ? (name ?? null)
    : (method.accesses ?? null);
}
