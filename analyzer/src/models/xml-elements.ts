import { SaxesParser } from 'saxes';

/** One element of an XML file, in document order. */
export interface XmlElement {
  /** Local name, without namespace prefix. */
  readonly name: string;
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Index of the enclosing element; null for the root. */
  readonly parent: number | null;
  readonly line: number;
  /** Text directly inside it (not inside its children). */
  readonly text: string;
}

/** Caps against hostile files. */
const MOST_ELEMENTS = 100_000;
const MOST_TEXT = 20_000;

/**
 * Reads an XML file as a flat list of elements. Never throws: what follows a mistake in the file is left out. Entities of
 * the file's own are not expanded.
 */
export function readXml(text: string): readonly XmlElement[] {
  const elements: { -readonly [Key in keyof XmlElement]: XmlElement[Key] }[] = [];
  const open: number[] = [];
  const parser = new SaxesParser({ position: true });
  let stopped = false;
  parser.on('error', () => {
    stopped = true;
  });
  parser.on('opentag', (tag) => {
    if (elements.length >= MOST_ELEMENTS) stopped = true;
    if (stopped) return;
    open.push(elements.length);
    elements.push({
      name: localName(tag.name),
      attributes: new Map(
        Object.entries(tag.attributes).map(([name, value]) => [localName(name), String(value)]),
      ),
      parent: open.at(-2) ?? null,
      line: parser.line,
      text: '',
    });
  });
  const addText = (chunk: string): void => {
    const element = elements[open.at(-1) ?? -1];
    if (!stopped && element !== undefined && element.text.length < MOST_TEXT) element.text += chunk;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (!stopped) open.pop();
  });
  try {
    parser.write(text).close();
  } catch {
    // What was read before the mistake stands.
    return elements;
  }
  return elements;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
