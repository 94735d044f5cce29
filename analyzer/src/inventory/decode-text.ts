import { isAscii } from 'node:buffer';

/** Bytes of a file, told apart into text and what must not be read as text. */
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string; readonly replaced: boolean }
  | { readonly kind: 'binary' };

/** How far into a file a NUL byte is looked for; the same distance git uses to call a file binary. */
const BINARY_PROBE_BYTES = 8_000;

/**
 * Decodes a whole file. UTF-8 is assumed; a byte order mark is dropped and UTF-16 is believed only where one announces it.
 * Bytes that are not UTF-8 become U+FFFD (`replaced` says so), so that a source in an older encoding still yields facts.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== null) return { kind: 'text', text: new TextDecoder(wide).decode(bytes), replaced: false };
  if (bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) return { kind: 'binary' };
  if (isAscii(bytes)) return { kind: 'text', text: asciiText(bytes), replaced: false };
  const narrow = narrowText(bytes);
  if (narrow !== null) return { kind: 'text', text: narrow, replaced: false };
  try {
    return { kind: 'text', text: STRICT.decode(bytes), replaced: false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { kind: 'text', text: new TextDecoder('utf-8').decode(bytes), replaced: true };
  }
}

/** As nearly all code is: copied as it is, which takes a third of what decoding does. */
function asciiText({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}

/** Where characters of two bytes become one; larger texts are not code, and are decoded as any other. */
const NARROWED = Buffer.allocUnsafeSlow(256 * 1024);
/** Characters of two bytes that are looked for: a name in a licence, a word in a comment. */
const MOST_WIDE = 64;
/** What characters of two bytes begin with where they are no further than U+00FF. */
const NARROW_LEADS: readonly number[] = [0xc2, 0xc3];

/**
 * UTF-8 of ASCII but for a few characters up to U+00FF, as in a file that begins with `©`; null for any other. The engine
 * keeps such a text in a byte a character where it is made of bytes, and in two where a decoder has made it.
 */
function narrowText({ buffer, byteOffset, byteLength }: Uint8Array): string | null {
  if (byteLength > NARROWED.length) return null;
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const leads = NARROW_LEADS.map((lead) => bytes.indexOf(lead));
  let length = 0;
  let at = 0;
  for (let wide = 0; wide <= MOST_WIDE; wide += 1) {
    const next = leads.reduce((least, lead) => (lead !== -1 && lead < least ? lead : least), byteLength);
    const plain = bytes.subarray(at, next);
    if (!isAscii(plain)) return null;
    NARROWED.set(plain, length);
    length += plain.length;
    if (next === byteLength) return NARROWED.toString('latin1', 0, length);
    const lead = bytes[next] ?? 0;
    const rest = bytes[next + 1] ?? 0;
    if ((rest & 0xc0) !== 0x80) return null;
    NARROWED[length] = ((lead & 0x03) << 6) | (rest & 0x3f);
    length += 1;
    at = next + 2;
    leads[NARROW_LEADS.indexOf(lead)] = bytes.indexOf(lead, at);
  }
  return null;
}

/** Refuses what is not UTF-8. */
const STRICT = new TextDecoder('utf-8', { fatal: true });

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Counts lines as an editor numbers them: LF, CRLF and lone CR end a line, a last line without an end counts. */
export function countLines(text: string): number {
  return text.includes('\r') ? countMixedLines(text) : countPlainLines(text);
}

/** Text in which LF alone ends a line, as nearly all is. */
function countPlainLines(text: string): number {
  let lines = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    lines += 1;
    start = end + 1;
  }
  return start < text.length ? lines + 1 : lines;
}

/** Each LF ends a line, and each CR that none comes after. */
function countMixedLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== LF) lines += 1;
  }
  const last = text.charCodeAt(text.length - 1);
  return last === LF || last === CR ? lines : lines + 1;
}

const LF = 10;
const CR = 13;
