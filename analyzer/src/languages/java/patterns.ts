import type { OperationIndex } from '../../facts/operations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { childInField, childOfKind, childrenOf, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { emit } from './body-builder.ts';
import type { Binding } from './locals.ts';
import { Field, Kind } from './syntax.ts';
import { firstTypeChild } from './type-names.ts';
import { readType } from './type-refs.ts';
import { lineOf, MAX_DEPTH, reportTooDeep, textOf, type Unit } from './unit.ts';

/** Reads `x instanceof T t`, `x instanceof R(…)` or without a pattern; the operand is read. */
export function completeInstanceOf(unit: Unit, node: NodeIndex, operand: OperationIndex): OperationIndex {
  const { tree } = unit;
  const pattern = childOfKind(tree, node, Kind.recordPattern);
  const typeNode = pattern === NO_NODE ? firstTypeChild(unit, node) : pattern + 1;
  const type = typeNode === NO_NODE ? null : readType(unit, typeNode);
  const result = emit(unit.body, { kind: 'instance-of', line: lineOf(unit, node), type, operand });
  const name = childInField(tree, node, Field.name);
  const matched = { operand, component: undefined };
  unit.whenFalse = [];
  if (pattern !== NO_NODE) unit.whenTrue = matchPattern(unit, pattern, matched);
  else if (name === NO_NODE) unit.whenTrue = [];
  else unit.whenTrue = [bind(unit, { name: textOf(unit, name), type, line: lineOf(unit, name) }, matched)];
  return result;
}

/**
 * Reads a type pattern or record pattern that is matched against an operation; gives the names it introduces.
 * A record pattern declares an unnamed local `_` of the record's type, and its components from that.
 */
export function matchPattern(unit: Unit, node: NodeIndex, matched: Matched): Binding[] {
  const { tree } = unit;
  if (tree.kind[node] === Kind.recordPattern) return matchRecord(unit, node, matched);
  const name = childrenOf(tree, node).findLast((child) => tree.kind[child] === Kind.identifier);
  if (name === undefined) return [];
  const typeNode = firstTypeChild(unit, node);
  const type = typeNode === NO_NODE ? null : readType(unit, typeNode);
  return [bind(unit, { name: textOf(unit, name), type, line: lineOf(unit, name) }, matched)];
}

/** What a pattern is matched against. */
export interface Matched {
  readonly operand: OperationIndex;
  /** Set where it is a component of the operand, a record. */
  readonly component: number | undefined;
}

interface PatternLocal {
  readonly name: string;
  readonly type: TypeRef | null;
  readonly line: number;
}

function matchRecord(unit: Unit, node: NodeIndex, matched: Matched): Binding[] {
  const { tree } = unit;
  if (unit.depth >= MAX_DEPTH) {
    reportTooDeep(unit, node);
    return [];
  }
  unit.depth++;
  const type = readType(unit, node + 1);
  const operand = bind(unit, { name: '_', type, line: lineOf(unit, node) }, matched).declaration;
  const body = childOfKind(tree, node, Kind.recordPatternBody);
  const components = childrenOf(tree, body).filter((child) => tree.kind[child] !== Kind.error);
  const bindings = components.flatMap((child, component) =>
    matchPattern(unit, child, { operand, component }),
  );
  unit.depth--;
  return bindings;
}

function bind(unit: Unit, local: PatternLocal, { operand, component }: Matched): Binding {
  const type = local.type?.name === 'var' ? null : local.type;
  const position = component === undefined ? {} : { component };
  const declared = { kind: 'declare', ...local, type, role: 'pattern', value: operand, ...position } as const;
  return { name: local.name, declaration: emit(unit.body, declared) };
}
