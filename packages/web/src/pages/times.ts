import type { Language } from '@csqa/report';

const SECOND = 1_000;
const UNITS = [
  ['day', 86_400 * SECOND],
  ['hour', 3_600 * SECOND],
  ['minute', 60 * SECOND],
] as const;

const RELATIVE: Readonly<Record<Language, Intl.RelativeTimeFormat>> = {
  en: new Intl.RelativeTimeFormat('en', { numeric: 'auto' }),
  ru: new Intl.RelativeTimeFormat('ru', { numeric: 'auto' }),
};
const MOMENT: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: momentFormat('en-GB'),
  ru: momentFormat('ru'),
};
const DAY: Readonly<Record<Language, Intl.DateTimeFormat>> = { en: dayFormat('en-GB'), ru: dayFormat('ru') };

function momentFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
}

function dayFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

/** How long ago, or in how long: "5 minutes ago". */
export function relative(moment: Date, now: Date, language: Language): string {
  const distance = moment.getTime() - now.getTime();
  const [unit, size] = UNITS.find(([, one]) => Math.abs(distance) >= one) ?? ['second', SECOND];
  return RELATIVE[language].format(Math.trunc(distance / size), unit);
}

/** A moment in UTC, which it names. */
export function moment(at: Date, language: Language): string {
  return `${MOMENT[language].format(at)} UTC`;
}

/** A day, short: "26 Nov". */
export function day(at: Date, language: Language): string {
  return DAY[language].format(at);
}

/** A span as a stopwatch shows it: "0:42", "1:02:03". */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}
