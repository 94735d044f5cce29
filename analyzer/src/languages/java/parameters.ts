import { fitted, NOTHING } from '../../base/lists.ts';
import type { ParameterDeclaration } from '../../facts/declarations.ts';
import { childInField, childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { readModifiers } from './annotations.ts';
import { Field, Kind } from './syntax.ts';
import { countDimensions, firstTypeChild } from './type-names.ts';
import { readType } from './type-refs.ts';
import { nameOf, type Unit } from './unit.ts';

/** Reads formal parameters or record components; a receiver parameter is none. */
export function readParameters(unit: Unit, node: NodeIndex): readonly ParameterDeclaration[] {
  const { tree } = unit;
  if (node === NO_NODE) return NOTHING;
  const parameters: ParameterDeclaration[] = [];
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] === Kind.formalParameter) parameters.push(readParameter(unit, child, child));
    else if (tree.kind[child] === Kind.spreadParameter) {
      parameters.push(readParameter(unit, child, childOfKind(tree, child, Kind.variableDeclarator)));
    }
  }
  return fitted(parameters);
}

/** Reads one parameter; `declarator` is the node that holds its name. */
function readParameter(unit: Unit, node: NodeIndex, declarator: NodeIndex): ParameterDeclaration {
  const { tree } = unit;
  const { bits, annotations } = readModifiers(unit, node);
  const varargs = tree.kind[node] === Kind.spreadParameter;
  const dimensions = childInField(tree, declarator, Field.dimensions);
  const dims = countDimensions(unit, dimensions) + (varargs ? 1 : 0);
  const { name, line } = nameOf(unit, declarator === NO_NODE ? node : declarator);
  const type = readType(unit, firstTypeChild(unit, node), dims);
  const parameter = { name, line, type, modifiers: bits, annotations };
  return varargs ? { ...parameter, varargs } : parameter;
}
