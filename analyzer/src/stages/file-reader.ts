import type { FactSource, FileReading } from '../facts/file-reading.ts';
import type { FactExtractor } from '../languages/language.ts';
import { languages } from '../languages/registry.ts';
import { hashMethods } from './method-hashes.ts';

/** Reads files one after the other. */
export interface FileReader {
  read(source: FactSource): Promise<FileReading>;
  /** Frees the parsers. */
  close(): void;
}

/** Grammars are loaded when the first text is parsed: where nothing is to be read, none is. */
export function createFileReader(): FileReader {
  const extractors = new Map<string, FactExtractor>();
  const extractorOf = async (id: string): Promise<FactExtractor> => {
    const known = extractors.get(id);
    if (known !== undefined) return known;
    const language = languages.find((each) => each.id === id);
    if (language === undefined) throw new RangeError(`nobody reads ${id}`);
    const extractor = await language.createExtractor();
    extractors.set(id, extractor);
    return extractor;
  };
  return {
    read: async ({ path, language, text, isHashed }) => {
      const facts = (await extractorOf(language)).extract(path, text);
      return { facts, methodHashes: isHashed ? hashMethods(facts, text) : null };
    },
    close: () => {
      for (const extractor of extractors.values()) extractor.close();
    },
  };
}
