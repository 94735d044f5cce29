import type { Diagnostic } from '../base/diagnostics.ts';
import type { RelativePath } from '../base/ids.ts';
import type { BytesAhead, FileAhead } from './bytes-ahead.ts';
import {
  type ConfinedPlace,
  createByteReader,
  describeSystemError,
  isSystemError,
  unreadable,
} from './confined-bytes.ts';
import { digestOf, hashOfDigest, isContent } from './content-hash.ts';
import { decodeText } from './decode-text.ts';
import type { SourceContent, SourceReader } from './source-reader.ts';

/** Where files are read from, and what is to be told of them. */
export interface NodeSourceReaderOptions extends ConfinedPlace {
  /** Whether the hash of each text is wanted; it is told when the file is read for the first time. */
  readonly hashes?: boolean;
  /** Whether the digest of each text is wanted, each time it is read. */
  readonly digests?: boolean;
  /** Who may have read files already; null or absent: nobody. */
  readonly ahead?: BytesAhead | null | undefined;
}

/** Reads files below one directory and nothing else, see `createByteReader`. */
export function createNodeSourceReader(options: NodeSourceReaderOptions): SourceReader {
  const { hashes = false, digests = false, ahead = null } = options;
  const readBytes = createByteReader(options);
  const telling: Telling = { digests, hashed: hashes ? new Set<string>() : null };
  const contentOf = (path: RelativePath, read: FileAhead | null): SourceContent => {
    const bytes = read === null ? readBytes(path) : read.bytes;
    if (!(bytes instanceof Uint8Array)) return bytes;
    try {
      return asText(path, { bytes, digest: read?.digest ?? null }, telling);
    } catch (error) {
      if (isSystemError(error)) return unreadable(path, describeSystemError(error));
      throw error;
    }
  };
  return {
    read: async (path) => contentOf(path, ahead === null ? null : await ahead.take(path)),
  };
}

interface Telling {
  /** Files whose hash was told; null where nobody wants any. */
  readonly hashed: Set<string> | null;
  readonly digests: boolean;
}

interface Bytes {
  readonly bytes: Uint8Array;
  /** Null where nobody has made it. */
  readonly digest: string | null;
}

function asText(
  path: RelativePath,
  { bytes, digest: known }: Bytes,
  { hashed, digests }: Telling,
): SourceContent {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'binary') return { kind: 'binary', bytes: bytes.length, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  if (decoded.replaced) {
    diagnostics.push({
      code: 'invalid-utf8',
      stage: 'inventory',
      severity: 'warning',
      message: {
        en: `${path} is not valid UTF-8; the bytes that are not were replaced`,
        ru: `${path} — не UTF-8; неверные байты заменены`,
      },
      hint: {
        en: 'Save the file as UTF-8 so that names and texts in it are read exactly.',
        ru: 'Сохраните файл в UTF-8, чтобы имена и тексты в нём читались точно.',
      },
      file: path,
    });
  }
  const { text } = decoded;
  const isWanted = hashed !== null && !hashed.has(path) && !decoded.replaced && isContent(bytes, text);
  if (!isWanted && !digests) return { kind: 'text', text, bytes: bytes.length, diagnostics };
  const digest = known ?? digestOf(bytes);
  if (isWanted) hashed.add(path);
  return {
    ...{ kind: 'text', text, bytes: bytes.length, diagnostics },
    ...(isWanted && { hash: hashOfDigest(digest) }),
    ...(digests && { digest }),
  };
}
