import type { FactSource, FileReading, KeptReadings } from '../facts/file-reading.ts';
import type { FactExtractor, Language } from '../languages/language.ts';
import { hashMethods } from './method-hashes.ts';

/** Reads files one after the other, each from its text or as an earlier run has read the same text. */
export interface FileReader {
  read(language: Language, source: FactSource): Promise<FileReading>;
  /** Frees the parsers. */
  close(): void;
}

/** Grammars are loaded when the first text is parsed: where earlier runs know all of them, none is. */
export function createFileReader(kept: KeptReadings | null): FileReader {
  const extractors = new Map<string, FactExtractor>();
  const extractorOf = async (language: Language): Promise<FactExtractor> => {
    const extractor = extractors.get(language.id) ?? (await language.createExtractor());
    extractors.set(language.id, extractor);
    return extractor;
  };
  return {
    read: async (language, source) => {
      const before = await kept?.find(source);
      if (before) return before;
      const facts = (await extractorOf(language)).extract(source.path, source.text);
      const methodHashes = source.isHashed ? hashMethods(facts, source.text) : null;
      kept?.keep(source, { facts, methodHashes });
      return { facts, methodHashes };
    },
    close: () => {
      for (const extractor of extractors.values()) extractor.close();
    },
  };
}
