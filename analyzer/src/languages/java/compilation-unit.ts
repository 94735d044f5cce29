import type { RelativePath } from '../../base/ids.ts';
import type { FactProblem, FileFacts, Import } from '../../facts/file-facts.ts';
import {
  childOfKind,
  type FlatTree,
  NO_NODE,
  type NodeIndex,
  type SyntaxProblem,
} from '../shared/flat-tree.ts';
import { indexLines, type LineIndex } from '../shared/line-index.ts';
import { isTypeDeclaration, numberAnonymousTypes } from './anonymous-numbers.ts';
import { startBody } from './body-builder.ts';
import { measureComplexity } from './cognitive-complexity.ts';
import { readBlock, readStatement } from './control-flow.ts';
import { readAnonymousType, readLocalType, readTypeDeclaration } from './declarations.ts';
import { createLocals } from './locals.ts';
import { readExpression } from './operations.ts';
import { readSwitch } from './switches.ts';
import { Kind, keywordKind } from './syntax.ts';
import { scanTokens } from './tokens.ts';
import { dottedName } from './type-refs.ts';
import { lineOf, type Readers, type Unit } from './unit.ts';

const STATIC = keywordKind('static');

const MAX_EXCERPT = 60;

const READERS: Readers = {
  expression: readExpression,
  block: readBlock,
  statement: readStatement,
  switch: readSwitch,
  localType: readLocalType,
  anonymousType: readAnonymousType,
};

/** Turns a parsed file into facts; `tree` is null when the parser gave up on the text. */
export function extractJava(path: RelativePath, text: string, tree: FlatTree | null): FileFacts {
  const lines = indexLines(text);
  const tokens = scanTokens(text);
  const outline = tree === null ? unreadable() : readCompilationUnit(text, tree, lines);
  return {
    path,
    language: 'java',
    ...outline,
    statements: tokens.statements,
    lines: { total: lines.total, code: tokens.codeLines },
    suppressions: tokens.suppressions,
  };
}

type Outline = Pick<FileFacts, 'package' | 'imports' | 'types' | 'problems'>;

function unreadable(): Outline {
  const message = 'the parser gave up on this file';
  return { package: '', imports: [], types: [], problems: [{ code: 'syntax-error', line: 1, message }] };
}

function readCompilationUnit(text: string, tree: FlatTree, lines: LineIndex): Outline {
  const unit: Unit = {
    ...{ text, tree, lines, readers: READERS, types: [], locals: createLocals() },
    problems: tree.problems.map((problem) => describeProblem(problem, text, lines)),
    numbers: numberAnonymousTypes(tree, text),
    complexity: measureComplexity(tree),
    body: startBody({ type: 0, method: 0 }, 1),
    site: { type: 0, binaryName: '' },
    depth: 0,
    ...{ whenTrue: [], whenFalse: [] },
  };
  const imports: Import[] = [];
  let packageName = '';
  for (const node of topLevelNodes(tree)) {
    const kind = tree.kind[node];
    if (kind === Kind.packageDeclaration) packageName = nameIn(unit, node);
    else if (kind === Kind.importDeclaration) imports.push(readImport(unit, node));
    else if (isTypeDeclaration(kind)) {
      const prefix = packageName === '' ? '' : `${packageName}.`;
      readTypeDeclaration(unit, node, { outer: null, prefix, enclosingMethod: null });
    }
  }
  return { package: packageName, imports, types: unit.types, problems: unit.problems };
}

/** The children of the root; what could not be parsed is opened up. */
function topLevelNodes(tree: FlatTree): NodeIndex[] {
  const nodes: NodeIndex[] = [];
  const end = tree.count;
  for (let node = 1; node < end; ) {
    if (tree.kind[node] === Kind.error) {
      node++;
      continue;
    }
    nodes.push(node);
    node = tree.next[node] ?? end;
  }
  return nodes;
}

function readImport(unit: Unit, node: NodeIndex): Import {
  const { tree } = unit;
  return {
    name: nameIn(unit, node),
    static: childOfKind(tree, node, STATIC) !== NO_NODE,
    wildcard: childOfKind(tree, node, Kind.asterisk) !== NO_NODE,
    line: lineOf(unit, node),
  };
}

function nameIn(unit: Unit, node: NodeIndex): string {
  const scoped = childOfKind(unit.tree, node, Kind.scopedIdentifier);
  const name = scoped === NO_NODE ? childOfKind(unit.tree, node, Kind.identifier) : scoped;
  return name === NO_NODE ? '' : dottedName(unit, name);
}

function describeProblem(problem: SyntaxProblem, text: string, lines: LineIndex): FactProblem {
  const line = lines.lineAt(problem.start);
  if (problem.missing !== null) return { code: 'syntax-error', line, message: `expected ${problem.missing}` };
  const excerpt = text.slice(problem.start, Math.min(problem.end, problem.start + MAX_EXCERPT));
  return { code: 'syntax-error', line, message: `unexpected ${JSON.stringify(excerpt)}` };
}
