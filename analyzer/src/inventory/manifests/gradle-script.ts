import { readScriptTokens, type ScriptToken } from './gradle-tokens.ts';

/** A statement of a build script with the blocks around it. */
export interface ScriptStatement {
  /** Heads of the enclosing blocks, outermost first: `dependencies`, `project(:app)`, `plugins` … */
  readonly blocks: readonly string[];
  readonly tokens: readonly ScriptToken[];
  readonly line: number;
}

/** Blocks that steer or repeat what stands in them, and so do not change what it means. */
const TRANSPARENT = new Set([
  'if',
  'else',
  'for',
  'while',
  'try',
  'catch',
  'finally',
  'with',
  'run',
  'apply',
  'forEach',
  'each',
  'all',
  'configureEach',
  'invoke',
]);

/** Deeper nesting than any build has; statements below it are not reported. */
const MAX_BLOCK_DEPTH = 64;

interface Splitting {
  readonly statements: ScriptStatement[];
  readonly blocks: string[];
  /** Brackets open at this point, in the current block and around it. */
  readonly brackets: string[];
  current: ScriptToken[];
}

/**
 * Splits a script into statements. A statement ends with its line unless a bracket is open; a `{` makes what stands before
 * it both a statement of its own and the head of a block.
 */
export function readScript(script: string): readonly ScriptStatement[] {
  const splitting: Splitting = { statements: [], blocks: [], brackets: [], current: [] };
  for (const token of readScriptTokens(script)) take(splitting, token);
  finishStatement(splitting);
  return splitting.statements;
}

function take(splitting: Splitting, token: ScriptToken): void {
  const { brackets, current } = splitting;
  if (token.kind === 'end') {
    if (brackets.at(-1) !== '(' && brackets.at(-1) !== '[' && !continuesAfter(current))
      finishStatement(splitting);
    return;
  }
  if (token.kind !== 'sign') {
    current.push(token);
    return;
  }
  switch (token.value) {
    case '{':
      openBlock(splitting);
      return;
    case '}':
      closeBlock(splitting);
      return;
    case '(':
    case '[':
      brackets.push(token.value);
      break;
    case ')':
    case ']':
      if (brackets.at(-1) !== '{') brackets.pop();
      break;
    default:
      break;
  }
  current.push(token);
}

/** A line that ends in a comma or an operator goes on in the next one. */
function continuesAfter(tokens: readonly ScriptToken[]): boolean {
  const last = tokens.at(-1);
  return last?.kind === 'sign' && [',', '=', '+', ':', '.'].includes(last.value);
}

function openBlock(splitting: Splitting): void {
  const head = splitting.current;
  splitting.blocks.push(headOf(head));
  splitting.brackets.push('{');
  if (head.length > 0) finishStatement(splitting, splitting.blocks.length - 1);
}

function closeBlock(splitting: Splitting): void {
  finishStatement(splitting);
  while (splitting.brackets.length > 0 && splitting.brackets.pop() !== '{');
  splitting.blocks.pop();
}

function finishStatement(splitting: Splitting, depth = splitting.blocks.length): void {
  const [first] = splitting.current;
  if (first !== undefined && depth <= MAX_BLOCK_DEPTH) {
    const blocks = splitting.blocks.slice(0, depth).filter((block) => !TRANSPARENT.has(block));
    splitting.statements.push({ blocks, tokens: splitting.current, line: first.line });
  }
  splitting.current = [];
}

/** `dependencies`, `project(:app)`, `create(libs)`: the last name before the brace, with a literal argument if it has one. */
function headOf(tokens: readonly ScriptToken[]): string {
  const open = tokens.findIndex((token) => token.kind === 'sign' && token.value === '(');
  const name =
    (open < 0 ? tokens : tokens.slice(0, open)).findLast((token) => token.kind === 'word')?.value ?? '';
  if (TRANSPARENT.has(name)) return name;
  const argument = open < 0 ? undefined : tokens.slice(open).find((token) => token.kind === 'text');
  return argument === undefined ? name : `${name}(${argument.value})`;
}
