import type { Language } from '@csqa/report';

type Formats = Readonly<Record<Language, Intl.NumberFormat>>;

function formats(options: Intl.NumberFormatOptions): Formats {
  return { en: new Intl.NumberFormat('en', options), ru: new Intl.NumberFormat('ru', options) };
}

const SCORE = formats({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const CHANGE = formats({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
const SMALL_CHANGE = formats({ maximumFractionDigits: 4, signDisplay: 'exceptZero' });
const COUNT = formats({ maximumFractionDigits: 0 });
const FIGURE = formats({ maximumFractionDigits: 2 });

/** What stands where there is no figure. */
const NONE = '–';

/** A score from 0 to 1, or a dash. */
export function score(value: number | null, language: Language): string {
  return value === null ? NONE : SCORE[language].format(value);
}

/** A difference of scores with its sign; one that two decimals would hide gets four. */
export function change(delta: number | null, language: Language): string {
  if (delta === null) return NONE;
  const hidden = delta !== 0 && Math.abs(delta) < 0.005;
  return (hidden ? SMALL_CHANGE : CHANGE)[language].format(delta);
}

/** A whole number. */
export function count(value: number, language: Language): string {
  return COUNT[language].format(value);
}

/** A figure in whatever unit. */
export function figure(value: number | null, language: Language): string {
  return value === null ? NONE : FIGURE[language].format(value);
}
