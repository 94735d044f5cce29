import type { RelativePath } from '../base/ids.ts';
import type { ConfinedPlace } from './confined-bytes.ts';

/** A file that somebody has read before it was asked for. */
export interface FileAhead {
  /** Valid until the next file is taken. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, as hex digits. */
  readonly digest: string;
}

/** Files that somebody else reads while those before them are looked at. */
export interface BytesAhead {
  /** Says which files are asked for next, in their order. */
  foresee(place: ConfinedPlace, paths: readonly RelativePath[]): void;
  /** The file that was foreseen next; null for any other, and where whoever asks is to read it himself. */
  take(path: RelativePath): FileAhead | Promise<FileAhead | null> | null;
}
