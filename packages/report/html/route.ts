import { useEffect, useState } from 'preact/hooks';

/** The sections of the page, in the order in which they are listed. */
export const SECTIONS = [
  'overview',
  'metrics',
  'surface',
  'findings',
  'topology',
  'dependencies',
  'map',
  'about',
] as const;

/** A section of the page. */
export type Section = (typeof SECTIONS)[number];

/** Where the reader is: a section, and what in it. */
export interface Route {
  readonly section: Section;
  /** A metric, an entry point, a finding, a node. */
  readonly subject: string | null;
}

/** Reads `#findings`, `#metrics/B1`, `#finding/B1-01ce08c1`; what it does not know is the overview. */
function parseRoute(hash: string): Route {
  const [name = '', ...rest] = hash.replace(/^#\/?/, '').split('/');
  const subject = rest.length === 0 ? null : decoded(rest.join('/'));
  if (name === 'finding') return { section: 'findings', subject };
  const section = SECTIONS.find((known) => known === name);
  return section === undefined ? { section: 'overview', subject: null } : { section, subject };
}

/** The link to a place of the page. Half a surrogate pair, which no address can hold, becomes U+FFFD. */
export function linkTo(section: Section | 'finding', subject?: string): string {
  return subject === undefined ? `#${section}` : `#${section}/${encodeURIComponent(subject.toWellFormed())}`;
}

/** The route of the address, and again whenever it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = (): void => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A hand-written address may hold a lone %: it is taken as it stands.
    return text;
  }
}
