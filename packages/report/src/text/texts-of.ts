import type { Catalogue, Language } from './catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** The texts of one language. */
export function textsOf(language: Language): Catalogue {
  switch (language) {
    case 'en':
      return en;
    case 'ru':
      return ru;
  }
}
