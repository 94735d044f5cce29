import type { LineSpan } from '../../base/source-location.ts';
import type {
  FieldDeclaration,
  MethodAddress,
  MethodDeclaration,
  MethodKind,
  ParameterDeclaration,
  TypeDeclaration,
  TypeKind,
} from '../declarations.ts';
import type { PackReader } from './pack-reader.ts';
import type { PackWriter } from './pack-writer.ts';
import { readBody, writeBody } from './packed-bodies.ts';
import {
  readAnnotation,
  readConstant,
  readOptionalType,
  readType,
  readTypeParameter,
  writeAnnotation,
  writeConstant,
  writeOptionalType,
  writeType,
  writeTypeParameter,
} from './packed-types.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const TYPE_KINDS: readonly TypeKind[] = ['class', 'interface', 'enum', 'record', 'annotation', 'anonymous'];
const METHOD_KINDS: readonly MethodKind[] = [
  'method',
  'constructor',
  'static-initializer',
  'instance-initializer',
  'annotation-element',
];

export function writeTypeDeclaration(to: PackWriter, type: TypeDeclaration): void {
  to.text(type.name);
  to.text(type.binaryName);
  to.word(TYPE_KINDS, type.kind);
  to.number(type.modifiers);
  to.list(type.annotations, writeAnnotation);
  to.list(type.typeParameters, writeTypeParameter);
  writeOptionalType(to, type.extends);
  to.list(type.implements, writeType);
  to.list(type.permits, writeType);
  to.optional(type.outer);
  writeOptionalAddress(to, type.enclosingMethod);
  to.list(type.components, writeParameter);
  to.list(type.fields, writeField);
  to.list(type.methods, writeMethod);
  writeSpan(to, type.span);
  to.number(type.line);
}

export function readTypeDeclaration(from: PackReader): TypeDeclaration {
  return {
    name: from.text(),
    binaryName: from.text(),
    kind: from.word(TYPE_KINDS),
    modifiers: from.number(),
    annotations: from.list(readAnnotation),
    typeParameters: from.list(readTypeParameter),
    extends: readOptionalType(from),
    implements: from.list(readType),
    permits: from.list(readType),
    outer: from.optional(),
    enclosingMethod: readOptionalAddress(from),
    components: from.list(readParameter),
    fields: from.list(readField),
    methods: from.list(readMethod),
    span: readSpan(from),
    line: from.number(),
  };
}

const IS_ENUM_CONSTANT = 1;
const HAS_CONSTANT = 2;

function writeField(to: PackWriter, field: FieldDeclaration): void {
  to.text(field.name);
  writeType(to, field.type);
  to.number(field.modifiers);
  to.list(field.annotations, writeAnnotation);
  to.number(field.line);
  to.number(
    (field.enumConstant === undefined ? 0 : IS_ENUM_CONSTANT) |
      (field.constant === undefined ? 0 : HAS_CONSTANT),
  );
  if (field.constant !== undefined) writeConstant(to, field.constant);
}

function readField(from: PackReader): FieldDeclaration {
  const field: Mutable<FieldDeclaration> = {
    name: from.text(),
    type: readType(from),
    modifiers: from.number(),
    annotations: from.list(readAnnotation),
    line: from.number(),
  };
  const flags = from.number();
  if (flags & IS_ENUM_CONSTANT) field.enumConstant = true;
  if (flags & HAS_CONSTANT) field.constant = readConstant(from);
  return field;
}

function writeParameter(to: PackWriter, parameter: ParameterDeclaration): void {
  to.text(parameter.name);
  writeType(to, parameter.type);
  to.number(parameter.modifiers);
  to.list(parameter.annotations, writeAnnotation);
  to.number(parameter.line);
  to.number(parameter.varargs === undefined ? 0 : 1);
}

function readParameter(from: PackReader): ParameterDeclaration {
  const parameter: Mutable<ParameterDeclaration> = {
    name: from.text(),
    type: readType(from),
    modifiers: from.number(),
    annotations: from.list(readAnnotation),
    line: from.number(),
  };
  if (from.number() !== 0) parameter.varargs = true;
  return parameter;
}

const IS_COMPACT = 1;
const HAS_DEFAULT = 2;
const HAS_BODY = 4;

function writeMethod(to: PackWriter, method: MethodDeclaration): void {
  to.text(method.name);
  to.word(METHOD_KINDS, method.kind);
  to.number(method.modifiers);
  to.list(method.annotations, writeAnnotation);
  to.list(method.typeParameters, writeTypeParameter);
  to.list(method.parameters, writeParameter);
  writeOptionalType(to, method.returnType);
  to.list(method.throws, writeType);
  to.number(method.cognitiveComplexity);
  writeSpan(to, method.span);
  to.number(method.line);
  to.number(
    (method.compact === undefined ? 0 : IS_COMPACT) |
      (method.defaultValue === undefined ? 0 : HAS_DEFAULT) |
      (method.body === null ? 0 : HAS_BODY),
  );
  if (method.defaultValue !== undefined) writeConstant(to, method.defaultValue);
  if (method.body !== null) writeBody(to, method.body);
}

function readMethod(from: PackReader): MethodDeclaration {
  const method: Mutable<MethodDeclaration> = {
    name: from.text(),
    kind: from.word(METHOD_KINDS),
    modifiers: from.number(),
    annotations: from.list(readAnnotation),
    typeParameters: from.list(readTypeParameter),
    parameters: from.list(readParameter),
    returnType: readOptionalType(from),
    throws: from.list(readType),
    cognitiveComplexity: from.number(),
    span: readSpan(from),
    line: from.number(),
    body: null,
  };
  const flags = from.number();
  if (flags & IS_COMPACT) method.compact = true;
  if (flags & HAS_DEFAULT) method.defaultValue = readConstant(from);
  if (flags & HAS_BODY) method.body = readBody(from);
  return method;
}

function writeSpan(to: PackWriter, { start, end }: LineSpan): void {
  to.number(start);
  to.number(end);
}

function readSpan(from: PackReader): LineSpan {
  return { start: from.number(), end: from.number() };
}

function writeOptionalAddress(to: PackWriter, address: MethodAddress | null): void {
  to.optional(address === null ? null : address.type);
  if (address !== null) to.number(address.method);
}

function readOptionalAddress(from: PackReader): MethodAddress | null {
  const type = from.optional();
  return type === null ? null : { type, method: from.number() };
}
