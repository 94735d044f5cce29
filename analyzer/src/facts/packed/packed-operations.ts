import type { DeclareOperation, Operation } from '../operations.ts';
import { damaged, type PackReader } from './pack-reader.ts';
import type { PackWriter } from './pack-writer.ts';

import { LITERAL_TYPES, readOptionalType, readType, writeOptionalType, writeType } from './packed-types.ts';

type OfKind<K extends Operation['kind']> = Extract<Operation, { readonly kind: K }>;

/** How the operations of a kind are written behind their line, and read. */
interface Packing<K extends Operation['kind']> {
  write(to: PackWriter, operation: OfKind<K>): void;
  read(from: PackReader, line: number): OfKind<K>;
}

const TARGETS = ['this', 'super'] as const;
const OPAQUE_REASONS = ['too-deep', 'syntax-error'] as const;
const DECLARE_ROLES: readonly DeclareOperation['role'][] = [
  'local',
  'foreach',
  'resource',
  'catch',
  'pattern',
];

const NAMES: Pick<
  Packings,
  'parameter' | 'lambda-parameter' | 'literal' | 'local' | 'captured' | 'name' | 'field' | 'this' | 'super'
> = {
  parameter: {
    write(to, { index, name }) {
      to.number(index);
      to.text(name);
    },
    read: (from, line) => ({ kind: 'parameter', line, index: from.number(), name: from.text() }),
  },
  'lambda-parameter': {
    write(to, { index, name, type }) {
      to.number(index);
      to.text(name);
      writeOptionalType(to, type);
    },
    read: (from, line) => ({
      kind: 'lambda-parameter',
      line,
      index: from.number(),
      name: from.text(),
      type: readOptionalType(from),
    }),
  },
  literal: {
    write(to, { type, value }) {
      to.word(LITERAL_TYPES, type);
      to.text(value);
    },
    read: (from, line) => ({ kind: 'literal', line, type: from.word(LITERAL_TYPES), value: from.text() }),
  },
  local: {
    write: (to, { declaration }) => to.operand(declaration),
    read: (from, line) => ({ kind: 'local', line, declaration: from.operand() }),
  },
  captured: {
    write(to, { method, declaration }) {
      to.number(method.type);
      to.number(method.method);
      to.number(declaration);
    },
    read: (from, line) => ({
      kind: 'captured',
      line,
      method: { type: from.number(), method: from.number() },
      declaration: from.number(),
    }),
  },
  name: {
    write: (to, { name }) => to.text(name),
    read: (from, line) => ({ kind: 'name', line, name: from.text() }),
  },
  field: {
    write(to, { object, name }) {
      to.operand(object);
      to.text(name);
    },
    read: (from, line) => ({ kind: 'field', line, object: from.operand(), name: from.text() }),
  },
  this: {
    write: (to, { qualifier }) => writeOptionalType(to, qualifier),
    read: (from, line) => ({ kind: 'this', line, qualifier: readOptionalType(from) }),
  },
  super: {
    write: (to, { qualifier }) => writeOptionalType(to, qualifier),
    read: (from, line) => ({ kind: 'super', line, qualifier: readOptionalType(from) }),
  },
};

const CALLS: Pick<
  Packings,
  'call' | 'new' | 'constructor-call' | 'new-array' | 'lambda' | 'method-reference'
> = {
  call: {
    write(to, { object, name, nameLine, args, typeArgs }) {
      to.optionalOperand(object);
      to.text(name);
      to.number(nameLine);
      to.operands(args);
      to.number(typeArgs === undefined ? 0 : 1);
      if (typeArgs !== undefined) to.list(typeArgs, writeType);
    },
    read: readCall,
  },
  new: {
    write(to, { type, args, object, body }) {
      writeType(to, type);
      to.operands(args);
      to.optionalOperand(object);
      to.optional(body);
    },
    read: (from, line) => ({
      kind: 'new',
      line,
      type: readType(from),
      args: from.operands(),
      object: from.optionalOperand(),
      body: from.optional(),
    }),
  },
  'constructor-call': {
    write(to, { target, args }) {
      to.word(TARGETS, target);
      to.operands(args);
    },
    read: (from, line) => ({
      kind: 'constructor-call',
      line,
      target: from.word(TARGETS),
      args: from.operands(),
    }),
  },
  'new-array': {
    write(to, { type, dimensions, items }) {
      writeType(to, type);
      to.operands(dimensions);
      to.operands(items);
    },
    read: (from, line) => ({
      kind: 'new-array',
      line,
      type: readType(from),
      dimensions: from.operands(),
      items: from.operands(),
    }),
  },
  lambda: {
    write(to, { parameters, region, result }) {
      to.operands(parameters);
      to.number(region);
      to.optionalOperand(result);
    },
    read: (from, line) => ({
      kind: 'lambda',
      line,
      parameters: from.operands(),
      region: from.number(),
      result: from.optionalOperand(),
    }),
  },
  'method-reference': {
    write(to, { object, type, name }) {
      to.optionalOperand(object);
      writeOptionalType(to, type);
      to.text(name);
    },
    read: (from, line) => ({
      kind: 'method-reference',
      line,
      object: from.optionalOperand(),
      type: readOptionalType(from),
      name: from.text(),
    }),
  },
};

function readCall(from: PackReader, line: number): OfKind<'call'> {
  const object = from.optionalOperand();
  const name = from.text();
  const nameLine = from.number();
  const args = from.operands();
  if (from.number() === 0) return { kind: 'call', line, object, name, nameLine, args };
  return { kind: 'call', line, object, name, nameLine, args, typeArgs: from.list(readType) };
}

const VALUES: Pick<
  Packings,
  | 'assign'
  | 'declare'
  | 'binary'
  | 'unary'
  | 'cast'
  | 'instance-of'
  | 'conditional'
  | 'switch'
  | 'index'
  | 'class-literal'
> = {
  assign: {
    write(to, { target, operator, value }) {
      to.operand(target);
      to.text(operator);
      to.operand(value);
    },
    read: (from, line) => ({
      kind: 'assign',
      line,
      target: from.operand(),
      operator: from.text(),
      value: from.operand(),
    }),
  },
  declare: {
    write(to, { name, type, role, value, component }) {
      to.text(name);
      writeOptionalType(to, type);
      to.word(DECLARE_ROLES, role);
      to.optionalOperand(value);
      to.optional(component ?? null);
    },
    read: readDeclare,
  },
  binary: {
    write(to, { operator, operands }) {
      to.text(operator);
      to.operands(operands);
    },
    read: (from, line) => ({ kind: 'binary', line, operator: from.text(), operands: from.operands() }),
  },
  unary: {
    write(to, { operator, operand }) {
      to.text(operator);
      to.operand(operand);
    },
    read: (from, line) => ({ kind: 'unary', line, operator: from.text(), operand: from.operand() }),
  },
  cast: {
    write(to, { type, operand }) {
      writeType(to, type);
      to.operand(operand);
    },
    read: (from, line) => ({ kind: 'cast', line, type: readType(from), operand: from.operand() }),
  },
  'instance-of': {
    write(to, { type, operand }) {
      writeOptionalType(to, type);
      to.operand(operand);
    },
    read: (from, line) => ({
      kind: 'instance-of',
      line,
      type: readOptionalType(from),
      operand: from.operand(),
    }),
  },
  conditional: {
    write: (to, { condition, then, otherwise }) => {
      for (const operand of [condition, then, otherwise]) to.operand(operand);
    },
    read: (from, line) => ({
      kind: 'conditional',
      line,
      condition: from.operand(),
      // biome-ignore lint/suspicious/noThenProperty: the facts call it so
      then: from.operand(),
      otherwise: from.operand(),
    }),
  },
  switch: {
    write(to, { subject, results }) {
      to.operand(subject);
      to.operands(results);
    },
    read: (from, line) => ({ kind: 'switch', line, subject: from.operand(), results: from.operands() }),
  },
  index: {
    write(to, { array, index }) {
      to.operand(array);
      to.operand(index);
    },
    read: (from, line) => ({ kind: 'index', line, array: from.operand(), index: from.operand() }),
  },
  'class-literal': {
    write: (to, { type }) => writeType(to, type),
    read: (from, line) => ({ kind: 'class-literal', line, type: readType(from) }),
  },
};

function readDeclare(from: PackReader, line: number): OfKind<'declare'> {
  const name = from.text();
  const type = readOptionalType(from);
  const role = from.word(DECLARE_ROLES);
  const value = from.optionalOperand();
  const component = from.optional();
  return component === null
    ? { kind: 'declare', line, name, type, role, value }
    : { kind: 'declare', line, name, type, role, value, component };
}

const JUMPS: Pick<Packings, 'return' | 'throw' | 'yield' | 'break' | 'continue' | 'assert' | 'opaque'> = {
  return: {
    write: (to, { value }) => to.optionalOperand(value),
    read: (from, line) => ({ kind: 'return', line, value: from.optionalOperand() }),
  },
  throw: {
    write: (to, { value }) => to.operand(value),
    read: (from, line) => ({ kind: 'throw', line, value: from.operand() }),
  },
  yield: {
    write: (to, { value }) => to.operand(value),
    read: (from, line) => ({ kind: 'yield', line, value: from.operand() }),
  },
  break: {
    write: (to, { label }) => writeLabel(to, label),
    read: (from, line) => ({ kind: 'break', line, label: readLabel(from) }),
  },
  continue: {
    write: (to, { label }) => writeLabel(to, label),
    read: (from, line) => ({ kind: 'continue', line, label: readLabel(from) }),
  },
  assert: {
    write: (to, { condition }) => to.operand(condition),
    read: (from, line) => ({ kind: 'assert', line, condition: from.operand() }),
  },
  opaque: {
    write: (to, { reason }) => to.word(OPAQUE_REASONS, reason),
    read: (from, line) => ({ kind: 'opaque', line, reason: from.word(OPAQUE_REASONS) }),
  },
};

function writeLabel(to: PackWriter, label: string | null): void {
  to.number(label === null ? 0 : 1);
  if (label !== null) to.text(label);
}

function readLabel(from: PackReader): string | null {
  return from.number() === 0 ? null : from.text();
}

type Packings = { readonly [K in Operation['kind']]: Packing<K> };

const PACKINGS: Packings = { ...NAMES, ...CALLS, ...VALUES, ...JUMPS };

/** A kind is written as its place here. */
const KINDS = Object.keys(PACKINGS) as readonly Operation['kind'][];
const NUMBERS = new Map(KINDS.map((kind, number) => [kind, number]));
/** Each takes operations of its own kind only, which the compiler cannot know. */
const BY_NUMBER = KINDS.map((kind) => PACKINGS[kind]) as unknown as readonly Packing<Operation['kind']>[];

export function writeOperation(to: PackWriter, operation: Operation): void {
  const number = NUMBERS.get(operation.kind) ?? damaged();
  to.number(number);
  to.number(operation.line);
  BY_NUMBER[number]?.write(to, operation);
}

export function readOperation(from: PackReader): Operation {
  const packing = BY_NUMBER[from.number()] ?? damaged();
  return packing.read(from, from.number());
}
