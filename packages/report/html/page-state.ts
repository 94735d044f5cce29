import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageData } from '../src/html/page-data.ts';
import type { Report } from '../src/schema/report.ts';
import type { Catalogue, Language } from '../src/text/catalogue.ts';
import type { Route } from './route.ts';
import type { PageTexts } from './text/page-texts.ts';

/** Whether the page follows the system or the reader's choice. */
export type Theme = 'system' | 'light' | 'dark';

/** What every part of the page may look at. */
export interface PageState {
  readonly data: PageData;
  /** The report in the language of the page. */
  readonly report: Report;
  readonly text: Catalogue;
  readonly page: PageTexts;
  readonly language: Language;
  readonly route: Route;
  /** Grows whenever colours change, so that charts are drawn again. */
  readonly theme: Theme;
  readonly dark: boolean;
  readonly printing: boolean;
  readonly setLanguage: (language: Language) => void;
  readonly setTheme: (theme: Theme) => void;
}

/** The state of the page, for everything below the root. */
export const PageContext = createContext<PageState | null>(null);

/** The state of the page. Throws an Error outside of it. */
export function usePage(): PageState {
  const state = useContext(PageContext);
  if (state === null) throw new Error('expected to be rendered inside the page');
  return state;
}

/** The keys of a record with closed keys, in the order in which it is written. */
export function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(record) as Key[];
}
