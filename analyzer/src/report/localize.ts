import { CAPS, clipText } from '@csqa/report/producer';
import { type Label, labelIn, type Text } from '../base/text.ts';

/** Texts of the contract as it carries them: English in their own places, the other languages beside them. */
type Localized<Name extends string> = Readonly<Record<Name, string>> & {
  readonly localized?: { readonly ru: Readonly<Record<Name, string>> };
};

/** Puts texts into the contract, cut to its length. A name that is the same in every language stands once. */
export function localize<Name extends string>(texts: Readonly<Record<Name, Label>>): Localized<Name> {
  const english = inLanguage(texts, 'en');
  const russian = inLanguage(texts, 'ru');
  const same = Object.keys(texts).every((name) => english[name as Name] === russian[name as Name]);
  return same ? english : { ...english, localized: { ru: russian } };
}

function inLanguage<Name extends string>(
  texts: Readonly<Record<Name, Label>>,
  language: keyof Text,
): Record<Name, string> {
  const entries = Object.entries<Label>(texts).map(([name, label]) => [
    name,
    clipText(labelIn(language, label), CAPS.text),
  ]);
  return Object.fromEntries(entries) as Record<Name, string>;
}
