/** Replaces secrets in a text by `***`. */
export type Redact = (text: string) => string;

/** A secret that is shorter would also be found in innocent words. */
const SHORTEST_SECRET = 4;

const userinfo = /\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@'"]{1,512}@/gi;

/**
 * Makes a function that removes secrets from any text that leaves: as they are, percent-encoded, in base64 (alone, and
 * as the `user:secret` of basic authentication), and whatever stands before the @ of a URL.
 */
export function redactor(secrets: readonly { readonly value: string; readonly username?: string }[]): Redact {
  const forms = secrets
    .filter(({ value }) => value.length >= SHORTEST_SECRET)
    .flatMap(({ value, username }) => [
      value,
      encodeURIComponent(value),
      base64(value),
      ...(username === undefined ? [] : [base64(`${username}:${value}`)]),
    ]);
  const longestFirst = [...new Set(forms)].sort((left, right) => right.length - left.length);
  return (text) =>
    longestFirst.reduce((cleaned, form) => cleaned.replaceAll(form, '***'), text).replace(userinfo, '$1***@');
}

/** Without padding: the same bytes inside a longer text end otherwise. */
function base64(text: string): string {
  return Buffer.from(text).toString('base64').replace(/=+$/, '');
}
