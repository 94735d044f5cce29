import type { Language } from '@csqa/report';
import type { CliTexts } from './catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** What the command line says in one language. */
export function cliTextsOf(language: Language): CliTexts {
  switch (language) {
    case 'en':
      return en;
    case 'ru':
      return ru;
  }
}
