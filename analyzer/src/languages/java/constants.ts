import type { ConstantExpression } from '../../facts/constants.ts';
import type { Annotation } from '../../facts/declarations.ts';
import { childOfKind, firstChild, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { readLiteral } from './literals.ts';
import { Kind, operatorKind } from './syntax.ts';
import { dottedName, firstTypeChild, readRawType } from './type-names.ts';
import { sourceOf, type Unit } from './unit.ts';

/** Arrays and annotations nested deeper than this are told as `other`. */
const MAX_CONSTANT_DEPTH = 40;
const MAX_OTHER_TEXT = 200;

const PLUS = operatorKind('+');
const MINUS = operatorKind('-');

/** Reads an annotation that is a value of another one. */
export type ReadAnnotation = (unit: Unit, node: NodeIndex, depth: number) => Annotation;

/** Reads an expression in a place for constants. */
export function readConstant(
  unit: Unit,
  node: NodeIndex,
  nested: { readonly annotation: ReadAnnotation; readonly depth: number },
): ConstantExpression {
  const { tree } = unit;
  const inner = withoutParentheses(unit, node);
  if (nested.depth > MAX_CONSTANT_DEPTH) return other(unit, inner);
  const deeper = { ...nested, depth: nested.depth + 1 };
  switch (tree.kind[inner]) {
    case Kind.identifier:
    case Kind.fieldAccess:
      return nameOrOther(unit, inner);
    case Kind.binaryExpression:
      return readSum(unit, inner, deeper);
    case Kind.unaryExpression:
      return negative(unit, inner);
    case Kind.classLiteral:
      return { kind: 'class', type: readRawType(unit, firstTypeChild(unit, inner)) };
    case Kind.elementValueArrayInitializer:
    case Kind.arrayInitializer:
      return { kind: 'array', items: readItems(unit, inner, deeper) };
    case Kind.annotation:
    case Kind.markerAnnotation:
      return { kind: 'annotation', annotation: nested.annotation(unit, inner, deeper.depth) };
    default: {
      const literal = readLiteral(unit, inner);
      return literal === null ? other(unit, inner) : { kind: 'literal', ...literal };
    }
  }
}

/** True when no part of the expression is `other`. */
export function isConstantShape(expression: ConstantExpression): boolean {
  switch (expression.kind) {
    case 'other':
      return false;
    case 'sum':
    case 'array':
      return expression.items.every(isConstantShape);
    default:
      return true;
  }
}

/** A name whose parts are all identifiers, told from `call().field` and `this.field`. */
function nameOrOther(unit: Unit, node: NodeIndex): ConstantExpression {
  const { tree } = unit;
  for (let at = node; at < (tree.next[node] ?? 0); at++) {
    if (tree.kind[at] !== Kind.identifier && tree.kind[at] !== Kind.fieldAccess) return other(unit, node);
  }
  return { kind: 'name', name: dottedName(unit, node) };
}

/** Flattens the left-deep tree of `a + b + c` without recursion along it. */
function readSum(
  unit: Unit,
  node: NodeIndex,
  nested: { readonly annotation: ReadAnnotation; readonly depth: number },
): ConstantExpression {
  const { tree } = unit;
  const items: ConstantExpression[] = [];
  let at = node;
  while (tree.kind[at] === Kind.binaryExpression) {
    const left = at + 1;
    const operator = tree.next[left] ?? 0;
    if (tree.kind[operator] !== PLUS) break;
    const right = tree.next[operator] ?? 0;
    if (right < (tree.next[at] ?? 0)) items.push(readConstant(unit, right, nested));
    at = left;
  }
  if (at === node) return other(unit, node);
  items.push(tree.kind[at] === Kind.binaryExpression ? other(unit, at) : readConstant(unit, at, nested));
  return { kind: 'sum', items: items.reverse() };
}

function negative(unit: Unit, node: NodeIndex): ConstantExpression {
  const operator = node + 1;
  const literal = readLiteral(unit, withoutParentheses(unit, unit.tree.next[operator] ?? node));
  const isNumber = literal !== null && ['int', 'long', 'float', 'double'].includes(literal.type);
  if (!isNumber || unit.tree.kind[operator] !== MINUS) return other(unit, node);
  const value = literal.value.startsWith('-') ? literal.value.slice(1) : `-${literal.value}`;
  return { kind: 'literal', type: literal.type, value };
}

function readItems(
  unit: Unit,
  node: NodeIndex,
  nested: { readonly annotation: ReadAnnotation; readonly depth: number },
): ConstantExpression[] {
  const { tree } = unit;
  const items: ConstantExpression[] = [];
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] !== Kind.error) items.push(readConstant(unit, child, nested));
  }
  return items;
}

function withoutParentheses(unit: Unit, node: NodeIndex): NodeIndex {
  let at = node;
  while (unit.tree.kind[at] === Kind.parenthesizedExpression) {
    const inner = firstChild(unit.tree, at);
    if (inner === NO_NODE) return at;
    at = inner;
  }
  return at;
}

function other(unit: Unit, node: NodeIndex): ConstantExpression {
  return { kind: 'other', text: unit.texts.of(sourceOf(unit, node).slice(0, MAX_OTHER_TEXT)) };
}

/** The `arguments` of an annotation node, or `NO_NODE`. */
export function annotationArguments(unit: Unit, node: NodeIndex): NodeIndex {
  return childOfKind(unit.tree, node, Kind.annotationArgumentList);
}
