/** The text of a document in pieces: objects spread over lines, one element of a list a line, a newline at the end. */
export function* layOut(document: unknown): Generator<string> {
  yield* layOutValue(document, '', MAX_INDENTED_LEVELS);
  yield '\n';
}

/** combined → report → topology → edges: below that, an element is one line. */
const MAX_INDENTED_LEVELS = 4;

/** Characters that are worth handing on: each piece goes through as many hands as there are levels above it. */
const LEAST_PIECE = 1 << 14;

/** Spreads objects over lines, and lists so that each element is one line: a change of one finding changes one line. */
function* layOutValue(value: unknown, indent: string, levels: number): Generator<string> {
  if (typeof value !== 'object' || value === null || levels === 0) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* layOutList(value, indent);
  else yield* layOutObject(value, indent, levels);
}

function* layOutList(items: readonly unknown[], indent: string): Generator<string> {
  if (items.length === 0) return yield '[]';
  const between = `\n${indent}  `;
  let piece = '[';
  let isFirst = true;
  for (const item of items) {
    piece += `${isFirst ? '' : ','}${between}${JSON.stringify(item)}`;
    isFirst = false;
    if (piece.length < LEAST_PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n${indent}]`;
}

function* layOutObject(value: object, indent: string, levels: number): Generator<string> {
  const inner = `${indent}  `;
  let before = '{';
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    yield `${before}\n${inner}${JSON.stringify(key)}: `;
    yield* layOutValue(item, inner, levels - 1);
    before = ',';
  }
  yield before === '{' ? '{}' : `\n${indent}}`;
}
