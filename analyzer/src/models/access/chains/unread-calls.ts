import type { Text } from '../../../base/text.ts';

/** A call whose function cannot be found. `written` is the call as the source has it. */
export function notFollowed(written: string): Text {
  return { en: `${written} cannot be followed`, ru: `${written}: проследить нельзя` };
}

/** A rule whose answer is a program's. */
export function decidedByCode(written: string): Text {
  return { en: `${written} is decided by code`, ru: `${written}: решает код` };
}

/** A call that is handed the rules and whose code is not there. */
export function unread(written: string): Text {
  return {
    en: `${written} may add rules and is not read`,
    ru: `${written} может добавить правила и не читается`,
  };
}
