const LANGUAGE = /^java\.(?:lang|util)\.[A-Z]/u;

/** Whether a class is of the language itself: what it makes of values holds these, and reads nothing else. */
export function isOfLanguage(type: string): boolean {
  return LANGUAGE.test(type);
}
