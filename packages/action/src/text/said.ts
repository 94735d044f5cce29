import type { Language } from '@csqa/report';

/** A sentence for people in every language; what lacks one does not compile. */
export type Said = Readonly<Record<Language, string>>;

/** Several sentences as one text. */
export function joined(parts: readonly Said[], separator = ' '): Said {
  return {
    en: parts.map(({ en }) => en).join(separator),
    ru: parts.map(({ ru }) => ru).join(separator),
  };
}
