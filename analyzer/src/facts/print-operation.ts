import type { CallOperation, NewOperation, Operation, OperationIndex } from './operations.ts';
import { printType } from './print-type.ts';
import type { TypeRef } from './type-refs.ts';

/** One operation as text; `%n` is the operation at `n`. Every field of the operation shows but its line. */
export function printOperation(operation: Operation): string {
  const { kind } = operation;
  switch (kind) {
    case 'parameter':
    case 'lambda-parameter': {
      const type =
        kind === 'lambda-parameter' && operation.type !== null ? `${printType(operation.type)} ` : '';
      return `${kind} ${operation.index} ${type}${operation.name}`;
    }
    case 'literal':
      return `${operation.type} ${JSON.stringify(operation.value)}`;
    case 'local':
      return `local ${at(operation.declaration)}`;
    case 'captured':
      return `captured ${operation.method.type}.${operation.method.method} ${at(operation.declaration)}`;
    case 'name':
      return `name ${operation.name}`;
    case 'field':
      return `field ${at(operation.object)}.${operation.name}`;
    case 'this':
    case 'super':
      return operation.qualifier === null ? kind : `${printType(operation.qualifier)}.${kind}`;
    case 'return':
    case 'throw':
    case 'yield':
      return operation.value === null ? kind : `${kind} ${at(operation.value)}`;
    case 'break':
    case 'continue':
      return operation.label === null ? kind : `${kind} ${operation.label}`;
    case 'assert':
      return `assert ${at(operation.condition)}`;
    case 'opaque':
      return `opaque ${operation.reason}`;
    case 'declare':
      return printDeclare(operation);
    default:
      return printValue(operation);
  }
}

type Plain =
  | 'parameter'
  | 'lambda-parameter'
  | 'literal'
  | 'local'
  | 'captured'
  | 'name'
  | 'field'
  | 'this'
  | 'super';
type Jump = 'return' | 'throw' | 'yield' | 'break' | 'continue' | 'assert' | 'opaque';
type ValueOperation = Exclude<Operation, { kind: Plain | Jump | 'declare' }>;

function printValue(operation: ValueOperation): string {
  switch (operation.kind) {
    case 'call':
      return printCall(operation);
    case 'new':
      return printNew(operation);
    case 'constructor-call':
      return `${operation.target}(${all(operation.args)})`;
    case 'new-array':
      return `new-array ${printType(operation.type)} [${all(operation.dimensions)}] {${all(operation.items)}}`;
    case 'lambda': {
      const result = operation.result === null ? '' : ` ${at(operation.result)}`;
      return `lambda (${all(operation.parameters)}) region ${operation.region}${result}`;
    }
    case 'method-reference':
      return `reference ${printTarget(operation.type, operation.object)}::${operation.name}`;
    case 'assign':
      return `assign ${at(operation.target)} ${operation.operator} ${at(operation.value)}`;
    case 'binary':
      return operation.operands.map(at).join(` ${operation.operator} `);
    default:
      return printTypedValue(operation);
  }
}

function printCall(operation: CallOperation): string {
  const types = operation.typeArgs === undefined ? '' : `<${operation.typeArgs.map(printType).join(', ')}>`;
  const target = operation.object === null ? types : `${at(operation.object)}.${types}`;
  return `call ${target}${operation.name}(${all(operation.args)}) named :${operation.nameLine}`;
}

function printNew(operation: NewOperation): string {
  const outer = operation.object === null ? '' : `${at(operation.object)}.`;
  const body = operation.body === null ? '' : ` #${operation.body}`;
  return `${outer}new ${printType(operation.type)}(${all(operation.args)})${body}`;
}

function printTarget(type: TypeRef | null, object: OperationIndex | null): string {
  return type === null ? (object === null ? '' : at(object)) : printType(type);
}

type Compound =
  | 'call'
  | 'new'
  | 'constructor-call'
  | 'new-array'
  | 'lambda'
  | 'method-reference'
  | 'assign'
  | 'binary';

function printTypedValue(operation: Exclude<ValueOperation, { kind: Compound }>): string {
  switch (operation.kind) {
    case 'unary':
      return `${operation.operator} ${at(operation.operand)}`;
    case 'cast':
      return `cast ${printType(operation.type)} ${at(operation.operand)}`;
    case 'instance-of':
      return `${at(operation.operand)} instanceof ${operation.type === null ? '?' : printType(operation.type)}`;
    case 'conditional':
      return `${at(operation.condition)} ? ${at(operation.then)} : ${at(operation.otherwise)}`;
    case 'switch':
      return `switch ${at(operation.subject)} gives ${all(operation.results)}`;
    case 'index':
      return `${at(operation.array)}[${at(operation.index)}]`;
    case 'class-literal':
      return `${printType(operation.type)}.class`;
  }
}

function printDeclare(operation: Extract<Operation, { kind: 'declare' }>): string {
  const type = operation.type === null ? '' : `${printType(operation.type)} `;
  const value = operation.value === null ? '' : ` = ${at(operation.value)}`;
  const component = operation.component === undefined ? '' : ` component ${operation.component}`;
  return `declare ${operation.role} ${type}${operation.name}${value}${component}`;
}

function at(index: OperationIndex): string {
  return `%${index}`;
}

function all(indexes: readonly OperationIndex[]): string {
  return indexes.map(at).join(', ');
}
