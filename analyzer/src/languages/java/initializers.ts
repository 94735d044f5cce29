import type { LineSpan } from '../../base/source-location.ts';
import {
  type FieldDeclaration,
  type MethodAddress,
  type MethodDeclaration,
  Modifier,
} from '../../facts/declarations.ts';
import { childInField, childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { readAnnotation, readModifiers } from './annotations.ts';
import { readInitializer } from './arrays.ts';
import { type BodyBuilder, emit, finishBody, startBody } from './body-builder.ts';
import { readArguments } from './calls.ts';
import { isConstantShape, readConstant } from './constants.ts';
import { Field, Kind } from './syntax.ts';
import { countDimensions, firstTypeChild } from './type-names.ts';
import { readType } from './type-refs.ts';
import { endLineOf, lineOf, nameOf, type Unit } from './unit.ts';

/** An initializer method while its parts are met among the members. */
export interface InitializerBuilder {
  readonly body: BodyBuilder;
  span: LineSpan | null;
  cognitiveComplexity: number;
}

/** Starts an initializer; its lines are those of its parts. */
export function startInitializer(address: MethodAddress): InitializerBuilder {
  return { body: startBody(address, 0), span: null, cognitiveComplexity: 0 };
}

/** Ends an initializer; null when none of its parts was read. */
export function finishInitializer(
  builder: InitializerBuilder,
  kind: 'static-initializer' | 'instance-initializer',
): MethodDeclaration {
  const span = builder.span ?? { start: 1, end: 1 };
  const isStatic = kind === 'static-initializer';
  Object.assign(builder.body.regions[0] ?? {}, { line: span.start });
  return {
    name: isStatic ? '<clinit>' : '<instance>',
    kind,
    modifiers: isStatic ? Modifier.static : 0,
    annotations: [],
    typeParameters: [],
    parameters: [],
    returnType: null,
    throws: [],
    cognitiveComplexity: builder.cognitiveComplexity,
    body: finishBody(builder.body, span.end),
    span,
    line: span.start,
  };
}

/** Reads a part of an initializer with its body as the current one. */
function inInitializer(
  unit: Unit,
  { node, builder }: { readonly node: NodeIndex; readonly builder: InitializerBuilder },
  read: () => void,
): void {
  const outer = unit.body;
  unit.body = builder.body;
  const start = Math.min(builder.span?.start ?? Number.POSITIVE_INFINITY, lineOf(unit, node));
  builder.span = { start, end: endLineOf(unit, node) };
  builder.cognitiveComplexity += unit.complexity.get(node) ?? 0;
  read();
  unit.body = outer;
}

/** Reads an initializer block, static or not. */
export function readInitializerBlock(unit: Unit, node: NodeIndex, builder: InitializerBuilder): void {
  const { tree } = unit;
  const block = tree.kind[node] === Kind.block ? node : childOfKind(tree, node, Kind.block);
  if (block !== NO_NODE) inInitializer(unit, { node, builder }, () => unit.readers.block(unit, block));
}

/** Reads `T a = x, b;` in a type: its fields, and in the initializer an assignment for each that has a value. */
export function readFields(
  unit: Unit,
  node: NodeIndex,
  builder: InitializerBuilder | null,
): FieldDeclaration[] {
  const { tree } = unit;
  const { bits, annotations } = readModifiers(unit, node);
  const typeNode = firstTypeChild(unit, node);
  const fields: FieldDeclaration[] = [];
  const readAll = (): void => {
    const end = tree.next[node] ?? 0;
    for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
      if (tree.kind[child] !== Kind.variableDeclarator) continue;
      const { name, line } = nameOf(unit, child);
      const dims = countDimensions(unit, childInField(tree, child, Field.dimensions));
      const type = readType(unit, typeNode, dims);
      const value = childInField(tree, child, Field.value);
      fields.push({ name, type, modifiers: bits, annotations, ...constantOf(unit, value), line });
      if (value !== NO_NODE) assign(unit, { name, line }, () => readInitializer(unit, value, type));
    }
  };
  if (builder === null) readAll();
  else inInitializer(unit, { node, builder }, readAll);
  return fields;
}

/** Reads an enum constant: the field, and in the static initializer its creation. */
export function readEnumConstant(
  unit: Unit,
  node: NodeIndex,
  site: { readonly enumName: string; readonly builder: InitializerBuilder | null },
): FieldDeclaration {
  const { tree } = unit;
  const { annotations } = readModifiers(unit, node);
  const { name, line } = nameOf(unit, node);
  const type = { name: site.enumName };
  const create = (): void =>
    assign(unit, { name, line }, () => {
      const args = readArguments(unit, childInField(tree, node, Field.arguments));
      const bodyNode = childOfKind(tree, node, Kind.classBody);
      const body =
        bodyNode === NO_NODE ? null : unit.readers.anonymousType(unit, bodyNode, { extends: type, line });
      return emit(unit.body, { kind: 'new', line, type, args, object: null, body });
    });
  if (site.builder !== null) inInitializer(unit, { node, builder: site.builder }, create);
  const modifiers = Modifier.public | Modifier.static | Modifier.final;
  return { name, type, modifiers, annotations, enumConstant: true, line };
}

function assign(
  unit: Unit,
  field: { readonly name: string; readonly line: number },
  read: () => number,
): void {
  const target = emit(unit.body, { kind: 'name', line: field.line, name: field.name });
  const value = read();
  emit(unit.body, { kind: 'assign', line: field.line, target, operator: '=', value });
}

function constantOf(unit: Unit, value: NodeIndex): Pick<FieldDeclaration, 'constant'> {
  if (value === NO_NODE) return {};
  const constant = readConstant(unit, value, { annotation: readAnnotation, depth: 0 });
  return isConstantShape(constant) ? { constant } : {};
}
