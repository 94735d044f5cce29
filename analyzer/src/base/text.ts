/**
 * A text for people in every language of the report, written where the fact is known: a sentence that lacks a language
 * does not compile. See docs/decisions/0007-sentences-travel-in-every-language.md.
 */
export interface Text {
  readonly en: string;
  readonly ru: string;
}

/** A text of the analyzer, or a name that is the same in every language: a route, a method, a number. */
export type Label = Text | string;

/** The text of a label in one language. */
export function labelIn(language: keyof Text, label: Label): string {
  return typeof label === 'string' ? label : label[language];
}

/** Forms of a Russian noun after 1, 2 and 5: `шаг`, `шага`, `шагов`. */
export type RussianForms = readonly [one: string, few: string, many: string];

/** Russian plural: `1 шаг`, `2 шага`, `5 шагов`. */
export function pluralRu(count: number, forms: RussianForms): string {
  const tens = count % 100;
  const ones = count % 10;
  if (ones === 1 && tens !== 11) return `${count} ${forms[0]}`;
  if (ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)) return `${count} ${forms[1]}`;
  return `${count} ${forms[2]}`;
}

/** Categories of guards as Russian readers know them. */
export const GUARDS_RU: Readonly<Record<string, string>> = {
  authentication: 'аутентификация',
  authorization: 'авторизация',
  validation: 'валидация',
  sanitization: 'санитизация',
  'rate-limiting': 'ограничение частоты',
  audit: 'аудит',
};
