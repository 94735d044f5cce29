import { java } from './java/index.ts';
import type { Language } from './language.ts';

/** The languages that can be read, one line each. */
export const languages: readonly Language[] = [java];
