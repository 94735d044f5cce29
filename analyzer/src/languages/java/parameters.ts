import type { ParameterDeclaration } from '../../facts/declarations.ts';
import { childInField, childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { readModifiers } from './annotations.ts';
import { Field, Kind } from './syntax.ts';
import { countDimensions, firstTypeChild, readType } from './type-refs.ts';
import { lineOf, textOf, type Unit } from './unit.ts';

/** Reads formal parameters or record components; a receiver parameter is none. */
export function readParameters(unit: Unit, node: NodeIndex): ParameterDeclaration[] {
  const { tree } = unit;
  if (node === NO_NODE) return [];
  const parameters: ParameterDeclaration[] = [];
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] === Kind.formalParameter) parameters.push(readParameter(unit, child, child));
    else if (tree.kind[child] === Kind.spreadParameter) {
      parameters.push(readParameter(unit, child, childOfKind(tree, child, Kind.variableDeclarator)));
    }
  }
  return parameters;
}

/** Reads one parameter; `declarator` is the node that holds its name. */
function readParameter(unit: Unit, node: NodeIndex, declarator: NodeIndex): ParameterDeclaration {
  const { tree } = unit;
  const { bits, annotations } = readModifiers(unit, node);
  const name = declarator === NO_NODE ? NO_NODE : childInField(tree, declarator, Field.name);
  const varargs = tree.kind[node] === Kind.spreadParameter;
  const dimensions = declarator === NO_NODE ? NO_NODE : childInField(tree, declarator, Field.dimensions);
  const dims = countDimensions(unit, dimensions) + (varargs ? 1 : 0);
  return {
    name: name === NO_NODE ? '' : textOf(unit, name),
    type: readType(unit, firstTypeChild(unit, node), dims),
    ...(varargs && { varargs }),
    modifiers: bits,
    annotations,
    line: lineOf(unit, name === NO_NODE ? node : name),
  };
}
