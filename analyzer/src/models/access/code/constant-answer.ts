import type { Region } from '../../../facts/control-flow.ts';
import { Modifier } from '../../../facts/declarations.ts';
import { operandsOf } from '../../../facts/operands.ts';
import type { CallOperation, NewOperation, Operation, OperationIndex } from '../../../facts/operations.ts';
import { callAt, type ProgramMethod } from '../../../link/program.ts';
import { isOfLanguage } from '../../match/language-classes.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { classOf } from '../../match/type-matcher.ts';
import { onlyTarget } from './sure-operations.ts';

/** Helpers of helpers. */
const DEEPEST = 3;
/** Values in values. */
const DEEPEST_VALUE = 8;

/**
 * Whether all that a branch does is to return what is made of nothing but constants: `Result.error(401, "log in")`,
 * `new Answer(Status.NOBODY)`. Whoever is answered so gets nothing else. A text alone is no such answer: it may be a page.
 */
export function onlyAnswersConstant(tools: MatchTools, method: ProgramMethod, branch: Branch): boolean {
  const operations = method.declaration?.body?.operations ?? [];
  const last = operations[branch.end - 1];
  if (last?.kind !== 'return' || last.value === null) return false;
  const made = operations[last.value];
  if (made?.kind !== 'call' && made?.kind !== 'new') return false;
  const parts = new Set([last.value]);
  for (const part of parts) for (const each of partsOf(operations[part])) parts.add(each);
  const isAllOfIt = operations
    .slice(branch.start, branch.end - 1)
    .every((_, index) => parts.has(branch.start + index));
  return isAllOfIt && isMadeOfConstants({ tools, method }, last.value, 0);
}

type Branch = Pick<Region, 'start' | 'end'>;

function partsOf(operation: Operation | undefined): readonly OperationIndex[] {
  return operation === undefined ? [] : operandsOf(operation);
}

interface Written {
  readonly tools: MatchTools;
  readonly method: ProgramMethod;
}

function isMadeOfConstants({ tools, method }: Written, value: OperationIndex, depth: number): boolean {
  const made = method.declaration?.body?.operations[value];
  if (made === undefined || depth > DEEPEST_VALUE) return false;
  switch (made.kind) {
    case 'literal':
    case 'class-literal':
      return true;
    case 'name':
    case 'field': {
      const field = tools.program.fieldOf(method, value)?.field;
      // What the tree does not declare is a type, or a constant of a library, where it is written like one.
      return field === undefined
        ? /^[A-Z]/u.test(made.name)
        : (field.declaration.modifiers & Modifier.static) !== 0;
    }
    case 'call':
    case 'new': {
      const parts = made.object === null ? made.args : [made.object, ...made.args];
      return (
        parts.every((part) => isMadeOfConstants({ tools, method }, part, depth + 1)) &&
        onlyMakes(tools, method, { operation: value, made, depth: 0 })
      );
    }
    default:
      return false;
  }
}

interface Making {
  readonly operation: OperationIndex;
  readonly made: CallOperation | NewOperation;
  readonly depth: number;
}

/** A call that makes something and reads nothing: of the language, of the type that it gives, or of a method that does only such. */
function onlyMakes(tools: MatchTools, method: ProgramMethod, { operation, made, depth }: Making): boolean {
  const outside = tools.callAt(method, operation);
  if (outside !== undefined) {
    const type = method.operationTypes[operation];
    const given = type === undefined ? undefined : classOf(type);
    return made.kind === 'new' || outside.owners.some((owner) => owner === given || isOfLanguage(owner));
  }
  if ((callAt(method, operation)?.targets ?? []).length === 0)
    return made.kind === 'new' && made.body === null;
  const helper = onlyTarget(tools, method, operation);
  return helper !== undefined && depth < DEEPEST && onlyMakesInside(tools, helper, depth + 1);
}

function onlyMakesInside(tools: MatchTools, helper: ProgramMethod, depth: number): boolean {
  const { declaration } = helper;
  // A generated one reads or sets a field.
  if (!declaration) return true;
  const operations = declaration.body?.operations;
  if (operations === undefined) return false;
  return operations.every((made, operation) =>
    made.kind === 'call' || made.kind === 'new' ? onlyMakes(tools, helper, { operation, made, depth }) : true,
  );
}
