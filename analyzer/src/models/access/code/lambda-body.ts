import type { Region } from '../../../facts/control-flow.ts';
import type { Body, Operation, OperationIndex } from '../../../facts/operations.ts';

/**
 * The body of a lambda as that of a method of its own. Operations and regions keep their numbers, so that look-ups in the method
 * around it stay right; what stands outside of the lambda is empty. Other operations than lambdas give the whole body.
 */
export function lambdaBody(body: Body, lambda: OperationIndex): Body {
  const written = body.operations[lambda];
  const region = written?.kind === 'lambda' ? body.regions[written.region] : undefined;
  if (written?.kind !== 'lambda' || region === undefined) return body;
  const { start, end } = region;
  return {
    operations: body.operations.map((each, index) =>
      index >= start && index < end ? each : { ...NOTHING, line: each.line },
    ),
    regions: body.regions.map((each, index): Region => {
      if (index === 0) return { ...each, start, end };
      // Straight code: it always runs, and to its end.
      if (index === written.region) return { ...each, kind: 'synchronized', parent: 0 };
      return each.start >= start && each.end <= end && index > written.region
        ? each
        : { ...each, start, end: start };
    }),
  };
}

const NOTHING = { kind: 'literal', type: 'null', value: 'null', line: 0 } as const satisfies Operation;
