import type { Body, OperationIndex } from '../../../facts/operations.ts';
import type { InterceptionRow } from '../../schema/access-rows.ts';
import { BodyRegions } from '../code/body-regions.ts';

/** A place where an intercepting method lets the request on, or ends it. */
export interface Exit {
  readonly at: OperationIndex;
  readonly goesOn: boolean;
}

/** What is known of the calls of a body. */
export interface ExitCalls {
  /** Hands the request on. */
  readonly continues: readonly OperationIndex[];
  /** Answers with a refusal. */
  readonly refuses: readonly OperationIndex[];
}

/** The exits of an intercepting method in the order of its code; how it goes on depends on the kind of interception. */
export function exitsOf(body: Body, goesOn: InterceptionRow['goesOn'], calls: ExitCalls): readonly Exit[] {
  const regions = new BodyRegions(body);
  const exits: Exit[] = [];
  for (const [at, operation] of body.operations.entries()) {
    // A function inside runs somewhere else.
    if (regions.around(at, 0).some((region) => region.kind === 'lambda')) continue;
    if (operation.kind === 'throw') exits.push({ at, goesOn: false });
    else if (calls.refuses.includes(at) && !isFollowedByPass(regions, at, { goesOn, calls, body })) {
      exits.push({ at, goesOn: false });
    } else if (goesOn === 'call' && calls.continues.includes(at)) exits.push({ at, goesOn: true });
    else if (operation.kind === 'return')
      exits.push(...returnExit(body, regions, { at, value: operation.value, goesOn, calls }));
  }
  if (goesOn === 'return') exits.push({ at: body.operations.length, goesOn: true });
  return exits;
}

/** After the refusal the same run still hands the request on: it refuses nothing. */
function isFollowedByPass(
  regions: BodyRegions,
  at: OperationIndex,
  { goesOn, calls, body }: { readonly goesOn: string; readonly calls: ExitCalls; readonly body: Body },
): boolean {
  if (goesOn !== 'call') return false;
  const [inner] = regions.around(at, 0);
  const end = inner?.end ?? body.operations.length;
  for (let index = at + 1; index < end; index += 1) {
    const kind = body.operations[index]?.kind;
    if (kind === 'return' || kind === 'throw') return false;
  }
  const around = new Set(regions.around(at, 0));
  return calls.continues.some(
    (pass) => pass > at && regions.around(pass, 0).every((region) => around.has(region)),
  );
}

function returnExit(
  body: Body,
  regions: BodyRegions,
  from: {
    readonly at: OperationIndex;
    readonly value: OperationIndex | null;
    readonly goesOn: InterceptionRow['goesOn'];
    readonly calls: ExitCalls;
  },
): readonly Exit[] {
  const { at, value, goesOn, calls } = from;
  if (goesOn === 'true') {
    const returned = value === null ? undefined : body.operations[value];
    const isTrue = returned?.kind === 'literal' && returned.value === 'true';
    const asksSuper =
      returned?.kind === 'call' &&
      returned.object !== null &&
      body.operations[returned.object]?.kind === 'super';
    return [{ at, goesOn: isTrue || asksSuper }];
  }
  const around = new Set(regions.around(at, 0));
  const reached = (each: OperationIndex) =>
    each < at && regions.around(each, 0).every((region) => around.has(region));
  if (goesOn === 'return') {
    return calls.refuses.some(reached) ? [] : [{ at, goesOn: true }];
  }
  // The pass itself is an exit of its own.
  return calls.continues.some(reached) || calls.refuses.some(reached) ? [] : [{ at, goesOn: false }];
}
