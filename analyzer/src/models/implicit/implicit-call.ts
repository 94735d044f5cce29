import type { CallTarget, Confidence, ProgramMethod } from '../../link/program.ts';
import type { ImplicitCall } from '../labels.ts';

type Place = Pick<ImplicitCall, 'operation'> & { readonly caller: ProgramMethod };

/** What an implicit call hands on, from positions at the call to positions at the target; `-1` is the object. */
export type Passes = NonNullable<CallTarget['passes']>;

/** Puts an implicit call together. */
export function implicitCall(
  place: Place,
  target: ProgramMethod,
  why: {
    readonly row: string;
    readonly confidence: Confidence;
    readonly passes: Passes;
    readonly gives?: CallTarget['gives'];
    readonly entry?: string;
  },
): ImplicitCall {
  return {
    caller: place.caller.id,
    operation: place.operation,
    target: {
      method: target.id,
      how: `implicit:${why.row}`,
      confidence: why.confidence,
      passes: why.passes,
      ...(why.gives === undefined ? {} : { gives: why.gives }),
      ...(why.entry === undefined ? {} : { entry: why.entry }),
    },
  };
}
