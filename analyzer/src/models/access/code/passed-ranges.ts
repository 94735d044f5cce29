import type { Region } from '../../../facts/control-flow.ts';
import type { Body, CallOperation, Operation, OperationIndex } from '../../../facts/operations.ts';
import type { PassedRange } from '../../passed-range.ts';
import { conditionWhenFailing, type FailingCheck, givenWhenFailing } from './failing-check.ts';

/** What ends a branch so that nothing behind it in the same block runs. */
const LEAVING: ReadonlySet<Operation['kind']> = new Set(['throw', 'return', 'break', 'continue']);
const ENDING: ReadonlySet<Operation['kind']> = new Set(['throw', 'return']);
/** Regions that are no branches. */
const STRAIGHT: ReadonlySet<Region['kind']> = new Set(['body', 'try', 'synchronized', 'finally']);
/** Members that throw where they are handed, or called on, what is not there. */
const DEMANDS_SOMETHING = /^(?:requireNonNull|notNull|checkNotNull|orElseThrow)$/u;

/** A condition that a call throws without; undefined for other calls. */
export type Asserted = (operation: OperationIndex) => OperationIndex | undefined;

/**
 * Where in a body a check is sure to have passed: in branches that nobody whom it fails comes into, and behind branches
 * that everybody whom it fails leaves by. Where other parts of a condition decide too, nothing is known.
 */
export function passedRanges(body: Body, check: FailingCheck, asserted: Asserted): readonly PassedRange[] {
  return [
    ...body.regions.flatMap((region, index) => ofBranch(body, check, { region, index })),
    ...body.operations.flatMap((operation, at) => ofOperation(body, check, { operation, at, asserted })),
  ];
}

function ofBranch(
  body: Body,
  check: FailingCheck,
  { region, index }: { readonly region: Region; readonly index: number },
): readonly PassedRange[] {
  const { kind, condition, start, end, parent } = region;
  if (condition === undefined || (kind !== 'then' && kind !== 'else' && kind !== 'loop')) return [];
  const comes = conditionWhenFailing(body, check, condition);
  if (comes === null) return [];
  if (comes === (kind === 'else')) return [{ start, end, isToEnd: false }];
  const last = body.operations[end - 1]?.kind;
  const leaves =
    kind !== 'loop' && last !== undefined && LEAVING.has(last) && innermost(body, end - 1) === index;
  return leaves ? [behind(body, { from: end, parent, isLast: ENDING.has(last) })] : [];
}

function ofOperation(
  body: Body,
  check: FailingCheck,
  {
    operation,
    at,
    asserted,
  }: { readonly operation: Operation; readonly at: OperationIndex; readonly asserted: Asserted },
): readonly PassedRange[] {
  switch (operation.kind) {
    case 'conditional': {
      const { condition, then } = operation;
      const comes = conditionWhenFailing(body, check, condition);
      if (comes === null) return [];
      const [start, end] = comes ? [then + 1, at] : [condition + 1, then + 1];
      return [{ start, end, isToEnd: false }];
    }
    case 'binary': {
      const [first] = operation.operands;
      if (first === undefined || (operation.operator !== '&&' && operation.operator !== '||')) return [];
      const comes = conditionWhenFailing(body, check, first);
      return comes === (operation.operator === '||') ? [{ start: first + 1, end: at, isToEnd: false }] : [];
    }
    case 'call':
      return asserts(body, check, { operation, at, asserted })
        ? [behind(body, { from: at + 1, parent: innermost(body, at), isLast: true })]
        : [];
    default:
      return [];
  }
}

/** The first call that throws whenever the check fails: it is handed the answer, or what is not there. */
export function assertionOf(body: Body, check: FailingCheck, asserted: Asserted): OperationIndex | undefined {
  const found = body.operations.findIndex(
    (operation, at) => operation.kind === 'call' && asserts(body, check, { operation, at, asserted }),
  );
  return found === -1 ? undefined : found;
}

function asserts(
  body: Body,
  check: FailingCheck,
  {
    operation,
    at,
    asserted,
  }: { readonly operation: CallOperation; readonly at: OperationIndex; readonly asserted: Asserted },
): boolean {
  const condition = asserted(at);
  if (condition !== undefined) return conditionWhenFailing(body, check, condition) === false;
  const { name, object, args } = operation;
  if (!DEMANDS_SOMETHING.test(name)) return false;
  const demanded = name === 'orElseThrow' ? object : args[0];
  return demanded != null && givenWhenFailing(body, check, demanded) === 'nothing';
}

/** What runs behind a place, up to the end of the branch, loop or function around it. */
function behind(
  { regions }: Body,
  place: { readonly from: OperationIndex; readonly parent: number | null; readonly isLast: boolean },
): PassedRange {
  let around = regions[place.parent ?? 0];
  while (around !== undefined && around.parent !== null && STRAIGHT.has(around.kind))
    around = regions[around.parent];
  const isWhole = around === undefined || around.parent === null;
  const end = around?.end ?? place.from;
  return { start: place.from, end, isToEnd: isWhole && place.isLast };
}

function innermost({ regions }: Body, operation: OperationIndex): number {
  return regions.findLastIndex(({ start, end }) => operation >= start && operation < end);
}
