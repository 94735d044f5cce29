import type { Body, OperationIndex } from '../../../facts/operations.ts';
import type { Place } from './contents.ts';
import { controlGroups } from './control-groups.ts';
import { SpanWalk } from './span-walk.ts';
import { spansOf } from './spans.ts';
import { type ValueQuestions, ValueSteps } from './value-steps.ts';
import { type ValueNode, WalkState } from './walk-state.ts';

/** Which values the operations of a body have, as far as the body alone tells. */
export interface BodyValues {
  /** Operations and joins: all numbers that a node may be are below it. */
  readonly size: number;
  /** For a `local` operation the node whose value it has; -1 for places that are only written and code that never runs. */
  nodeOf(read: OperationIndex): ValueNode;
  /** The values that come together in a join; none for operations. */
  inputsOf(node: ValueNode): readonly ValueNode[];
  /** Control never comes to the operation: a constant decides against it, or something before leaves for sure. */
  isDead(operation: OperationIndex): boolean;
  /** The value is the same whatever comes in. */
  isConstant(operation: OperationIndex): boolean;
  /** The values that a read of a place in a list, map or array may give; undefined where that is not known. */
  placeRead(operation: OperationIndex): Place | undefined;
  /** The lambda region that an operation stands in, innermost; null outside lambdas. */
  lambdaAround(operation: OperationIndex): number | null;
  /** The body takes too much work: every read of a local may have any value that the local is given anywhere. */
  readonly isCoarse: boolean;
}

const NONE: readonly ValueNode[] = [];

/**
 * Walks a body once in the order of evaluation, with constants, reaching definitions (as joins, so that they take linear
 * space) and the contents of lists, maps and arrays that nobody else holds. Branches that a constant decides are not taken.
 */
export function bodyValues(body: Body, questions: Omit<ValueQuestions, 'lambdaAround'>): BodyValues {
  const groups = controlGroups(body);
  const { lambdaAround } = groups;
  const state = new WalkState(body);
  const spans = new SpanWalk(state, groups);
  const steps = new ValueSteps(state, { ...questions, lambdaAround });
  const isWhole = walk(body, { state, spans, steps });
  if (!isWhole) return coarseValues(body, lambdaAround);
  return valuesFound(state, lambdaAround);
}

/**
 * What a walk has found. What it went by is let go: of most bodies it is but room for what few have. Each answer comes from a
 * function of its own, for those that are made in one keep all that any of them asks.
 */
function valuesFound(
  { body, reads, joins, dead, constants, exact }: WalkState,
  lambdaAround: BodyValues['lambdaAround'],
): BodyValues {
  const count = body.operations.length;
  return {
    size: count + joins.length,
    nodeOf: nodesIn(reads),
    inputsOf: joins.length === 0 ? noInputs : inputsIn(joins, count),
    isDead: dead.includes(1) ? deadIn(dead) : never,
    isConstant: constants.size === 0 ? never : constantIn(constants),
    placeRead: exact.size === 0 ? noPlace : placesIn(exact),
    lambdaAround,
    isCoarse: false,
  };
}

const never = () => false;
const noInputs = () => NONE;
const noPlace = () => undefined;

function nodesIn(reads: Int32Array): BodyValues['nodeOf'] {
  return (read) => reads[read] ?? -1;
}

function inputsIn(joins: readonly (readonly ValueNode[])[], count: number): BodyValues['inputsOf'] {
  return (node) => joins[node - count] ?? NONE;
}

function deadIn(dead: Uint8Array): BodyValues['isDead'] {
  return (operation) => dead[operation] === 1;
}

function constantIn(constants: ReadonlyMap<ValueNode, unknown>): BodyValues['isConstant'] {
  return (operation) => constants.has(operation);
}

function placesIn(exact: ReadonlyMap<OperationIndex, Place>): BodyValues['placeRead'] {
  return (operation) => exact.get(operation);
}

interface Walk {
  readonly state: WalkState;
  readonly spans: SpanWalk;
  readonly steps: ValueSteps;
}

/** False where the walk was given up: too much work, or a jump to a place that only its label names. */
function walk(body: Body, { state, spans, steps }: Walk): boolean {
  const order = spansOf(body);
  let next = 0;
  for (let index = 0; index < body.operations.length; index++) {
    const operation = body.operations[index];
    if (operation === undefined) continue;
    for (let span = order[next]; span && span.start <= index; span = order[++next]) {
      spans.leaveUntil(index, span.parent);
      spans.enter(span);
    }
    spans.leaveUntil(index);
    if (state.isExhausted) return false;
    if (!state.isReached) state.dead[index] = 1;
    else steps.take(index, operation);
    switch (operation.kind) {
      case 'break':
      case 'yield':
        if (operation.kind === 'break' && operation.label !== null && !spans.isInLoop) return false;
        spans.breakOut(operation.kind);
        break;
      case 'continue':
      case 'return':
      case 'throw':
        state.isReached = false;
        break;
      default:
    }
  }
  return true;
}

/** One join a local, of everything it is given anywhere. */
function coarseValues(body: Body, lambdaAround: BodyValues['lambdaAround']): BodyValues {
  const count = body.operations.length;
  const joins: ValueNode[][] = [];
  const joinOf = new Map<OperationIndex, ValueNode>();
  const written = new Set<OperationIndex>();
  body.operations.forEach((operation, index) => {
    if (operation.kind !== 'assign') return;
    if (operation.operator === '=') written.add(operation.target);
    const place = body.operations[operation.target];
    if (place?.kind !== 'local') return;
    const join = joinOf.get(place.declaration);
    if (join !== undefined) joins[join - count]?.push(index);
    else joinOf.set(place.declaration, joins.push([place.declaration, index]) - 1 + count);
  });
  return {
    size: count + joins.length,
    nodeOf: (read) => {
      const operation = body.operations[read];
      if (operation?.kind !== 'local' || written.has(read)) return -1;
      return joinOf.get(operation.declaration) ?? operation.declaration;
    },
    inputsOf: (node) => joins[node - count] ?? NONE,
    isDead: () => false,
    isConstant: () => false,
    placeRead: () => undefined,
    lambdaAround,
    isCoarse: true,
  };
}
