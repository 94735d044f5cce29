import type { Language } from '../src/text/catalogue.ts';

/** A score: two decimals, with the language's decimal mark. */
export function score(value: number | null, language: Language): string {
  if (value === null) return '–';
  return value.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A figure in whatever unit: at most two decimals. */
export function figure(value: number, language: Language): string {
  return value.toLocaleString(language, { maximumFractionDigits: 2 });
}

/** A share from 0 to 1 in whole per cent; only all of it is 100, as in the other writers. */
export function percent(share: number, language: Language): string {
  const shown = share >= 1 ? 1 : Math.min(0.99, share);
  return shown.toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 });
}
