import type { TypeName } from '../../../base/ids.ts';
import { leavingRegions } from '../../../facts/leaving-regions.ts';
import type { Body, Operation, OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { BodyRegions } from '../code/body-regions.ts';
import { all, opposite, type Truth, truthOf } from '../code/truth.ts';
import { type RequestValues, requestValues } from './request-values.ts';

/** Where an annotation is looked for: on the handler, on its class, or nobody can tell on which of them. */
export type AnnotatedPlace = 'method' | 'class' | 'either';

/** Whether code that runs for one handler after the other comes to a place for this one. */
export type HandlerQuestion = (carries: (annotation: TypeName, on: AnnotatedPlace) => boolean) => Truth;

/**
 * What the way to an operation asks of the handler that its method is run for: `if (info.getResourceMethod().isAnnotationPresent(
 * Open.class)) return;` before it, or an `if` around it. Undefined where no annotation is asked for.
 */
export function handlerQuestion(
  tools: MatchTools,
  method: ProgramMethod,
  at: { readonly body?: Body; readonly regions: BodyRegions; readonly index: OperationIndex },
): HandlerQuestion | undefined {
  const body = at.body ?? method.declaration?.body;
  if (body === undefined || body === null) return undefined;
  const reading = { tools, method, body, values: requestValues(body) };
  const conditions = conditionsOnTheWay(body, at);
  const asksAnnotations = conditions.some(({ condition }) => annotationsIn(reading, condition).length > 0);
  if (!asksAnnotations) return undefined;
  return (carries) =>
    all(
      conditions.map(({ condition, holds }) => {
        const truth = answered(reading, condition, carries);
        return holds ? truth : opposite(truth);
      }),
    );
}

/** Whether annotations of the handler alone decide what a condition comes to. */
export function isAskedOfHandler(
  tools: MatchTools,
  method: ProgramMethod,
  { body, values, condition }: { body: Body; values: RequestValues; condition: OperationIndex },
): boolean {
  const reading = { tools, method, body, values };
  if (annotationsIn(reading, condition).length === 0) return false;
  return [true, false].every((each) => answered(reading, condition, () => each) !== null);
}

interface Reading {
  readonly tools: MatchTools;
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly values: RequestValues;
}

interface Condition {
  readonly condition: OperationIndex;
  readonly holds: boolean;
}

/** Of the branches around an operation, and of those before it that never reach their end. */
function conditionsOnTheWay(
  body: Body,
  { regions, index }: { readonly regions: BodyRegions; readonly index: OperationIndex },
): readonly Condition[] {
  const around = new Set([...regions.around(index, 0), body.regions[0]]);
  const leaving = leavingRegions(body);
  return body.regions.flatMap((region, number): readonly Condition[] => {
    const { kind, condition, end, parent } = region;
    if ((kind !== 'then' && kind !== 'else') || condition === undefined) return [];
    if (around.has(region)) return [{ condition, holds: kind === 'then' }];
    const isBefore = end <= index && parent !== null && around.has(body.regions[parent]);
    return isBefore && leaving.has(number) ? [{ condition, holds: kind === 'else' }] : [];
  });
}

function answered(
  reading: Reading,
  condition: OperationIndex,
  carries: (annotation: TypeName, on: AnnotatedPlace) => boolean,
): Truth {
  const hasOne = (operation: OperationIndex): Truth => {
    const [annotation, ...others] = annotationsIn(reading, operation);
    if (annotation === undefined || others.length > 0) return null;
    return carries(annotation, placeIn(reading, operation));
  };
  return truthOf(reading.body, condition, (operation, index) => {
    if (operation.kind === 'call' && ASKS_FOR_ONE.test(operation.name)) return hasOne(index);
    const asked = comparedWithNull(reading.body, operation);
    if (asked === undefined) return null;
    return asked.isThere ? hasOne(asked.value) : opposite(hasOne(asked.value));
  });
}

interface Compared {
  readonly value: OperationIndex;
  readonly isThere: boolean;
}

/** `value != null`, `Objects.isNull(value)`. */
function comparedWithNull(body: Body, operation: Operation): Compared | undefined {
  if (operation.kind === 'call') {
    const [value] = operation.args;
    if (value === undefined || !/^(?:nonNull|isNull)$/u.test(operation.name)) return undefined;
    return { value, isThere: operation.name === 'nonNull' };
  }
  if (operation.kind !== 'binary' || !/^[!=]=$/u.test(operation.operator)) return undefined;
  const [value, ...more] = operation.operands.filter((part) => {
    const each = body.operations[part];
    return each?.kind !== 'literal' || each.type !== 'null';
  });
  if (value === undefined || more.length > 0) return undefined;
  return { value, isThere: operation.operator === '!=' };
}

const ASKS_FOR_ONE = /^(?:isAnnotationPresent|isAnnotated|(?:has|is)\w*Annotation\w*)$/u;

/** Annotation types whose class goes into a value. */
function annotationsIn(reading: Reading, operation: OperationIndex): readonly TypeName[] {
  const { tools, method, body, values } = reading;
  const parts = values.madeOf(operation);
  const asks = parts.some((part) => {
    const each = body.operations[part];
    return each?.kind === 'call' && each.name.includes('Annotat');
  });
  if (!asks) return [];
  const named = parts.flatMap((part) => {
    if (body.operations[part]?.kind !== 'class-literal') return [];
    const type = method.operationTypes[part];
    const [written] = type?.kind === 'class' ? type.args : [];
    const name = written === undefined ? undefined : classOf(written);
    if (name === undefined) return [];
    const declared = tools.program.type(name);
    // Of a library's type nobody reads whether it is an annotation; what is asked for is one.
    return declared === undefined || declared.declaration.kind === 'annotation' ? [name] : [];
  });
  return [...new Set(named)];
}

function placeIn({ body, values }: Reading, operation: OperationIndex): AnnotatedPlace {
  const names = values.madeOf(operation).flatMap((part) => {
    const each = body.operations[part];
    return each?.kind === 'call' ? [each.name] : [];
  });
  if (names.some((name) => GIVES_CLASS.test(name))) return 'class';
  return names.some((name) => GIVES_METHOD.test(name)) ? 'method' : 'either';
}

const GIVES_CLASS = /^get(?:ResourceClass|DeclaringClass|BeanType|Class)$/u;
const GIVES_METHOD = /^get(?:Resource|Invoked|Java)?Method$/u;
