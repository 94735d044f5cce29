import type { OperationIndex } from '../../facts/operations.ts';
import { childInField, childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { closeRegion, emit, openRegion, type RegionDetails } from './body-builder.ts';
import { type Binding, declareName, enterScope, leaveScope } from './locals.ts';
import { matchPattern } from './patterns.ts';
import { Field, Kind } from './syntax.ts';
import { endLineOf, lineOf, sourceOf, type Unit } from './unit.ts';

/** Labels longer than this are cut. */
const MAX_LABEL = 200;

/**
 * Reads a switch, old or new style. A group of `case` labels before one run of statements is one region, as is each
 * arrow. Gives the operation of its value, or null for a statement.
 */
export function readSwitch(unit: Unit, node: NodeIndex, isStatement: boolean): OperationIndex | null {
  const { tree } = unit;
  const { switchResults } = unit.body;
  const results: OperationIndex[] = isStatement ? switchResults : [];
  unit.body.switchResults = results;
  const subject = unit.readers.expression(unit, childInField(tree, node, Field.condition));
  const block = childInField(tree, node, Field.body);
  const mark = enterScope(unit.locals);
  const labels: NodeIndex[] = [];
  const end = tree.next[block] ?? 0;
  for (let child = block + 1; child < end; child = tree.next[child] ?? end) {
    const kind = tree.kind[child];
    if (kind === Kind.switchRule) readRule(unit, child, { subject, isStatement });
    else if (kind === Kind.switchBlockStatementGroup) readGroup(unit, child, { subject, labels });
    else unit.readers.statement(unit, child);
  }
  if (labels.length > 0) readCase(unit, labels, { subject, statements: [] });
  leaveScope(unit.locals, mark);
  unit.body.switchResults = switchResults;
  unit.whenTrue = [];
  unit.whenFalse = [];
  if (isStatement) return null;
  return emit(unit.body, { kind: 'switch', line: lineOf(unit, node), subject, results });
}

interface Subject {
  readonly subject: OperationIndex;
  readonly isStatement: boolean;
}

function readRule(unit: Unit, node: NodeIndex, { subject, isStatement }: Subject): void {
  const { tree } = unit;
  const label = childOfKind(tree, node, Kind.switchLabel);
  const labels = label === NO_NODE ? [] : labelTexts(unit, label);
  const mark = openCase(unit, node, { condition: subject, labels, arrow: true });
  if (label !== NO_NODE) readLabel(unit, label, subject);
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (child === label) continue;
    const isValue = tree.kind[child] === Kind.expressionStatement && !isStatement;
    if (isValue && child + 1 < (tree.next[child] ?? 0)) {
      unit.body.switchResults.push(unit.readers.expression(unit, child + 1));
    } else {
      unit.readers.statement(unit, child);
    }
  }
  leaveScope(unit.locals, mark);
  closeRegion(unit.body, endLineOf(unit, node));
}

/** Reads `case A: case B: …`; the grammar makes a group of each label, so those without statements wait for the next. */
function readGroup(
  unit: Unit,
  node: NodeIndex,
  { subject, labels }: { readonly subject: OperationIndex; readonly labels: NodeIndex[] },
): void {
  const statements: NodeIndex[] = [];
  const end = unit.tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = unit.tree.next[child] ?? end) {
    if (unit.tree.kind[child] === Kind.switchLabel) labels.push(child);
    else statements.push(child);
  }
  if (statements.length > 0) readCase(unit, labels.splice(0), { subject, statements });
}

/** Names declared in one case stay in scope in those after it. */
function readCase(
  unit: Unit,
  labels: readonly NodeIndex[],
  { subject, statements }: { readonly subject: OperationIndex; readonly statements: readonly NodeIndex[] },
): void {
  const first = labels[0] ?? statements[0] ?? NO_NODE;
  openCase(unit, first, { condition: subject, labels: labels.flatMap((label) => labelTexts(unit, label)) });
  for (const label of labels) readLabel(unit, label, subject);
  for (const statement of statements) unit.readers.statement(unit, statement);
  closeRegion(unit.body, endLineOf(unit, statements.at(-1) ?? labels.at(-1) ?? first));
}

function openCase(unit: Unit, node: NodeIndex, details: RegionDetails): number {
  openRegion(unit.body, 'case', { line: lineOf(unit, node), ...details });
  return enterScope(unit.locals);
}

/** Declares what a label's pattern introduces and reads its guard. */
function readLabel(unit: Unit, node: NodeIndex, subject: OperationIndex): void {
  const { tree } = unit;
  const end = tree.next[node] ?? 0;
  for (let pattern = node + 1; pattern < end; pattern = tree.next[pattern] ?? end) {
    if (tree.kind[pattern] !== Kind.pattern || pattern + 1 >= (tree.next[pattern] ?? 0)) continue;
    introduce(unit, matchPattern(unit, pattern + 1, { operand: subject, component: undefined }));
  }
  const guard = childOfKind(tree, node, Kind.guard);
  if (guard !== NO_NODE && guard + 1 < (tree.next[guard] ?? 0)) {
    unit.readers.expression(unit, guard + 1);
    introduce(unit, unit.whenTrue);
  }
}

function introduce(unit: Unit, bindings: readonly Binding[]): void {
  for (const binding of bindings) declareName(unit.locals, unit.body, binding);
}

/** The labels of `case A, B` as written, without the guard. */
function labelTexts(unit: Unit, node: NodeIndex): string[] {
  const { tree } = unit;
  const labels: string[] = [];
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    const kind = tree.kind[child];
    if (kind !== Kind.guard && kind !== Kind.error) {
      labels.push(unit.texts.of(sourceOf(unit, child).slice(0, MAX_LABEL)));
    }
  }
  return labels.length === 0 ? ['default'] : labels;
}
