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
  const place = { body, regions, goesOn, calls };
  const exits = body.operations.flatMap((_, at) => exitAt(place, at));
  const end = body.operations.length;
  if (goesOn === 'return') return [...exits, { at: end, goesOn: true }];
  const mayEnd = goesOn === 'call' && calls.continues.length > 0 && !endIsPassed(body, regions, calls);
  return mayEnd ? [...exits, { at: end, goesOn: false }] : exits;
}

interface ExitPlace {
  readonly body: Body;
  readonly regions: BodyRegions;
  readonly goesOn: InterceptionRow['goesOn'];
  readonly calls: ExitCalls;
}

function exitAt(place: ExitPlace, at: OperationIndex): readonly Exit[] {
  const { body, regions, goesOn, calls } = place;
  // A function inside runs somewhere else.
  if (regions.around(at, 0).some((region) => region.kind === 'lambda')) return [];
  const operation = body.operations[at];
  if (operation?.kind === 'throw') return [{ at, goesOn: false }];
  if (operation?.kind === 'return') return returnExit(place, at, operation.value);
  if (calls.refuses.includes(at)) return isFollowedByPass(place, at) ? [] : [{ at, goesOn: false }];
  return goesOn === 'call' && calls.continues.includes(at) ? [{ at, goesOn: true }] : [];
}

/** Whether every run that comes to the end of the method has handed the request on before (or never comes there). */
function endIsPassed(body: Body, regions: BodyRegions, calls: ExitCalls): boolean {
  const passed = new Set<number>();
  for (const [index, { kind }] of body.operations.entries()) {
    if (kind === 'return' || kind === 'throw' || calls.continues.includes(index))
      passed.add(regions.innermost(index));
  }
  // Children come after their parents, so that one walk backwards carries the answer out.
  for (let index = body.regions.length - 1; index > 0; index -= 1) {
    const region = body.regions[index];
    if (region === undefined || region.parent === null || !passed.has(index)) continue;
    const sibling = body.regions.findIndex(
      (other) => other !== region && other.parent === region.parent && other.condition === region.condition,
    );
    const isBranch = region.kind === 'then' || region.kind === 'else';
    if (isBranch ? passed.has(sibling) : STRAIGHT.has(region.kind)) passed.add(region.parent);
  }
  return passed.has(0);
}

const STRAIGHT: ReadonlySet<string> = new Set(['try', 'finally', 'synchronized']);

/** After the refusal the same run still hands the request on: it refuses nothing. */
function isFollowedByPass({ body, regions, goesOn, calls }: ExitPlace, at: OperationIndex): boolean {
  if (goesOn !== 'call') return false;
  const [inner] = regions.around(at, 0);
  const rest = body.operations.slice(at + 1, inner?.end ?? body.operations.length);
  if (rest.some(({ kind }) => kind === 'return' || kind === 'throw')) return false;
  const around = new Set(regions.around(at, 0));
  return calls.continues.some(
    (pass) => pass > at && regions.around(pass, 0).every((region) => around.has(region)),
  );
}

function returnExit(place: ExitPlace, at: OperationIndex, value: OperationIndex | null): readonly Exit[] {
  const { body, regions, goesOn, calls } = place;
  if (goesOn === 'true') return [{ at, goesOn: returnsTrue(body, value) }];
  const around = new Set(regions.around(at, 0));
  const reached = (each: OperationIndex) =>
    each < at && regions.around(each, 0).every((region) => around.has(region));
  const isTold = calls.refuses.some(reached) || (goesOn === 'call' && calls.continues.some(reached));
  // The pass or the refusal before it is an exit of its own.
  if (isTold) return [];
  const inFunctions =
    goesOn === 'call' && calls.continues.some((each) => each < at && isInFunction(place, each));
  return [{ at, goesOn: goesOn === 'return' || inFunctions }];
}

/** Reactive code: `exchange.getSession().flatMap(session -> chain.filter(exchange))`. */
function isInFunction({ regions }: ExitPlace, at: OperationIndex): boolean {
  return regions.around(at, 0).some((region) => region.kind === 'lambda');
}

/** `true`, or what the class above says. */
function returnsTrue({ operations }: Body, value: OperationIndex | null): boolean {
  const returned = value === null ? undefined : operations[value];
  if (returned?.kind === 'literal') return returned.value === 'true';
  return (
    returned?.kind === 'call' && returned.object !== null && operations[returned.object]?.kind === 'super'
  );
}
