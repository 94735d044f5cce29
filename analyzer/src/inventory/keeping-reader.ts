import type { RelativePath } from '../base/ids.ts';
import type { SourceContent, SourceReader } from './source-reader.ts';

/** Characters that are kept at most; a tree with more is read from the disk twice where they end. */
const MOST_KEPT = 64 * 1024 * 1024;

/** Which files are kept, and how much of them. */
export interface KeepingOptions {
  readonly isKept: (path: RelativePath) => boolean;
  /** In characters. */
  readonly mostKept?: number;
}

/**
 * A reader that keeps the texts of files for whoever reads them a second time, and then forgets them: the inventory looks at
 * each source file, and its facts are read soon after. Both see the same text, whatever happens to the file meanwhile.
 */
export function keeping(
  reader: SourceReader,
  { isKept, mostKept = MOST_KEPT }: KeepingOptions,
): SourceReader {
  const kept = new Map<RelativePath, SourceContent>();
  let left = mostKept;
  return {
    read: async (path) => {
      const before = kept.get(path);
      if (before?.kind === 'text') {
        kept.delete(path);
        left += before.text.length;
        return before;
      }
      const content = await reader.read(path);
      if (content.kind === 'text' && content.text.length <= left && isKept(path)) {
        kept.set(path, content);
        left -= content.text.length;
      }
      return content;
    },
  };
}
