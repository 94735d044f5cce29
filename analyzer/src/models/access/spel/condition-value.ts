import { type SpelToken, spelTokens } from './spel-tokens.ts';

type Value = string | number | boolean | null;

/** Parentheses and negations in each other. */
const DEEPEST = 50;
const WORDS: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  not: '!',
  eq: '==',
  ne: '!=',
  lt: '<',
  gt: '>',
  le: '<=',
  ge: '>=',
};
const CONSTANTS: Readonly<Record<string, Value>> = { true: true, false: false, null: null };

/**
 * The value of a condition that is made of constants, once its placeholders are replaced: `'kafka'=='kafka' && true`.
 * Undefined where it asks for anything else (a bean, a type, a method) or is no condition.
 */
export function conditionValue(expression: string): boolean | undefined {
  const tokens = spelTokens(expression.trim().replace(/^#\{(.*)\}$/su, '$1'));
  if (tokens === null) return undefined;
  const reader = new ConditionReader(tokens);
  const value = reader.either(0);
  return reader.isAtEnd() && typeof value === 'boolean' ? value : undefined;
}

/** Reads by descent; undefined is what cannot be told, and stays so whatever is done with it. */
class ConditionReader {
  private readonly tokens: readonly SpelToken[];
  private at = 0;

  constructor(tokens: readonly SpelToken[]) {
    this.tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  either(depth: number): Value | undefined {
    let value = this.both(depth);
    while (this.takes('||')) value = logical(value, this.both(depth), (left, right) => left || right);
    return value;
  }

  private both(depth: number): Value | undefined {
    let value = this.compared(depth);
    while (this.takes('&&')) value = logical(value, this.compared(depth), (left, right) => left && right);
    return value;
  }

  private compared(depth: number): Value | undefined {
    const left = this.single(depth);
    const operator = ['==', '!=', '<=', '>=', '<', '>'].find((each) => this.takes(each));
    if (operator === undefined) return left;
    const right = this.single(depth);
    return left === undefined || right === undefined ? undefined : compare(operator, left, right);
  }

  private single(depth: number): Value | undefined {
    if (depth > DEEPEST) return undefined;
    if (this.takes('!')) {
      const value = this.single(depth + 1);
      return typeof value === 'boolean' ? !value : undefined;
    }
    if (this.takes('(')) {
      const value = this.either(depth + 1);
      return this.takes(')') ? value : undefined;
    }
    const isNegative = this.takes('-');
    const token = this.tokens[this.at++];
    if (token?.kind === 'number') return isNegative ? -Number(token.text) : Number(token.text);
    if (isNegative || token === undefined) return undefined;
    if (token.kind === 'text') return token.text;
    return token.kind === 'name' ? CONSTANTS[token.text.toLowerCase()] : undefined;
  }

  private takes(symbol: string): boolean {
    const token = this.tokens[this.at];
    const found = token?.kind === 'name' ? WORDS[token.text.toLowerCase()] : token?.text;
    if (token === undefined || token.kind === 'text' || found !== symbol) return false;
    this.at++;
    return true;
  }
}

function logical(
  left: Value | undefined,
  right: Value | undefined,
  join: (left: boolean, right: boolean) => boolean,
): boolean | undefined {
  return typeof left === 'boolean' && typeof right === 'boolean' ? join(left, right) : undefined;
}

function compare(operator: string, left: Value, right: Value): boolean | undefined {
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  switch (operator) {
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    default:
      return left >= right;
  }
}
