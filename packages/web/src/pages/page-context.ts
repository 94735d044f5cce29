import { type Catalogue, type Language, textsOf } from '@csqa/report';
import { en, type PageTexts } from './texts/en.ts';
import { ru } from './texts/ru.ts';

/** Colours of the page: what the browser's owner prefers, unless chosen here. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Who looks at a page. */
export interface PageUser {
  readonly name: string;
  readonly scope: 'read' | 'submit' | 'admin';
  /** Signed in with a cookie, which can be given back. */
  readonly isSignedIn: boolean;
}

/** All that a page knows besides its own model. */
export interface PageContext {
  readonly language: Language;
  readonly theme: Theme;
  /** The address of a place in the app, base path and all; every link goes through it. */
  readonly link: (path: string) => string;
  /** This page, as `link` takes it. */
  readonly here: string;
  /** Goes with every form that changes something. */
  readonly csrf: string;
  /** Null before sign-in, and for whoever has a share link only. */
  readonly user: PageUser | null;
  readonly assets: { readonly script: string; readonly style: string; readonly icon: string };
  readonly now: Date;
  readonly words: PageTexts;
  /** Texts of reports: metrics, groups, bands, severities. */
  readonly terms: Catalogue;
}

/** The texts of both kinds in one language. */
export function wordsOf(language: Language): Pick<PageContext, 'words' | 'terms'> {
  return { words: language === 'ru' ? ru : en, terms: textsOf(language) };
}

/** Whether somebody may do what a scope allows. */
export function may(page: Pick<PageContext, 'user'>, scope: 'submit' | 'admin'): boolean {
  const held = page.user?.scope;
  return held === 'admin' || (scope === 'submit' && held === 'submit');
}
