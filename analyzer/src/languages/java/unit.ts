import type { MethodAddress, TypeDeclaration } from '../../facts/declarations.ts';
import type { FactProblem } from '../../facts/file-facts.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import { childInField, type FlatTree, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import type { LineIndex } from '../shared/line-index.ts';
import type { TextTable } from '../shared/text-table.ts';
import type { BodyBuilder } from './body-builder.ts';
import type { Binding, Locals } from './locals.ts';
import { Field } from './syntax.ts';

/** How deep expressions, statements and types may nest in each other before the rest is left `opaque`. */
export const MAX_DEPTH = 250;

const MAX_PROBLEMS = 20;

/** Where a type declaration stands. */
export interface TypeSite {
  /** Index of the enclosing type in `Unit.types`. */
  readonly outer: number | null;
  /** Binary name of the enclosing type, or the package; with its separator, ready to be prefixed. */
  readonly prefix: string;
  readonly enclosingMethod: MethodAddress | null;
  /** Members that a brace too many has left outside the declaration. */
  readonly strays?: readonly NodeIndex[];
}

/**
 * The readers that call each other in a circle (a lambda holds statements, a statement holds types, a type holds
 * bodies). They meet here so that their files do not import each other in a circle.
 */
export interface Readers {
  expression(unit: Unit, node: NodeIndex): OperationIndex;
  /** Reads the statements of a block in a scope of their own. */
  block(unit: Unit, node: NodeIndex): void;
  statement(unit: Unit, node: NodeIndex): void;
  /** A switch; gives the operation of its value, or null for a statement. */
  switch(unit: Unit, node: NodeIndex, isStatement: boolean): OperationIndex | null;
  /** Reads a type declaration that stands among statements. */
  localType(unit: Unit, node: NodeIndex): void;
  /** Reads the body of an anonymous type; gives its index in `FileFacts.types`. */
  anonymousType(unit: Unit, node: NodeIndex, site: AnonymousSite): number | null;
}

/** What an anonymous body belongs to. */
export interface AnonymousSite {
  readonly extends: TypeDeclaration['extends'];
  readonly line: number;
}

/** What the readers of one file share. */
export interface Unit {
  readonly text: string;
  /** Where what facts say has its texts from. */
  readonly texts: TextTable;
  /** Without folder and extension: the name of an implicit class. */
  readonly fileName: string;
  readonly tree: FlatTree;
  readonly lines: LineIndex;
  readonly readers: Readers;
  /** Outer before inner; a slot is taken when a type is met and filled when it has been read. */
  readonly types: TypeDeclaration[];
  readonly problems: FactProblem[];
  readonly locals: Locals;
  /** Compiler's number of anonymous bodies and local types, by node. */
  readonly numbers: ReadonlyMap<NodeIndex, number>;
  /** Cognitive complexity by the node of a method or initializer; 0 where absent. */
  readonly complexity: ReadonlyMap<NodeIndex, number>;
  /** The body being read. */
  body: BodyBuilder;
  /** Innermost type being read. */
  site: { readonly type: number; readonly binaryName: string };
  depth: number;
  /** Expressions whose left operand is being read, the innermost last; each reader of one takes off what it has put there. */
  readonly spine: NodeIndex[];
  /** Pattern variables that the expression read last introduces when it is true, and when it is false. */
  whenTrue: readonly Binding[];
  whenFalse: readonly Binding[];
}

/** Text of a node as written, to be kept in facts; empty for `NO_NODE`. */
export function textOf(unit: Unit, node: NodeIndex): string {
  return unit.texts.part(unit.text, unit.tree.start[node] ?? 0, unit.tree.end[node] ?? 0);
}

/** Text of a node as written, to be looked at; empty for `NO_NODE`. */
export function sourceOf(unit: Unit, node: NodeIndex): string {
  return unit.text.slice(unit.tree.start[node] ?? 0, unit.tree.end[node] ?? 0);
}

/** 1-based line of a node's first character. */
export function lineOf(unit: Unit, node: NodeIndex): number {
  return unit.lines.lineAt(unit.tree.start[node] ?? 0);
}

/** 1-based line of a node's last character. */
export function endLineOf(unit: Unit, node: NodeIndex): number {
  const start = unit.tree.start[node] ?? 0;
  return unit.lines.lineAt(Math.max(start, (unit.tree.end[node] ?? 0) - 1));
}

/** Name of a declaration and its line; the declaration's own line where the name is missing. */
export function nameOf(unit: Unit, declaration: NodeIndex): { readonly name: string; readonly line: number } {
  const node = childInField(unit.tree, declaration, Field.name);
  return { name: textOf(unit, node), line: lineOf(unit, node === NO_NODE ? declaration : node) };
}

/** Notes that nesting beyond the cap was not read. */
export function reportTooDeep(unit: Unit, node: NodeIndex): void {
  if (unit.problems.length >= MAX_PROBLEMS) return;
  const message = {
    en: `nested more than ${MAX_DEPTH} levels deep`,
    ru: `вложенность больше ${MAX_DEPTH} уровней`,
  };
  unit.problems.push({ code: 'too-deep', line: lineOf(unit, node), message });
}
