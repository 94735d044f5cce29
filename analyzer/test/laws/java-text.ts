/** A token or a stretch of space and comments of a Java text. */
export interface Piece {
  readonly text: string;
  readonly kind: 'space' | 'comment' | 'name' | 'other';
}

/** `@interface` is one word here: two are legal, but nobody writes them and the grammar does not read them. */
const PIECE =
  /(\s+)|(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|([\p{L}_$][\p{L}\p{N}_$]*)|("""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\d[\p{L}\p{N}_.]*|@interface|->|::|>{2,3}=?|<<=?|\.\.\.|[-+*/%&|^!=<>]=|&&|\|\||\+\+|--|[\s\S])/gu;

/** Cuts a Java text into pieces that make the text again when put together. */
function piecesOf(text: string): readonly Piece[] {
  return [...text.matchAll(PIECE)].map(([piece, space, comment, name]) => ({
    text: piece,
    kind:
      space !== undefined
        ? 'space'
        : comment !== undefined
          ? 'comment'
          : name !== undefined
            ? 'name'
            : 'other',
  }));
}

/** The tokens alone. */
function tokensOf(text: string): readonly Piece[] {
  return piecesOf(text).filter(({ kind }) => kind === 'name' || kind === 'other');
}

/** The text with other space between its tokens; comments go. `gap` is asked once for each token. */
export function respaced(text: string, gap: () => string): string {
  return tokensOf(text)
    .map((token) => `${token.text}${gap()}`)
    .join('');
}

/** The text with something put before each line that begins a statement or a member, where comments may stand. */
export function commented(text: string, comment: () => string): string {
  return piecesOf(text)
    .map(({ kind, text: piece }, index, all) => {
      const previous = all[index - 1]?.text;
      const begins = kind === 'space' && (previous === ';' || previous === '{' || previous === '}');
      return begins ? `${piece}${comment()}` : piece;
    })
    .join('');
}

/** The text with the names of methods changed, where they are declared, called or referred to. */
export function renamed(text: string, names: ReadonlyMap<string, string>): string {
  const pieces = piecesOf(text);
  const neighbour = (from: number, step: 1 | -1) => {
    let at = from + step;
    while (pieces[at]?.kind === 'space' || pieces[at]?.kind === 'comment') at += step;
    return pieces[at]?.text;
  };
  return pieces
    .map(({ kind, text: piece }, index) => {
      const name = kind === 'name' ? names.get(piece) : undefined;
      if (name === undefined) return piece;
      const before = neighbour(index, -1);
      const isMethod = before !== '@' && before !== 'new' && neighbour(index, 1) === '(';
      return isMethod || before === '::' ? name : piece;
    })
    .join('');
}

/** A type with its methods in another order. Other members keep their places; an enum is left as it is. */
export function withMethodsReordered(type: string, choice: () => number): string {
  const pieces = piecesOf(type);
  const start = bodyStart(pieces);
  if (start < 0 || pieces.slice(0, start).some(({ text }) => text === 'enum')) return type;
  const end = pieces.findLastIndex(({ text }) => text === '}');
  const members = membersOf(pieces.slice(start + 1, end));
  const methods = members.filter(({ isMethod }) => isMethod).map(({ text }) => text);
  const shuffled = methods.map((text) => ({ text, at: choice() })).sort((one, other) => one.at - other.at);
  const order = shuffled.map(({ text }) => text);
  const body = members.map(({ text, isMethod }) => (isMethod ? (order.shift() ?? '') : text));
  const textOf = (some: readonly Piece[]) => some.map(({ text }) => text).join('');
  return [textOf(pieces.slice(0, start + 1)), ...body, '\n', textOf(pieces.slice(end))].join('');
}

function bodyStart(pieces: readonly Piece[]): number {
  let parentheses = 0;
  return pieces.findIndex(({ text }) => {
    if (text === '(') parentheses++;
    if (text === ')') parentheses--;
    return parentheses === 0 && text === '{';
  });
}

/** Members of a body with the space before them. A `}` ends a member that assigns nothing; what assigns ends with its `;`. */
function membersOf(body: readonly Piece[]): { readonly text: string; readonly isMethod: boolean }[] {
  const members: { text: string; isMethod: boolean }[] = [];
  let [text, depth, assigns, hasParameters] = ['', 0, false, false];
  let isComplete = false;
  for (const piece of body) {
    text += piece.text;
    if (depth === 0 && piece.text === '=') assigns = true;
    if (depth === 0 && piece.text === '(') hasParameters = true;
    if (piece.text === '{' || piece.text === '(') depth++;
    if (piece.text === '}' || piece.text === ')') depth--;
    const isBlock = piece.text === '}' && !assigns;
    isComplete = depth === 0 && (isBlock || piece.text === ';');
    if (!isComplete) continue;
    const isType = /\b(?:class|interface|enum|record)\s+\w/.test(text.split('{')[0] ?? '');
    members.push({ text, isMethod: isBlock && hasParameters && !isType });
    [text, assigns, hasParameters] = ['', false, false];
  }
  return text === '' ? members : [...members, { text, isMethod: false }];
}

/** A compilation unit in its parts. */
interface Unit {
  /** Package and imports. */
  readonly head: string;
  /** Types by name, each with the annotations and modifiers before it. */
  readonly types: readonly { readonly name: string; readonly text: string }[];
}

/** Cuts a text after its imports and after each of its types. */
export function unitOf(text: string): Unit {
  const pieces = piecesOf(text);
  const types: { name: string; text: string }[] = [];
  let head = '';
  let part = '';
  let depth = 0;
  let name: string | undefined;
  pieces.forEach((piece, index) => {
    part += piece.text;
    if (piece.text === '{' || piece.text === '(') depth++;
    if (piece.text === '}' || piece.text === ')') depth--;
    const isType = ['class', 'interface', 'enum', 'record'].includes(piece.text);
    if (depth === 0 && isType && name === undefined) {
      const next = pieces.slice(index + 1).find(({ kind }) => kind !== 'space' && kind !== 'comment');
      if (next?.kind === 'name' && pieces[index - 1]?.text !== '.') name = next.text;
    }
    if (depth === 0 && piece.text === '}' && name !== undefined) {
      types.push({ name, text: part.trim() });
      part = '';
      name = undefined;
    } else if (depth === 0 && piece.text === ';' && name === undefined) {
      head += part;
      part = '';
    }
  });
  return { head: head.trim(), types };
}
