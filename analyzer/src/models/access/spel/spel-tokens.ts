/** One token of an access expression. */
export interface SpelToken {
  readonly kind: 'name' | 'text' | 'number' | 'symbol';
  readonly text: string;
}

/** Longer expressions are not read. */
const LONGEST_EXPRESSION = 2_000;

/** Sticky, one alternative a kind, no nested repetition: linear in the text. */
const TOKEN_FORM =
  /\s+|(?<text>'(?:[^']|'')*'|"[^"]*")|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_$][\w$]*)|(?<symbol>&&|\|\||==|!=|<=|>=|\?\.|[()[\]{},.!#@<>=?:+*/%-])/uy;

/** Cuts an expression into tokens; null where a character fits nowhere or the text is too long. */
export function spelTokens(expression: string): readonly SpelToken[] | null {
  if (expression.length > LONGEST_EXPRESSION) return null;
  const tokens: SpelToken[] = [];
  const form = new RegExp(TOKEN_FORM);
  while (form.lastIndex < expression.length) {
    const found = form.exec(expression);
    if (found === null) return null;
    const { text, number, name, symbol } = found.groups ?? {};
    if (text !== undefined) tokens.push({ kind: 'text', text: text.slice(1, -1) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
  }
  return tokens;
}
