import { createTreeBuffers, type FlatTree } from '../../shared/flat-tree.ts';
import { Kind } from '../syntax.ts';
import { classBody, program, typeAfterModifiers, typeDeclaration } from './declarations.ts';
import { expression } from './expressions.ts';
import { Reading, type Rules } from './reading.ts';
import { block } from './statements.ts';
import { switchExpression } from './switches.ts';

const RULES: Rules = {
  ...{ expression, block, classBody, typeAfterModifiers },
  ...{ switch: switchExpression, localType: typeDeclaration },
};

/**
 * Parses files that are well-formed and written as nearly all are. Gives null for any other, which says nothing of them.
 * Trees are those that the grammar of tree-sitter gives; they are valid until the next call.
 */
export function createJavaParser(): (text: string) => FlatTree | null {
  const reading = new Reading(RULES);
  const buffers = createTreeBuffers();
  return (text) => {
    if (!reading.start(text) || !reading.tries(program)) return null;
    return reading.treeOf(Kind.program, buffers);
  };
}
