import type { Language } from '@csqa/report';

/** A score with two decimals, in the writing of the language. */
export function score(value: number, language: Language): string {
  return inLanguage(value.toFixed(2), language);
}

/** A share from 0 to 1 in whole per cent; only all of it is 100, and only none of it is 0. */
export function percent(share: number): string {
  if (share <= 0) return '0 %';
  return `${share >= 1 ? 100 : Math.min(99, Math.max(1, Math.round(share * 100)))} %`;
}

/** A duration in seconds, with one decimal below ten seconds. */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

/** A number with at most four decimals. */
export function figure(value: number, language: Language): string {
  return inLanguage(String(Number(value.toFixed(4))), language);
}

/** A difference with its sign, so that growth is seen at once; small ones with four decimals. */
export function signed(delta: number, language: Language): string {
  const isSmall = delta !== 0 && Math.abs(delta) < 0.005;
  const written = delta.toFixed(isSmall ? 4 : 2);
  return inLanguage(delta > 0 ? `+${written}` : written, language);
}

function inLanguage(written: string, language: Language): string {
  return language === 'ru' ? written.replace('.', ',') : written;
}
