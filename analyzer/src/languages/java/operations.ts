import type { OperationIndex } from '../../facts/operations.ts';
import { childInField, childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { readArrayCreation, readArrayInitializer } from './arrays.ts';
import { completeBinary } from './binary-expressions.ts';
import { emit } from './body-builder.ts';
import { readCall, readInstanceCreation } from './calls.ts';
import { readLambda } from './lambdas.ts';
import { readLiteral } from './literals.ts';
import { declareName, enterScope, findLocal, leaveScope } from './locals.ts';
import { emitReference, readReferredType } from './method-references.ts';
import { completeInstanceOf } from './patterns.ts';
import { Field, Kind, keywordKind, operatorKind, operatorOf } from './syntax.ts';
import { dottedName, firstTypeChild, isTypeKind } from './type-names.ts';
import { readType } from './type-refs.ts';
import { lineOf, MAX_DEPTH, reportTooDeep, textOf, type Unit } from './unit.ts';

const NOT = operatorKind('!');
const NEW = keywordKind('new');
const NOTHING: Unit['whenTrue'] = [];

/**
 * Reads an expression into operations, in evaluation order, and gives the operation of its value. Runs of operands to
 * the left (`a.b().c()`, `a + b + c`, parentheses) are followed by iteration, so they may be of any length; nesting
 * to the right is capped.
 */
export function readExpression(unit: Unit, node: NodeIndex): OperationIndex {
  if (unit.depth >= MAX_DEPTH) return readTooDeep(unit, node);
  unit.depth++;
  const { spine } = unit;
  const mark = spine.length;
  let at = node;
  for (let left = leftOperand(unit, at); left !== NO_NODE; left = leftOperand(unit, at)) {
    spine.push(at);
    at = left;
  }
  clearBindings(unit);
  let value = readLeaf(unit, at);
  while (spine.length > mark) value = complete(unit, mark, value);
  unit.depth--;
  return value;
}

function readTooDeep(unit: Unit, node: NodeIndex): OperationIndex {
  reportTooDeep(unit, node);
  clearBindings(unit);
  return emit(unit.body, { kind: 'opaque', line: lineOf(unit, node), reason: 'too-deep' });
}

function clearBindings(unit: Unit): void {
  unit.whenTrue = NOTHING;
  unit.whenFalse = NOTHING;
}

/** The child that is evaluated before anything else of the expression and may nest to any depth; `NO_NODE` for a leaf. */
function leftOperand(unit: Unit, node: NodeIndex): NodeIndex {
  const { tree } = unit;
  const first = node + 1;
  if (first >= (tree.next[node] ?? 0)) return NO_NODE;
  switch (tree.kind[node]) {
    case Kind.parenthesizedExpression:
    case Kind.binaryExpression:
    case Kind.instanceofExpression:
    case Kind.ternaryExpression:
    case Kind.assignmentExpression:
    case Kind.arrayAccess:
    case Kind.templateExpression:
      return first;
    case Kind.updateExpression:
      return operatorOf(tree.kind[first] ?? 0) === null ? first : NO_NODE;
    case Kind.fieldAccess:
    case Kind.methodInvocation:
      return tree.field[first] === Field.object && !isQualified(unit, node) ? first : NO_NODE;
    case Kind.objectCreationExpression:
      return isOuterInstance(unit, first) ? first : NO_NODE;
    case Kind.methodReference:
      return isTypeKind(tree.kind[first]) || endsInNew(unit, node) ? NO_NODE : first;
    default:
      return NO_NODE;
  }
}

/** `Outer.this`, `Outer.super.x`: the object names a type and is not evaluated. */
function isQualified(unit: Unit, node: NodeIndex): boolean {
  const { tree } = unit;
  const second = tree.next[node + 1] ?? 0;
  return (
    tree.kind[second] === Kind.super || (tree.kind[second] === Kind.this && second < (tree.next[node] ?? 0))
  );
}

function isOuterInstance(unit: Unit, first: NodeIndex): boolean {
  const kind = unit.tree.kind[first];
  const isPart = kind === NEW || kind === Kind.markerAnnotation || kind === Kind.annotation;
  return !isPart && unit.tree.field[first] === 0 && kind !== Kind.typeArguments && kind !== Kind.error;
}

function endsInNew(unit: Unit, node: NodeIndex): boolean {
  return childOfKind(unit.tree, node, NEW) !== NO_NODE;
}

/** Reads an expression that has nothing to its left. */
function readLeaf(unit: Unit, node: NodeIndex): OperationIndex {
  const { tree } = unit;
  const line = lineOf(unit, node);
  switch (tree.kind[node]) {
    case Kind.identifier:
    case Kind.typeIdentifier:
      return readName(unit, node);
    case Kind.this:
    case Kind.super:
      return emit(unit.body, {
        kind: tree.kind[node] === Kind.this ? 'this' : 'super',
        line,
        qualifier: null,
      });
    case Kind.fieldAccess:
      return readQualified(unit, node);
    case Kind.scopedTypeIdentifier:
    case Kind.scopedIdentifier:
      return readDotted(unit, dottedName(unit, node), line);
    case Kind.methodInvocation:
      return readCall(unit, node, isQualified(unit, node) ? emitSuper(unit, node + 1) : null);
    case Kind.objectCreationExpression:
      return readInstanceCreation(unit, node, null);
    case Kind.arrayCreationExpression:
      return readArrayCreation(unit, node);
    case Kind.arrayInitializer:
      return readArrayInitializer(unit, node, { type: { name: '', dims: 1 } });
    case Kind.lambdaExpression:
      return readLambda(unit, node);
    case Kind.methodReference:
      return emitReference(unit, node, { object: null, type: readReferredType(unit, node + 1) });
    case Kind.unaryExpression:
    case Kind.updateExpression:
      return readPrefix(unit, node);
    case Kind.castExpression:
      return readCast(unit, node);
    case Kind.classLiteral:
      return emit(unit.body, {
        kind: 'class-literal',
        line,
        type: readType(unit, firstTypeChild(unit, node)),
      });
    case Kind.switchExpression:
      return unit.readers.switch(unit, node, false) ?? readUnreadable(unit, node);
    case Kind.stringLiteral:
      return readString(unit, node);
    default:
      return readLiteralOrNothing(unit, node);
  }
}

function readLiteralOrNothing(unit: Unit, node: NodeIndex): OperationIndex {
  const literal = readLiteral(unit, node);
  if (literal === null) return readUnreadable(unit, node);
  const { type, value } = literal;
  return emit(unit.body, { kind: 'literal', line: lineOf(unit, node), type, value });
}

function readUnreadable(unit: Unit, node: NodeIndex): OperationIndex {
  return emit(unit.body, { kind: 'opaque', line: lineOf(unit, node), reason: 'syntax-error' });
}

function readName(unit: Unit, node: NodeIndex): OperationIndex {
  const name = textOf(unit, node);
  const line = lineOf(unit, node);
  const local = findLocal(unit.locals, name);
  if (local === null) return emit(unit.body, { kind: 'name', line, name });
  const { declaration } = local;
  if (local.body === unit.body) return emit(unit.body, { kind: 'local', line, declaration });
  return emit(unit.body, { kind: 'captured', line, method: local.body.address, declaration });
}

/** `java.util.List` read as a name and the fields after it. */
function readDotted(unit: Unit, dotted: string, line: number): OperationIndex {
  const [first = '', ...rest] = dotted.split('.');
  const start = emit(unit.body, { kind: 'name', line, name: first });
  return rest.reduce((object, name) => emit(unit.body, { kind: 'field', line, object, name }), start);
}

/** `Outer.this`, `super.x` is no leaf, `Outer.super.x`. */
function readQualified(unit: Unit, node: NodeIndex): OperationIndex {
  const { tree } = unit;
  const line = lineOf(unit, node);
  const second = tree.next[node + 1] ?? 0;
  if (second >= (tree.next[node] ?? 0)) return readUnreadable(unit, node);
  if (tree.kind[second] === Kind.this) {
    return emit(unit.body, { kind: 'this', line, qualifier: { name: dottedName(unit, node + 1) } });
  }
  const object = emitSuper(unit, node + 1);
  return emit(unit.body, { kind: 'field', line, object, name: textOf(unit, tree.next[second] ?? second) });
}

function emitSuper(unit: Unit, qualifier: NodeIndex): OperationIndex {
  const type = { name: dottedName(unit, qualifier) };
  return emit(unit.body, { kind: 'super', line: lineOf(unit, qualifier), qualifier: type });
}

function readPrefix(unit: Unit, node: NodeIndex): OperationIndex {
  const { tree } = unit;
  const operator = tree.kind[node + 1] ?? 0;
  const operandNode = tree.next[node + 1] ?? 0;
  if (operandNode >= (tree.next[node] ?? 0)) return readUnreadable(unit, node);
  const operand = readExpression(unit, operandNode);
  const { whenTrue, whenFalse } = unit;
  clearBindings(unit);
  if (operator === NOT) {
    unit.whenTrue = whenFalse;
    unit.whenFalse = whenTrue;
  }
  return emit(unit.body, {
    kind: 'unary',
    line: lineOf(unit, node),
    operator: operatorOf(operator) ?? '',
    operand,
  });
}

function readCast(unit: Unit, node: NodeIndex): OperationIndex {
  const value = childInField(unit.tree, node, Field.value);
  if (value === NO_NODE) return readUnreadable(unit, node);
  const operand = readExpression(unit, value);
  clearBindings(unit);
  const type = readType(unit, firstTypeChild(unit, node));
  return emit(unit.body, { kind: 'cast', line: lineOf(unit, node), type, operand });
}

/** A string; the values of a template's `\{…}` are joined to it by `+`. */
function readString(unit: Unit, node: NodeIndex): OperationIndex {
  const { tree } = unit;
  const text = readLiteralOrNothing(unit, node);
  if (tree.next[node] === node + 1) return text;
  const operands = [text];
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    const inner = child + 1;
    if (tree.kind[child] === Kind.stringInterpolation && inner < (tree.next[child] ?? 0)) {
      operands.push(readExpression(unit, inner));
      clearBindings(unit);
    }
  }
  if (operands.length === 1) return text;
  return emit(unit.body, { kind: 'binary', line: lineOf(unit, node), operator: '+', operands });
}

/** Takes the innermost expression off the spine and reads the rest of it, its left operand being read already. */
function complete(unit: Unit, mark: number, left: OperationIndex): OperationIndex {
  const node = unit.spine.pop() ?? NO_NODE;
  const { tree } = unit;
  const kind = tree.kind[node];
  if (kind === Kind.parenthesizedExpression) return left;
  if (kind === Kind.binaryExpression) return completeBinary(unit, { mark, node, left });
  if (kind === Kind.instanceofExpression) return completeInstanceOf(unit, node, left);
  if (kind === Kind.ternaryExpression) return completeConditional(unit, node, left);
  const line = lineOf(unit, node);
  clearBindings(unit);
  const second = tree.next[node + 1] ?? 0;
  switch (kind) {
    case Kind.methodInvocation:
      return readCall(unit, node, left);
    case Kind.fieldAccess:
      return emit(unit.body, { kind: 'field', line, object: left, name: textOf(unit, second) });
    case Kind.arrayAccess:
      return emit(unit.body, { kind: 'index', line, array: left, index: readOperand(unit, node, second) });
    case Kind.assignmentExpression: {
      const operator = operatorOf(tree.kind[second] ?? 0) ?? '=';
      const value = readOperand(unit, node, tree.next[second] ?? 0);
      return emit(unit.body, { kind: 'assign', line, target: left, operator, value });
    }
    case Kind.updateExpression: {
      const operator = operatorOf(tree.kind[second] ?? 0) ?? '';
      return emit(unit.body, { kind: 'unary', line, operator, operand: left });
    }
    case Kind.objectCreationExpression:
      return readInstanceCreation(unit, node, left);
    case Kind.templateExpression: {
      const args = [readOperand(unit, node, second)];
      return emit(unit.body, { kind: 'call', line, object: left, name: 'process', nameLine: line, args });
    }
    default:
      return emitReference(unit, node, { object: left, type: null });
  }
}

/** Reads a right operand, or says that a syntax error swallowed it. */
function readOperand(unit: Unit, parent: NodeIndex, node: NodeIndex): OperationIndex {
  if (node >= (unit.tree.next[parent] ?? 0)) return readUnreadable(unit, parent);
  const value = readExpression(unit, node);
  clearBindings(unit);
  return value;
}

function completeConditional(unit: Unit, node: NodeIndex, condition: OperationIndex): OperationIndex {
  const { whenTrue, whenFalse } = unit;
  const { tree } = unit;
  const second = tree.next[node + 1] ?? 0;
  const then = readWith(unit, whenTrue, { parent: node, node: second });
  const otherwise = readWith(unit, whenFalse, { parent: node, node: tree.next[second] ?? 0 });
  return emit(unit.body, { kind: 'conditional', line: lineOf(unit, node), condition, then, otherwise });
}

/** Reads an arm in a scope that holds what the condition introduces. */
function readWith(
  unit: Unit,
  bindings: Unit['whenTrue'],
  arm: { readonly parent: NodeIndex; readonly node: NodeIndex },
): OperationIndex {
  const mark = enterScope(unit.locals);
  for (const binding of bindings) declareName(unit.locals, unit.body, binding);
  const value = readOperand(unit, arm.parent, arm.node);
  leaveScope(unit.locals, mark);
  return value;
}
