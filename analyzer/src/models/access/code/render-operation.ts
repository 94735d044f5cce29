import type { Operation, OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import { shortText } from '../requirement.ts';

const DEEPEST = 6;
const MOST_ARGUMENTS = 12;

/** Writes an operation as source text again, short: for evidence. Parts that are too long or too deep become `…`. */
export function renderOperation(method: ProgramMethod, index: OperationIndex): string {
  return shortText(render(method, index, 0));
}

/** Writes a call without its receiver: `requestMatchers(GET, "/api/**")`. */
export function renderCall(method: ProgramMethod, index: OperationIndex): string {
  const operation = method.declaration?.body?.operations[index];
  if (operation?.kind !== 'call') return renderOperation(method, index);
  return shortText(`${operation.name}${renderArguments(method, operation.args, 0)}`);
}

function render(method: ProgramMethod, index: OperationIndex, depth: number): string {
  const operation = method.declaration?.body?.operations[index];
  if (operation === undefined || depth > DEEPEST) return '…';
  const inner = (at: OperationIndex) => render(method, at, depth + 1);
  switch (operation.kind) {
    case 'literal':
      return operation.type === 'string' ? JSON.stringify(operation.value) : operation.value;
    case 'name':
      return operation.name;
    case 'field':
      return `${inner(operation.object)}.${operation.name}`;
    case 'local':
      return localName(method, operation.declaration);
    case 'call':
      return `${operation.object === null ? '' : `${inner(operation.object)}.`}${operation.name}${renderArguments(method, operation.args, depth)}`;
    case 'new':
      return `new ${operation.type.name}${renderArguments(method, operation.args, depth)}`;
    default:
      return renderRest(operation, inner);
  }
}

function renderRest(operation: Operation, inner: (at: OperationIndex) => string): string {
  switch (operation.kind) {
    case 'binary':
      return operation.operands.map(inner).join(` ${operation.operator} `);
    case 'unary':
      return `${operation.operator}${inner(operation.operand)}`;
    case 'new-array':
      return `{${operation.items.slice(0, MOST_ARGUMENTS).map(inner).join(', ')}}`;
    case 'cast':
      return inner(operation.operand);
    case 'this':
      return 'this';
    case 'super':
      return 'super';
    case 'class-literal':
      return `${operation.type.name}.class`;
    case 'method-reference':
      return `${operation.object === null ? (operation.type?.name ?? '') : inner(operation.object)}::${operation.name}`;
    case 'lambda':
      return '(…) -> …';
    default:
      return '…';
  }
}

function renderArguments(method: ProgramMethod, args: readonly OperationIndex[], depth: number): string {
  const shown = args.slice(0, MOST_ARGUMENTS).map((argument) => render(method, argument, depth + 1));
  return `(${shown.join(', ')}${args.length > MOST_ARGUMENTS ? ', …' : ''})`;
}

function localName(method: ProgramMethod, declaration: OperationIndex): string {
  const declared = method.declaration?.body?.operations[declaration];
  return declared !== undefined && 'name' in declared ? declared.name : '…';
}
