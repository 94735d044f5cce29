import { hash } from 'node:crypto';
import type { RelativePath } from '../base/ids.ts';
import { byText } from '../base/ordering.ts';
import type { SourceReader } from './source-reader.ts';

/** Hex digits of a hash: 128 bits. */
const LENGTH = 32;

/** What a text is by its content: 32 hex digits, the same wherever lines end in CR LF and where they end in LF. */
export function contentHash(text: string): string {
  return hash('sha256', text.replaceAll('\r\n', '\n'), 'hex').slice(0, LENGTH);
}

/** SHA-256 of the bytes of a file, as hex digits. */
export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/**
 * Whether the digest of the bytes that a text was decoded from tells its content too, in half the time: not where there is a
 * mark of their encoding, or line ends that are not LF. They are taken to be what their encoding allows.
 */
export function isContent(bytes: Uint8Array, text: string): boolean {
  const isMarked = ENCODING_MARKS.some((mark) => mark.every((byte, index) => bytes[index] === byte));
  return !isMarked && !text.includes('\r');
}

/** The hash of a text of whose bytes the digest tells the content. */
export function hashOfDigest(digest: string): string {
  return digest.slice(0, LENGTH);
}

const ENCODING_MARKS: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** A file that was read, with the hash of its text. */
export interface ReadFile {
  readonly file: RelativePath;
  readonly hash: string;
}

/** A reader that remembers what it has read. */
export interface RememberingReader extends SourceReader {
  /** Every file that was read as text so far, by path. */
  filesRead(): readonly ReadFile[];
}

/** Remembers the hash of each text that is read through it. */
export function remembering(reader: SourceReader): RememberingReader {
  const hashes = new Map<RelativePath, string>();
  return {
    read: async (path) => {
      const content = await reader.read(path);
      if (content.kind === 'text' && !hashes.has(path))
        hashes.set(path, content.hash ?? contentHash(content.text));
      return content;
    },
    filesRead: () => [...hashes].map(([file, hash]) => ({ file, hash })).sort(byText(({ file }) => file)),
  };
}
