import type { Said } from '../text/said.ts';

/** How one written value is read: null for what it does not take. */
export interface InputKind<Value> {
  readonly read: (written: string) => Value | null;
  /** What it takes, as the end of "expected …". */
  readonly expected: Said;
}

/** One of several words. */
export function oneOf<const Word extends string>(words: readonly Word[]): InputKind<Word> {
  const list = words.join(', ');
  return {
    read: (written) => words.find((word) => word === written) ?? null,
    expected: { en: `one of ${list}`, ru: `одно из: ${list}` },
  };
}

/** `true` or `false`, in the spellings of YAML 1.2. */
export const truth: InputKind<boolean> = {
  read: (written) => ({ true: true, false: false })[written.toLowerCase()] ?? null,
  expected: { en: 'true or false', ru: 'true или false' },
};

/** A share from 0 to 1: `0.3`, `.3`. */
export const share: InputKind<number> = {
  read: (written) => {
    if (!/^(?:\d(?:\.\d{1,9})?|\.\d{1,9})$/.test(written)) return null;
    const value = Number(written);
    return value <= 1 ? value : null;
  },
  expected: { en: 'a number from 0 to 1, such as 0.3', ru: 'число от 0 до 1, например 0.3' },
};

/** A number above 0 and at most `most`. */
export function numberUpTo(most: number): InputKind<number> {
  return {
    read: (written) => {
      const value = /^\d{1,9}(?:\.\d{1,3})?$/.test(written) ? Number(written) : 0;
      return value > 0 && value <= most ? value : null;
    },
    expected: { en: `a number above 0, at most ${most}`, ru: `число больше 0 и не больше ${most}` },
  };
}

/** Whole days, 1 to 90: what a repository may keep an artifact for. */
export const days: InputKind<number> = {
  read: (written) => {
    const value = /^\d{1,2}$/.test(written) ? Number(written) : 0;
    return value >= 1 && value <= 90 ? value : null;
  },
  expected: { en: 'days from 1 to 90', ru: 'дни, от 1 до 90' },
};

const BYTE_UNITS: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** Bytes from `512m` or `4g`. */
export const bytes: InputKind<number> = {
  read: (written) => {
    const [, amount, unit] = /^(\d{1,9})([kmg])b?$/i.exec(written) ?? [];
    const value = Number(amount) * (BYTE_UNITS[unit?.toLowerCase() ?? ''] ?? Number.NaN);
    return value > 0 ? value : null;
  },
  expected: { en: 'a size such as 512m or 4g', ru: 'размер, например 512m или 4g' },
};

const CONTROL = /\p{Cc}/u;

/** A text on one line. */
export function text(longest: number): InputKind<string> {
  return {
    read: (written) => (written.length <= longest && !CONTROL.test(written) ? written : null),
    expected: {
      en: `one line of at most ${longest} characters`,
      ru: `одна строка не длиннее ${longest} знаков`,
    },
  };
}

/** The address of a server, without credentials, a query or a slash at the end. */
export const serverUrl: InputKind<string> = {
  read: (written) => {
    if (!URL.canParse(written)) return null;
    const url = new URL(written);
    const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
    return /^https?:$/.test(url.protocol) && isPlain ? url.href.replace(/\/+$/, '') : null;
  },
  expected: {
    en: 'the http(s) address of a server without a name and a password, such as https://csqa.example.com',
    ru: 'http(s)-адрес сервера без имени и пароля, например https://csqa.example.com',
  },
};
