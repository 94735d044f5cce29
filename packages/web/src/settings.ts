import { WebError } from './failures/web-error.ts';

/** A setting by its name; undefined where it is empty. */
export type ReadSetting = (name: string) => string | undefined;

/** A whole number within bounds; undefined where nothing is set. */
export function wholeNumber(
  name: string,
  text: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  if (text === undefined) return undefined;
  const count = /^\d{1,7}$/u.test(text) ? Number(text) : -1;
  if (count >= least && count <= most) return count;
  throw invalidSetting(name, `a whole number from ${least} to ${most}`, text.slice(0, 20));
}

/** What is wrong with a setting, and how it should be. */
export function invalidSetting(name: string, expected: string, got: string): WebError {
  return new WebError('CONFIG_INVALID', `${name} must be ${expected}, and is ${got}`, {
    hint: `set ${name} to ${expected}, or leave it out`,
  });
}

/** One of some words. */
export function oneOf<T extends string>(name: string, text: string, known: readonly T[]): T {
  const found = known.find((each) => each === text);
  if (found === undefined) throw invalidSetting(name, `one of ${known.join(', ')}`, text.slice(0, 20));
  return found;
}
