import type { MethodAddress, MethodDeclaration, ParameterDeclaration } from '../../facts/declarations.ts';
import type { Body } from '../../facts/operations.ts';
import { childInField, childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { readAnnotation, readModifiers } from './annotations.ts';
import { emit, finishBody, startBody } from './body-builder.ts';
import { readConstant } from './constants.ts';
import { declareName, enterScope, leaveScope } from './locals.ts';
import { readParameters } from './parameters.ts';
import { Field, Kind } from './syntax.ts';
import { countDimensions, firstTypeChild } from './type-names.ts';
import { readType, readTypeParameters, readTypes } from './type-refs.ts';
import { endLineOf, lineOf, nameOf, type Unit } from './unit.ts';

/** What a method takes from the type around it. */
export interface MethodSite {
  readonly address: MethodAddress;
  /** Parameters of a compact constructor. */
  readonly components: readonly ParameterDeclaration[];
}

/** Reads a method, a constructor or an element of an annotation type, with its body. */
export function readMethod(unit: Unit, node: NodeIndex, site: MethodSite): MethodDeclaration {
  const { tree } = unit;
  const kind = tree.kind[node];
  const isConstructor = kind === Kind.constructorDeclaration || kind === Kind.compactConstructorDeclaration;
  const isCompact = kind === Kind.compactConstructorDeclaration;
  const isElement = kind === Kind.annotationTypeElementDeclaration;
  const { bits, annotations } = readModifiers(unit, node);
  const { name, line } = nameOf(unit, node);
  const parameters = isCompact
    ? site.components
    : readParameters(unit, childOfKind(tree, node, Kind.formalParameters));
  const value = isElement ? childInField(tree, node, Field.value) : NO_NODE;
  const method: MethodDeclaration = {
    name: isConstructor ? '<init>' : name,
    kind: isConstructor ? 'constructor' : isElement ? 'annotation-element' : 'method',
    modifiers: bits,
    annotations,
    typeParameters: readTypeParameters(unit, childOfKind(tree, node, Kind.typeParameters)),
    parameters,
    returnType: isConstructor ? null : readReturnType(unit, node),
    throws: readTypes(unit, childOfKind(tree, node, Kind.throws)),
    cognitiveComplexity: unit.complexity.get(node) ?? 0,
    body: readBody(unit, node, { ...site, parameters }),
    span: { start: lineOf(unit, node), end: endLineOf(unit, node) },
    line,
  };
  if (isCompact) return { ...method, compact: true };
  if (value === NO_NODE) return method;
  return { ...method, defaultValue: readConstant(unit, value, { annotation: readAnnotation, depth: 0 }) };
}

function readReturnType(unit: Unit, node: NodeIndex): MethodDeclaration['returnType'] {
  const dims = countDimensions(unit, childInField(unit.tree, node, Field.dimensions));
  return readType(unit, firstTypeChild(unit, node), dims);
}

function readBody(
  unit: Unit,
  node: NodeIndex,
  site: { readonly address: MethodAddress; readonly parameters: readonly ParameterDeclaration[] },
): Body | null {
  const block = childInField(unit.tree, node, Field.body);
  if (block === NO_NODE) return null;
  const outer = unit.body;
  const body = startBody(site.address, lineOf(unit, block));
  unit.body = body;
  const mark = enterScope(unit.locals);
  site.parameters.forEach(({ name, line }, index) => {
    const declaration = emit(body, { kind: 'parameter', line, index, name });
    declareName(unit.locals, body, { name, declaration });
  });
  unit.readers.block(unit, block);
  leaveScope(unit.locals, mark);
  unit.body = outer;
  return finishBody(body, endLineOf(unit, block));
}
