import type { RelativePath } from '../base/ids.ts';
import type { SourceReader } from '../inventory/source-reader.ts';

/** Texts of files by path; what cannot be read as text is left out. */
export async function readTexts(
  reader: SourceReader,
  paths: readonly RelativePath[],
): Promise<ReadonlyMap<RelativePath, string>> {
  const texts = new Map<RelativePath, string>();
  for (const path of paths) {
    const content = await reader.read(path);
    if (content.kind === 'text') texts.set(path, content.text);
  }
  return texts;
}
