import { createTreeBuffers, type FlatTree } from '../../shared/flat-tree.ts';
import { Kind } from '../syntax.ts';
import { classBody, program, typeAfterModifiers, typeDeclaration } from './declarations.ts';
import { expression } from './expressions.ts';
import { Reading, type Rules } from './reading.ts';
import type { Tokens } from './scanner.ts';
import { block } from './statements.ts';
import { switchExpression } from './switches.ts';

const RULES: Rules = {
  ...{ expression, block, classBody, typeAfterModifiers },
  ...{ switch: switchExpression, localType: typeDeclaration },
};

/** What parses files that are well-formed and written as nearly all are. */
export interface JavaParser {
  /** The tree that the grammar of tree-sitter gives, valid until the next call; null for any other text, which says nothing of it. */
  parse(text: string): FlatTree | null;
  /** The tokens of the text that was parsed last. */
  tokens(): Tokens;
}

/** Makes a parser. */
export function createJavaParser(): JavaParser {
  const reading = new Reading(RULES);
  const buffers = createTreeBuffers();
  return {
    parse: (text) => {
      if (!reading.start(text) || !reading.tries(program)) return null;
      return reading.treeOf(Kind.program, buffers);
    },
    tokens: () => reading.tokens,
  };
}
