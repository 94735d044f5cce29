const secondUnits: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600 };
const byteUnits: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** The longest time that a limit may be: a week. */
const WEEK_SECONDS = 7 * 24 * 3600;

/** Seconds from `90`, `90s`, `30m` or `2h`; null for anything else, for nothing and for more than a week. */
export function readSeconds(written: string): number | null {
  const value = readQuantity(written, secondUnits);
  return value === null || value > WEEK_SECONDS ? null : value;
}

/** Bytes from `1073741824`, `512m` or `4g`; null for anything else and for nothing. */
export function readBytes(written: string): number | null {
  return readQuantity(written, byteUnits);
}

/** The most threads that anybody may ask for. */
const MOST_THREADS = 1024;

/** A number of threads as `4`, or `auto`; null for anything else. */
export function readThreads(written: string): number | 'auto' | null {
  if (written === 'auto') return written;
  const threads = /^\d{1,4}$/.test(written) ? Number(written) : 0;
  return threads > 0 && threads <= MOST_THREADS ? threads : null;
}

/** A share from 0 to 1 as people write it: `0.3`, `.3`, `0,3`, `30%`; null for anything else. */
export function readShare(written: string): number | null {
  const match = /^(\d{1,3}(?:[.,]\d{1,9})?|[.,]\d{1,9})(%?)$/.exec(written.trim());
  if (match === null) return null;
  const number = Number(match[1]?.replace(',', '.')) / (match[2] === '%' ? 100 : 1);
  return number <= 1 ? number : null;
}

function readQuantity(written: string, units: Readonly<Record<string, number>>): number | null {
  const match = /^(\d{1,15})([a-z]?)$/.exec(written.trim().toLowerCase());
  const unit = units[match?.[2] ?? '?'];
  const amount = Number(match?.[1]) * (unit ?? Number.NaN);
  return amount > 0 && Number.isSafeInteger(amount) ? amount : null;
}
