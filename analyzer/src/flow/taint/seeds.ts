import type { CallTarget, ProgramMethod } from '../../link/program.ts';
import type { Seed } from './body-flow.ts';
import type { Part } from './taint-mask.ts';

/** Position of a value that an inner type reads as a variable of the enclosing method. */
export const CAPTURED = -2;

/** What is tainted of what a call hands over; at position -1 its object. */
export interface Argument {
  readonly position: number;
  readonly part: Part;
}

/** The seed that a value handed to a method makes there. Extra arguments of varargs fall on the last parameter. */
export function seedAt(method: ProgramMethod, { position, part }: Argument): Seed {
  if (position === -1) return withPart({ kind: 'this' }, part);
  return withPart({ kind: 'parameter', index: parameterAt(method, position) }, part);
}

/** The parameter that takes what is handed in at a position. */
export function parameterAt({ parameters }: ProgramMethod, position: number): number {
  return Math.min(position, Math.max(0, parameters.length - 1));
}

/** The seed with only one part of the object tainted. */
export function withPart(seed: Seed, part: Part): Seed {
  return part === null ? seed : { ...seed, part };
}

/** Where a value at a position of the call arrives in a target; undefined where the target does not get it. */
export function positionIn(target: CallTarget, position: number): number | undefined {
  return target.passes === undefined ? position : target.passes.find(({ from }) => from === position)?.to;
}
