import type { TypeName } from '../../../base/ids.ts';
import type { Body, Operation, OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod, ProgramParameter } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny } from '../../match/name-pattern.ts';
import { classOf } from '../../match/type-matcher.ts';
import { originOf } from '../../match/value-origin.ts';
import type { AccessRowOf } from '../../schema/access-rows.ts';
import { all, opposite, type Truth, truthOf } from '../code/truth.ts';
import { answersOf } from '../interceptions/method-answers.ts';

type ResolverRow = AccessRowOf<'argument-resolver'>;

interface Question {
  readonly tools: MatchTools;
  readonly row: ResolverRow;
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly parameter: ProgramParameter;
}

/** Whether an object says that it gives a parameter; null where its code asks something else. */
export function isSupported(
  tools: MatchTools,
  row: ResolverRow,
  asked: { readonly method: ProgramMethod; readonly parameter: ProgramParameter },
): boolean | null {
  const body = asked.method.declaration?.body;
  if (body === undefined || body === null) return null;
  const question: Question = { tools, row, body, ...asked };
  for (const { value, conditions } of answersOf(body)) {
    const met = all(
      conditions.map(({ condition, holds }) => {
        const comes = holdsFor(question, condition);
        return comes === null ? null : comes === holds;
      }),
    );
    if (met === null) return null;
    if (met) return holdsFor(question, value);
  }
  return null;
}

function holdsFor(question: Question, index: OperationIndex): Truth {
  return truthOf(question.body, index, (operation) => {
    if (operation.kind === 'binary') return ofComparison(question, operation);
    return operation.kind === 'call' ? ofCall(question, operation) : null;
  });
}

function ofComparison(
  question: Question,
  { operator, operands }: Extract<Operation, { readonly kind: 'binary' }>,
): Truth {
  const [left, right] = operands;
  if ((operator !== '==' && operator !== '!=') || left === undefined || right === undefined) return null;
  const isNull = (at: OperationIndex) => {
    const each = question.body.operations[at];
    return each?.kind === 'literal' && each.type === 'null';
  };
  if (!isNull(left) && !isNull(right)) {
    const isSame = isEither(question, left, right);
    return operator === '==' ? isSame : opposite(isSame);
  }
  const there = isThere(question, isNull(left) ? right : left);
  return operator === '!=' ? there : opposite(there);
}

function ofCall(
  question: Question,
  { name, object, args }: Extract<Operation, { readonly kind: 'call' }>,
): boolean | null {
  const [first] = args;
  if (first === undefined) return null;
  if (fitsAny(name, question.row.asksAnnotation)) return hasAnnotation(question, first);
  if (object === null) return null;
  if (name === 'equals') return isEither(question, object, first);
  if (name !== 'isAssignableFrom') return null;
  return (
    isOfType(question, { asked: first, literal: object, or: 'below' }) ??
    isOfType(question, { asked: object, literal: first, or: 'above' })
  );
}

/** `parameter.getParameterAnnotation(CurrentUser.class)` compared with null. */
function isThere(question: Question, index: OperationIndex): boolean | null {
  const call = question.body.operations[originOf(question.method, index) ?? index];
  if (call?.kind !== 'call' || !fitsAny(call.name, question.row.asksAnnotation)) return null;
  return call.args[0] === undefined ? null : hasAnnotation(question, call.args[0]);
}

function hasAnnotation(question: Question, literal: OperationIndex): boolean | null {
  const { tools, parameter } = question;
  const wanted = literalType(question, literal);
  return wanted === undefined ? null : tools.annotations.find(parameter.annotations, [wanted]).length > 0;
}

/** One of two values is the class that the other one names. */
function isEither(question: Question, left: OperationIndex, right: OperationIndex): boolean | null {
  return (
    isOfType(question, { asked: left, literal: right }) ?? isOfType(question, { asked: right, literal: left })
  );
}

/** What `asked` gives, if it is the parameter's type, is the class that `literal` names, or one below or above it. */
function isOfType(
  question: Question,
  {
    asked,
    literal,
    or,
  }: { readonly asked: OperationIndex; readonly literal: OperationIndex; readonly or?: 'below' | 'above' },
): boolean | null {
  const { tools, method, body, parameter } = question;
  const call = body.operations[originOf(method, asked) ?? asked];
  const wanted = literalType(question, literal);
  const type = classOf(parameter.type);
  if (call?.kind !== 'call' || !fitsAny(call.name, question.row.asksType) || wanted === undefined)
    return null;
  if (type === undefined) return false;
  if (type === wanted || or === undefined) return type === wanted;
  const [lower, upper] = or === 'below' ? [type, wanted] : [wanted, type];
  return tools.types.match(lower, [upper]) === 'certain';
}

function literalType({ method, body }: Question, index: OperationIndex): TypeName | undefined {
  const type = body.operations[index]?.kind === 'class-literal' ? method.operationTypes[index] : undefined;
  const [named] = type?.kind === 'class' ? type.args : [];
  return named === undefined ? undefined : classOf(named);
}
