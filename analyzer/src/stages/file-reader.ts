import type { FactSource, FileReading } from '../facts/file-reading.ts';
import type { FactExtractor } from '../languages/language.ts';
import { languages } from '../languages/registry.ts';
import { indexLines } from '../languages/shared/line-index.ts';
import { hashMethods } from './method-hashes.ts';

/** Reads files one after the other. */
export interface FileReader {
  read(source: FactSource): Promise<FileReading>;
  /** Frees the parsers. */
  close(): void;
}

/** Extractors are made when the first text of a language is read. */
export function createFileReader(): FileReader {
  const extractors = new Map<string, FactExtractor>();
  const extractorOf = (id: string): FactExtractor => {
    const known = extractors.get(id);
    if (known !== undefined) return known;
    const language = languages.find((each) => each.id === id);
    if (language === undefined) throw new RangeError(`nobody reads ${id}`);
    const extractor = language.createExtractor();
    extractors.set(id, extractor);
    return extractor;
  };
  return {
    read: async ({ path, language, text, isMeasured }) => {
      const lines = indexLines(text);
      const facts = await extractorOf(language).extract(path, text, { lines, isMeasured });
      return { facts, methodHashes: isMeasured ? hashMethods(facts, text, lines) : null };
    },
    close: () => {
      for (const extractor of extractors.values()) extractor.close();
    },
  };
}
