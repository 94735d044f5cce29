import { SaxesParser } from 'saxes';

/** An element with its place. Names carry no namespace prefix. */
export interface XmlElement {
  readonly name: string;
  /** Line of the opening tag, 1-based. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text and CDATA directly inside, trimmed. */
  readonly text: string;
}

/** What could be read. A broken document keeps everything before the break, with the break in `problem`. */
export interface XmlDocument {
  readonly root: XmlElement | null;
  readonly problem: { readonly message: string; readonly line: number } | null;
}

interface OpenElement {
  readonly name: string;
  readonly line: number;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const MAX_DEPTH = 256;
const MAX_ELEMENTS = 200_000;

/** Ends the parse from inside a handler; never leaves this file. */
class XmlBreak extends Error {}

/**
 * Reads XML with line numbers. No entity but the five of XML itself is ever expanded, nothing external is loaded, and
 * neither depth nor size of the document costs stack.
 */
export function parseXml(text: string): XmlDocument {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const stack: OpenElement[] = [];
  const finished: { root: XmlElement | null } = { root: null };
  let elements = 0;
  let startLine = 1;
  parser.on('error', (error) => {
    throw new XmlBreak(withoutPosition(error.message));
  });
  parser.on('opentagstart', () => {
    // The reader has already taken the character after the name; where that ended the line, the tag began on the one before.
    startLine = parser.column === 0 ? parser.line - 1 : parser.line;
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > MAX_ELEMENTS) throw new XmlBreak(`the document has more than ${MAX_ELEMENTS} elements`);
    if (stack.length >= MAX_DEPTH) throw new XmlBreak(`elements nest more than ${MAX_DEPTH} deep`);
    const attributes = new Map<string, string>();
    for (const name in tag.attributes) attributes.set(localName(name), String(tag.attributes[name]));
    stack.push({ name: localName(tag.name), line: startLine, attributes, children: [], text: '' });
  });
  const addText = (part: string): void => {
    const open = stack.at(-1);
    if (open !== undefined) open.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => closeInnermost(stack, finished));
  const problem = run(parser, text);
  while (stack.length > 0) closeInnermost(stack, finished);
  return { root: finished.root, problem };
}

function run(parser: SaxesParser, text: string): XmlDocument['problem'] {
  try {
    parser.write(text).close();
    return null;
  } catch (error) {
    if (!(error instanceof XmlBreak)) throw error;
    return { message: error.message, line: parser.line };
  }
}

function closeInnermost(stack: OpenElement[], finished: { root: XmlElement | null }): void {
  const open = stack.pop();
  if (open === undefined) return;
  open.text = open.text.trim();
  const parent = stack.at(-1);
  if (parent !== undefined) parent.children.push(open);
  else finished.root ??= open;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function withoutPosition(message: string): string {
  return message.replace(/^\d+:\d+: /, '');
}

/** First child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** Children `item` of the first child `list`, e.g. every `dependency` of `dependencies`. */
export function itemsOf(element: XmlElement | undefined, list: string, item: string): readonly XmlElement[] {
  return childOf(element, list)?.children.filter((child) => child.name === item) ?? [];
}

/** Text of the first child of that name; null where it is absent or empty. */
export function textOf(element: XmlElement | undefined, name: string): string | null {
  const text = childOf(element, name)?.text;
  return text === undefined || text === '' ? null : text;
}
