import { LANGUAGES, type Language } from '@csqa/report';
import { THEMES, type Theme } from '../../pages/page-context.ts';

/** Cookies with what somebody has chosen. They say nothing of who it is. */
export const LANGUAGE_COOKIE = 'csqa_language';
export const THEME_COOKIE = 'csqa_theme';

/** What a request tells of how it wants its pages. */
interface Asking {
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly headers: { readonly 'accept-language'?: string | undefined };
}

/** The language that was chosen, or else the one that the browser prefers among ours. */
export function languageOf({ cookies, headers }: Asking): Language {
  const chosen = LANGUAGES.find((one) => one === cookies[LANGUAGE_COOKIE]);
  return chosen ?? preferred(headers['accept-language'] ?? '');
}

/** The colours that were chosen; the system's where none were. */
export function themeOf({ cookies }: Pick<Asking, 'cookies'>): Theme {
  return THEMES.find((one) => one === cookies[THEME_COOKIE]) ?? 'auto';
}

const MOST_RANGES = 20;

/** Accept-Language as RFC 9110 has it: ranges with weights, of which a weight of 0 rules one out. */
function preferred(header: string): Language {
  const ranges = header
    .split(',', MOST_RANGES)
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const weight = parameters
        .map((one) => /^\s*q=([\d.]+)\s*$/u.exec(one)?.[1])
        .find((one) => one !== undefined);
      return { language: LANGUAGES.find((one) => one === tag.split('-')[0]), weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight);
  return ranges.find(({ language }) => language !== undefined)?.language ?? 'en';
}
