import { hash } from 'node:crypto';
import type { RelativePath } from '../base/ids.ts';
import { byText } from '../base/ordering.ts';
import type { SourceContent, SourceReader } from './source-reader.ts';

/** A reader that knows for certain what it has read. */
export interface PrintingReader extends SourceReader {
  /** What each file was when it was read, by path: equal for the same content and for nothing else. */
  prints(): readonly (readonly [RelativePath, string])[];
  /** False once a file was read twice and was not the same. */
  isSteady(): boolean;
}

/**
 * Takes the print of everything that is read through it, of what cannot be read too. Unlike the hashes in a report, a print
 * tells line ends apart: whatever anybody could see of a file is in it.
 */
export function printing(reader: SourceReader): PrintingReader {
  const prints = new Map<RelativePath, string>();
  let isSteady = true;
  return {
    read: async (path) => {
      const content = await reader.read(path);
      const print = printOf(content);
      const before = prints.get(path);
      if (before === undefined) prints.set(path, print);
      else if (before !== print) isSteady = false;
      return content;
    },
    prints: () => [...prints].sort(byText(([path]) => path)),
    isSteady: () => isSteady,
  };
}

/** The digest of a text says it all: its bytes decide what is told of it beside. */
function printOf(content: SourceContent): string {
  if (content.kind === 'text' && content.digest !== undefined) return `text ${content.digest}`;
  const { kind, bytes, diagnostics } = content;
  const text = content.kind === 'text' ? content.text : '';
  return hash('sha256', `${JSON.stringify([kind, bytes, diagnostics])}\n${text}`, 'hex');
}
