import type { OperationIndex } from '../../facts/operations.ts';
import { childInField, childOfKind, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { closeRegion, emit, openRegion } from './body-builder.ts';
import { readArguments } from './calls.ts';
import { breaksOut, completesNormally } from './completion.ts';
import { declareLocal, readLocals } from './local-variables.ts';
import { type Binding, declareName, enterScope, leaveScope } from './locals.ts';
import { Field, Kind } from './syntax.ts';
import { readTry } from './try-statements.ts';
import { countDimensions, firstTypeChild } from './type-names.ts';
import { readType } from './type-refs.ts';
import { endLineOf, lineOf, MAX_DEPTH, reportTooDeep, textOf, type Unit } from './unit.ts';

/** Reads the statements of a block in a scope of their own. */
export function readBlock(unit: Unit, node: NodeIndex): void {
  const mark = enterScope(unit.locals);
  readStatements(unit, node);
  leaveScope(unit.locals, mark);
}

/** Reads all children of a node as statements, in the current scope. */
function readStatements(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) readStatement(unit, child);
}

/** Reads one statement; nesting beyond the cap becomes one `opaque` operation. */
export function readStatement(unit: Unit, node: NodeIndex): void {
  if (unit.depth >= MAX_DEPTH) {
    reportTooDeep(unit, node);
    emit(unit.body, { kind: 'opaque', line: lineOf(unit, node), reason: 'too-deep' });
    return;
  }
  unit.depth++;
  (STATEMENTS[unit.tree.kind[node] ?? 0] ?? readJump)(unit, node);
  unit.depth--;
}

/** What each kind of statement is read by; the rest are jumps or nothing. */
const STATEMENTS: Readonly<Record<number, (unit: Unit, node: NodeIndex) => void>> = {
  [Kind.expressionStatement]: readExpressionStatement,
  [Kind.localVariableDeclaration]: readLocals,
  [Kind.block]: readBlock,
  [Kind.ifStatement]: readIf,
  [Kind.whileStatement]: readLoop,
  [Kind.doStatement]: readLoop,
  [Kind.forStatement]: readLoop,
  [Kind.enhancedForStatement]: readForEach,
  [Kind.switchExpression]: (unit, node) => unit.readers.switch(unit, node, true),
  [Kind.tryStatement]: readTry,
  [Kind.tryWithResourcesStatement]: readTry,
  [Kind.synchronizedStatement]: readSynchronized,
  [Kind.labeledStatement]: readStatements,
  [Kind.explicitConstructorInvocation]: readConstructorCall,
  [Kind.classDeclaration]: readLocalType,
  [Kind.interfaceDeclaration]: readLocalType,
  [Kind.enumDeclaration]: readLocalType,
  [Kind.recordDeclaration]: readLocalType,
  [Kind.annotationTypeDeclaration]: readLocalType,
  [Kind.error]: readDamaged,
  [Kind.assertStatement]: readAssert,
};

function readLocalType(unit: Unit, node: NodeIndex): void {
  unit.readers.localType(unit, node);
}

function readJump(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  const line = lineOf(unit, node);
  const child = node + 1 < (tree.next[node] ?? 0) ? node + 1 : NO_NODE;
  switch (tree.kind[node]) {
    case Kind.returnStatement: {
      const value = child === NO_NODE ? null : unit.readers.expression(unit, child);
      emit(unit.body, { kind: 'return', line, value });
      return;
    }
    case Kind.throwStatement:
      if (child !== NO_NODE)
        emit(unit.body, { kind: 'throw', line, value: unit.readers.expression(unit, child) });
      return;
    case Kind.yieldStatement:
      if (child !== NO_NODE) readYield(unit, child, line);
      return;
    case Kind.breakStatement:
    case Kind.continueStatement: {
      const label = child === NO_NODE ? null : textOf(unit, child);
      emit(unit.body, { kind: tree.kind[node] === Kind.breakStatement ? 'break' : 'continue', line, label });
      return;
    }
    default:
  }
}

function readYield(unit: Unit, node: NodeIndex, line: number): void {
  const value = unit.readers.expression(unit, node);
  unit.body.switchResults.push(value);
  emit(unit.body, { kind: 'yield', line, value });
}

function readAssert(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  const end = tree.next[node] ?? 0;
  if (node + 1 >= end) return;
  const condition = unit.readers.expression(unit, node + 1);
  const message = tree.next[node + 1] ?? end;
  if (message < end) unit.readers.expression(unit, message);
  emit(unit.body, { kind: 'assert', line: lineOf(unit, node), condition });
}

function readExpressionStatement(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  const child = node + 1;
  if (child >= (tree.next[node] ?? 0)) return;
  if (tree.kind[child] === Kind.switchExpression) unit.readers.switch(unit, child, true);
  else unit.readers.expression(unit, child);
}

function introduce(unit: Unit, bindings: readonly Binding[]): void {
  for (const binding of bindings) declareName(unit.locals, unit.body, binding);
}

interface OpenElse {
  readonly node: NodeIndex;
  readonly mark: number;
}

/** An `if` whose condition and first arm are read. */
interface ReadIf {
  readonly condition: OperationIndex;
  readonly then: NodeIndex;
  /** `NO_NODE` where there is no else. */
  readonly otherwise: NodeIndex;
  readonly whenTrue: readonly Binding[];
  readonly whenFalse: readonly Binding[];
}

/** Reads an `if` with its ladder of `else if`, of any length, without recursion along the ladder. */
function readIf(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  const ladder: OpenElse[] = [];
  const first = readThen(unit, node);
  let rung = first;
  while (tree.kind[rung.otherwise] === Kind.ifStatement) {
    const at = rung.otherwise;
    openRegion(unit.body, 'else', { line: lineOf(unit, at), condition: rung.condition });
    ladder.push({ node: at, mark: enterScope(unit.locals) });
    introduce(unit, rung.whenFalse);
    rung = readThen(unit, at);
  }
  if (rung.otherwise !== NO_NODE) {
    readArm(unit, rung.otherwise, { kind: 'else', condition: rung.condition, bindings: rung.whenFalse });
  }
  for (let open = ladder.pop(); open !== undefined; open = ladder.pop()) {
    closeRegion(unit.body, endLineOf(unit, open.node));
    leaveScope(unit.locals, open.mark);
  }
  introduce(unit, introducedAfter(unit, first));
}

function readThen(unit: Unit, node: NodeIndex): ReadIf {
  const { tree } = unit;
  const condition = unit.readers.expression(unit, childInField(tree, node, Field.condition));
  const { whenTrue, whenFalse } = unit;
  const then = childInField(tree, node, Field.consequence);
  readArm(unit, then, { kind: 'then', condition, bindings: whenTrue });
  return { condition, then, otherwise: childInField(tree, node, Field.alternative), whenTrue, whenFalse };
}

/** What stays in scope after `if (e) S` and `if (e) S else T` (JLS 6.3.2.2). */
function introducedAfter(unit: Unit, { then, otherwise, whenTrue, whenFalse }: ReadIf): readonly Binding[] {
  if (whenTrue.length === 0 && whenFalse.length === 0) return [];
  const thenCompletes = completesNormally(unit.tree, then);
  const elseCompletes = otherwise === NO_NODE || completesNormally(unit.tree, otherwise);
  if (thenCompletes === elseCompletes) return [];
  return thenCompletes ? whenTrue : whenFalse;
}

interface Arm {
  readonly kind: 'then' | 'else';
  readonly condition: OperationIndex;
  readonly bindings: readonly Binding[];
}

function readArm(unit: Unit, node: NodeIndex, { kind, condition, bindings }: Arm): void {
  openRegion(unit.body, kind, { line: lineOf(unit, node), condition });
  const mark = enterScope(unit.locals);
  introduce(unit, bindings);
  if (node !== NO_NODE) readStatement(unit, node);
  leaveScope(unit.locals, mark);
  closeRegion(unit.body, endLineOf(unit, node));
}

/** Reads `while`, `do` and `for` in the order they are evaluated: condition, body, update; for `do` the body first. */
function readLoop(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  const around = enterScope(unit.locals);
  readAllInField(unit, node, Field.init);
  const region = openRegion(unit.body, 'loop', { line: lineOf(unit, node) });
  const body = childInField(tree, node, Field.body);
  const conditionNode = childInField(tree, node, Field.condition);
  const mark = enterScope(unit.locals);
  const bodyFirst = tree.kind[node] === Kind.doStatement;
  if (bodyFirst) readInScope(unit, body);
  let whenFalse: readonly Binding[] = [];
  if (conditionNode !== NO_NODE) {
    const condition = unit.readers.expression(unit, conditionNode);
    Object.assign(unit.body.regions[region] ?? {}, { condition });
    ({ whenFalse } = unit);
    introduce(unit, unit.whenTrue);
  }
  if (!bodyFirst) readInScope(unit, body);
  readAllInField(unit, node, Field.update);
  leaveScope(unit.locals, mark);
  closeRegion(unit.body, endLineOf(unit, node));
  leaveScope(unit.locals, around);
  if (whenFalse.length > 0 && !breaksOut(tree, body)) introduce(unit, whenFalse);
}

function readInScope(unit: Unit, node: NodeIndex): void {
  const mark = enterScope(unit.locals);
  if (node !== NO_NODE) readStatement(unit, node);
  leaveScope(unit.locals, mark);
}

function readAllInField(unit: Unit, node: NodeIndex, field: number): void {
  const { tree } = unit;
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (tree.field[child] !== field) continue;
    if (tree.kind[child] === Kind.localVariableDeclaration) readLocals(unit, child);
    else unit.readers.expression(unit, child);
  }
}

function readForEach(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  const valueNode = childInField(tree, node, Field.value);
  const value = valueNode === NO_NODE ? null : unit.readers.expression(unit, valueNode);
  openRegion(unit.body, 'loop', { line: lineOf(unit, node) });
  const mark = enterScope(unit.locals);
  const dims = countDimensions(unit, childInField(tree, node, Field.dimensions));
  const type = readType(unit, firstTypeChild(unit, node), dims);
  declareLocal(unit, childInField(tree, node, Field.name), { type, role: 'foreach', value });
  readInScope(unit, childInField(tree, node, Field.body));
  leaveScope(unit.locals, mark);
  closeRegion(unit.body, endLineOf(unit, node));
}

function readSynchronized(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  const lock = childOfKind(tree, node, Kind.parenthesizedExpression);
  if (lock !== NO_NODE) unit.readers.expression(unit, lock);
  openRegion(unit.body, 'synchronized', { line: lineOf(unit, node) });
  const body = childInField(tree, node, Field.body);
  if (body !== NO_NODE) readBlock(unit, body);
  closeRegion(unit.body, endLineOf(unit, node));
}

function readConstructorCall(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  const outer = childInField(tree, node, Field.object);
  if (outer !== NO_NODE) unit.readers.expression(unit, outer);
  const args = readArguments(unit, childInField(tree, node, Field.arguments));
  const isSuper = childOfKind(tree, node, Kind.super) !== NO_NODE;
  emit(unit.body, {
    kind: 'constructor-call',
    line: lineOf(unit, node),
    target: isSuper ? 'super' : 'this',
    args,
  });
}

/** Keeps the whole statements and calls inside a stretch that could not be parsed. */
function readDamaged(unit: Unit, node: NodeIndex): void {
  const { tree } = unit;
  emit(unit.body, { kind: 'opaque', line: lineOf(unit, node), reason: 'syntax-error' });
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    const kind = tree.kind[child];
    if (kind === Kind.methodInvocation || kind === Kind.objectCreationExpression)
      unit.readers.expression(unit, child);
    else if (kind === Kind.assignmentExpression) unit.readers.expression(unit, child);
    else readStatement(unit, child);
  }
}
