import { Field, Kind } from '../syntax.ts';
import { annotations, dottedName, elementValue, modifiers } from './annotations.ts';
import { formalParameters } from './parameters.ts';
import { argumentList } from './primaries.ts';
import type { Reading } from './reading.ts';
import { block, constructorBody, variables } from './statements.ts';
import { NAMES, Token } from './token-kinds.ts';
import { areDimensions, dimensions, plainType, type, typeList, typeParameters } from './types.ts';

/** Reads a whole file. */
export function program(reading: Reading): void {
  if (reading.is(Token.at) || reading.is(Token.package)) packageOrType(reading);
  while (!reading.is(Token.end)) {
    if (reading.is(Token.import)) importDeclaration(reading);
    else if (!reading.accept(Token.semicolon)) typeDeclaration(reading);
  }
}

/** Annotations before the package are its own, and no modifiers. */
function packageOrType(reading: Reading): void {
  const { count: mark, at: first } = reading;
  if (reading.is(Token.at)) {
    annotations(reading);
    if (!reading.is(Token.package)) {
      reading.back(mark, first);
      return;
    }
  }
  reading.skip();
  dottedName(reading);
  reading.expect(Token.semicolon);
  reading.close(Kind.packageDeclaration, mark, first);
}

function importDeclaration(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  if (reading.is(Token.static)) reading.ownLeaf();
  dottedName(reading);
  if (reading.accept(Token.dot)) {
    if (!reading.is(Token.times)) reading.fail();
    reading.leaf(Kind.asterisk);
  }
  reading.expect(Token.semicolon);
  reading.close(Kind.importDeclaration, mark, first);
}

/** Reads a type declaration with the modifiers before it. */
export function typeDeclaration(reading: Reading): void {
  const { count: mark, at: first } = reading;
  modifiers(reading);
  typeAfterModifiers(reading, mark, first);
}

/** Reads a type declaration whose modifiers were read. */
export function typeAfterModifiers(reading: Reading, mark: number, first: number): void {
  reading.enter();
  switch (reading.token) {
    case Token.class:
      classDeclaration(reading, mark, first);
      break;
    case Token.interface:
      interfaceDeclaration(reading, mark, first);
      break;
    case Token.enum:
      enumDeclaration(reading, mark, first);
      break;
    case Token.record:
      recordDeclaration(reading, mark, first);
      break;
    case Token.atInterface:
      annotationType(reading, mark, first);
      break;
    default:
      reading.fail();
  }
  reading.leave();
}

/** The keyword that comes next stays in the tree, and a name follows it. */
function head(reading: Reading): void {
  reading.ownLeaf();
  reading.name();
  reading.field(Field.name);
}

function classDeclaration(reading: Reading, mark: number, first: number): void {
  head(reading);
  if (reading.is(Token.less)) typeParameters(reading);
  if (reading.is(Token.extends)) superclass(reading);
  clause(reading, Token.implements, Kind.superInterfaces);
  clause(reading, Token.permits, Kind.permits);
  classBody(reading);
  reading.field(Field.body);
  reading.close(Kind.classDeclaration, mark, first);
}

function superclass(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.ownLeaf();
  type(reading);
  reading.close(Kind.superclass, mark, first);
}

/** Reads a word with types behind it, if it comes next. */
function clause(reading: Reading, token: number, kind: number): void {
  if (reading.token !== token) return;
  const { count: mark, at: first } = reading;
  if (token === Token.extends) reading.ownLeaf();
  else reading.skip();
  typeList(reading);
  reading.close(kind, mark, first);
}

function interfaceDeclaration(reading: Reading, mark: number, first: number): void {
  head(reading);
  if (reading.is(Token.less)) typeParameters(reading);
  clause(reading, Token.extends, Kind.extendsInterfaces);
  clause(reading, Token.permits, Kind.permits);
  body(reading, Kind.interfaceBody, interfaceMember);
  reading.field(Field.body);
  reading.close(Kind.interfaceDeclaration, mark, first);
}

function recordDeclaration(reading: Reading, mark: number, first: number): void {
  head(reading);
  if (reading.is(Token.less)) typeParameters(reading);
  formalParameters(reading);
  clause(reading, Token.implements, Kind.superInterfaces);
  classBody(reading);
  reading.field(Field.body);
  reading.close(Kind.recordDeclaration, mark, first);
}

function annotationType(reading: Reading, mark: number, first: number): void {
  head(reading);
  body(reading, Kind.annotationTypeBody, annotationMember);
  reading.field(Field.body);
  reading.close(Kind.annotationTypeDeclaration, mark, first);
}

/** Reads `{ … }` of a class, also of one without a name. */
export function classBody(reading: Reading): void {
  reading.enter();
  body(reading, Kind.classBody, classMember);
  reading.leave();
}

function body(reading: Reading, kind: number, member: (reading: Reading) => void): void {
  const { count: mark, at: first } = reading;
  reading.expect(Token.openBrace);
  while (!reading.is(Token.closeBrace)) member(reading);
  reading.skip();
  reading.close(kind, mark, first);
}

function enumDeclaration(reading: Reading, mark: number, first: number): void {
  head(reading);
  clause(reading, Token.implements, Kind.superInterfaces);
  enumBody(reading);
  reading.field(Field.body);
  reading.close(Kind.enumDeclaration, mark, first);
}

function enumBody(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.expect(Token.openBrace);
  while (reading.isName() || reading.is(Token.at)) {
    enumConstant(reading);
    if (!reading.accept(Token.comma)) break;
  }
  if (reading.is(Token.semicolon)) {
    const { count: restMark, at: restFirst } = reading;
    reading.skip();
    while (!reading.is(Token.closeBrace)) classMember(reading);
    reading.close(Kind.enumBodyDeclarations, restMark, restFirst);
  }
  reading.expect(Token.closeBrace);
  reading.close(Kind.enumBody, mark, first);
}

function enumConstant(reading: Reading): void {
  const { count: mark, at: first } = reading;
  modifiers(reading);
  reading.name();
  reading.field(Field.name);
  if (reading.is(Token.openParenthesis)) {
    argumentList(reading);
    reading.field(Field.arguments);
  }
  if (reading.is(Token.openBrace)) {
    classBody(reading);
    reading.field(Field.body);
  }
  reading.close(Kind.enumConstant, mark, first);
}

function classMember(reading: Reading): void {
  const { count: mark, at: first } = reading;
  if (reading.accept(Token.semicolon)) return;
  if (reading.is(Token.openBrace)) {
    block(reading);
    return;
  }
  if (reading.is(Token.static) && reading.kindAt(reading.at + 1) === Token.openBrace) {
    reading.ownLeaf();
    block(reading);
    reading.close(Kind.staticInitializer, mark, first);
    return;
  }
  modifiers(reading);
  if (isType(reading)) typeAfterModifiers(reading, mark, first);
  else if (reading.is(Token.less)) generic(reading, mark, first);
  else if (isConstructor(reading)) constructorDeclaration(reading, mark, first);
  else if (reading.isName() && reading.kindAt(reading.at + 1) === Token.openBrace)
    compact(reading, mark, first);
  else if (startsMethod(reading)) method(reading, mark, first);
  else {
    variables(reading);
    reading.close(Kind.fieldDeclaration, mark, first);
  }
}

function interfaceMember(reading: Reading): void {
  if (reading.accept(Token.semicolon)) return;
  const { count: mark, at: first } = reading;
  modifiers(reading);
  if (isType(reading)) typeAfterModifiers(reading, mark, first);
  else if (reading.is(Token.less)) generic(reading, mark, first);
  else if (startsMethod(reading)) method(reading, mark, first);
  else {
    variables(reading);
    reading.close(Kind.constantDeclaration, mark, first);
  }
}

function annotationMember(reading: Reading): void {
  if (reading.accept(Token.semicolon)) return;
  const { count: mark, at: first } = reading;
  modifiers(reading);
  if (isType(reading)) {
    if (reading.is(Token.record)) reading.fail();
    typeAfterModifiers(reading, mark, first);
    return;
  }
  if (startsMethod(reading)) element(reading, mark, first);
  else {
    variables(reading);
    reading.close(Kind.constantDeclaration, mark, first);
  }
}

/** Reads an element of an annotation type, whose own type was read last. */
function element(reading: Reading, mark: number, first: number): void {
  reading.field(Field.type);
  reading.name();
  reading.field(Field.name);
  reading.expect(Token.openParenthesis);
  reading.expect(Token.closeParenthesis);
  if (areDimensions(reading)) {
    dimensions(reading);
    reading.field(Field.dimensions);
  }
  if (reading.is(Token.default)) {
    reading.ownLeaf();
    elementValue(reading);
    reading.field(Field.value);
  }
  reading.expect(Token.semicolon);
  reading.close(Kind.annotationTypeElementDeclaration, mark, first);
}

function isType(reading: Reading): boolean {
  switch (reading.token) {
    case Token.class:
    case Token.interface:
    case Token.enum:
    case Token.atInterface:
      return true;
    case Token.record: {
      const after = reading.kindAt(reading.at + 2);
      const isHead = after === Token.openParenthesis || after === Token.less;
      return isHead && NAMES[reading.kindAt(reading.at + 1)] === 1;
    }
    default:
      return false;
  }
}

/** No class is called `record`. */
function isConstructor(reading: Reading): boolean {
  if (!reading.isName() || reading.is(Token.record)) return false;
  return reading.kindAt(reading.at + 1) === Token.openParenthesis;
}

/** Reads a method or constructor with type parameters. */
function generic(reading: Reading, mark: number, first: number): void {
  typeParameters(reading);
  annotations(reading);
  if (isConstructor(reading)) constructorDeclaration(reading, mark, first);
  else {
    plainType(reading);
    method(reading, mark, first);
  }
}

function constructorDeclaration(reading: Reading, mark: number, first: number): void {
  reading.name();
  reading.field(Field.name);
  formalParameters(reading);
  throwsClause(reading);
  constructorBody(reading);
  reading.field(Field.body);
  reading.close(Kind.constructorDeclaration, mark, first);
}

function compact(reading: Reading, mark: number, first: number): void {
  reading.name();
  reading.field(Field.name);
  block(reading);
  reading.field(Field.body);
  reading.close(Kind.compactConstructorDeclaration, mark, first);
}

/** Reads the type of a method, if one comes next. */
function startsMethod(reading: Reading): boolean {
  const { count, at } = reading;
  plainType(reading);
  if (reading.isName() && reading.kindAt(reading.at + 1) === Token.openParenthesis) return true;
  reading.back(count, at);
  return false;
}

/** Reads a method whose type was read last. */
function method(reading: Reading, mark: number, first: number): void {
  reading.field(Field.type);
  reading.name();
  reading.field(Field.name);
  formalParameters(reading);
  if (areDimensions(reading)) {
    dimensions(reading);
    reading.field(Field.dimensions);
  }
  throwsClause(reading);
  if (!reading.accept(Token.semicolon)) {
    block(reading);
    reading.field(Field.body);
  }
  reading.close(Kind.methodDeclaration, mark, first);
}

function throwsClause(reading: Reading): void {
  if (!reading.is(Token.throws)) return;
  const { count: mark, at: first } = reading;
  reading.skip();
  do type(reading);
  while (reading.accept(Token.comma));
  reading.close(Kind.throws, mark, first);
}
