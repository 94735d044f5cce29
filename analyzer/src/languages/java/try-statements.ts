import { childInField, childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { closeRegion, emit, openRegion } from './body-builder.ts';
import { declareLocal } from './local-variables.ts';
import { enterScope, leaveScope } from './locals.ts';
import { Field, Kind } from './syntax.ts';
import { countDimensions, firstTypeChild } from './type-names.ts';
import { readType, readTypes } from './type-refs.ts';
import { endLineOf, lineOf, type Unit } from './unit.ts';

/** Reads `try` with its resources (inside the `try` region: what closes and opens them is caught too), catches and finally. */
export function readTry(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  const region = openRegion(unit.body, 'try', { line: lineOf(unit, node) });
  const mark = enterScope(unit.locals);
  const body = childInField(tree, node, Field.body);
  readResources(unit, childOfKind(tree, node, Kind.resourceSpecification));
  if (body !== NO_NODE) unit.readers.block(unit, body);
  leaveScope(unit.locals, mark);
  closeRegion(unit.body, endLineOf(unit, body === NO_NODE ? node : body));
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] === Kind.catchClause) readCatch(unit, child, region);
    else if (tree.kind[child] === Kind.finallyClause) readFinally(unit, child, region);
  }
}

function readResources(unit: Unit, node: NodeIndex): void {
  if (node === NO_NODE) return;
  const { tree } = unit;
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.kind[child] !== Kind.resource) continue;
    const initializer = childInField(tree, child, Field.value);
    if (initializer !== NO_NODE) {
      const value = unit.readers.expression(unit, initializer);
      const dims = countDimensions(unit, childInField(tree, child, Field.dimensions));
      const type = readType(unit, firstTypeChild(unit, child), dims);
      declareLocal(unit, childInField(tree, child, Field.name), { type, role: 'resource', value });
    } else if (child + 1 < (tree.next[child] ?? 0)) {
      // What is there already is closed as well, under no name of its own.
      const value = unit.readers.expression(unit, child + 1);
      emit(unit.body, {
        kind: 'declare',
        line: lineOf(unit, child),
        name: '',
        type: null,
        role: 'resource',
        value,
      });
    }
  }
}

function readCatch(unit: Unit, node: NodeIndex, tryRegion: number): void {
  const { tree } = unit;
  const parameter = childOfKind(tree, node, Kind.catchFormalParameter);
  const alternatives = parameter === NO_NODE ? NO_NODE : childOfKind(tree, parameter, Kind.catchType);
  const catches = readTypes(unit, alternatives);
  const region = openRegion(unit.body, 'catch', { line: lineOf(unit, node), of: tryRegion });
  const mark = enterScope(unit.locals);
  const name = parameter === NO_NODE ? NO_NODE : childInField(tree, parameter, Field.name);
  const type = catches.length === 1 ? (catches[0] ?? null) : null;
  const exception = declareLocal(unit, name === NO_NODE ? node : name, { type, role: 'catch', value: null });
  Object.assign(unit.body.regions[region] ?? {}, { catches, exception });
  const body = childInField(tree, node, Field.body);
  if (body !== NO_NODE) unit.readers.block(unit, body);
  leaveScope(unit.locals, mark);
  closeRegion(unit.body, endLineOf(unit, node));
}

function readFinally(unit: Unit, node: NodeIndex, tryRegion: number): void {
  openRegion(unit.body, 'finally', { line: lineOf(unit, node), of: tryRegion });
  const body = childOfKind(unit.tree, node, Kind.block);
  if (body !== NO_NODE) unit.readers.block(unit, body);
  closeRegion(unit.body, endLineOf(unit, node));
}
