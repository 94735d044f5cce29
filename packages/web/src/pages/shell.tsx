import { LANGUAGES, plain } from '@csqa/report';
import type { ComponentChildren } from 'preact';
import { may, type PageContext, THEMES } from './page-context.ts';
import { CsrfField } from './parts/csrf-field.tsx';
import { Foreign } from './parts/foreign.tsx';

/** What stands around the body of a page. */
export interface ShellProps {
  readonly page: PageContext;
  readonly title: string;
  /** Seconds until the page is loaded again where no script does better; null for a page that stays. */
  readonly refresh?: number | null;
  /** The body takes the whole width. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** The whole document: head, header with the ways on, body, footer. */
export function Shell({ page, title, refresh, wide, children }: ShellProps) {
  const { words, assets } = page;
  return (
    <html lang={page.language} {...(page.theme === 'auto' ? {} : { 'data-theme': page.theme })}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title === '' ? 'CSQA' : `${plain(title, 120)} · CSQA`}</title>
        <link rel="icon" href={assets.icon} />
        <link rel="stylesheet" href={assets.style} />
        <script type="module" src={assets.script} />
        {refresh == null ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(refresh)} />
          </noscript>
        )}
      </head>
      <body>
        <a class="skip" href="#content">
          {words.frame.skip}
        </a>
        <Header page={page} />
        <main id="content" tabIndex={-1} class={wide === true ? 'wide' : undefined}>
          {children}
        </main>
        <Footer page={page} />
      </body>
    </html>
  );
}

function Header({ page }: { readonly page: PageContext }) {
  const { words, user, link, here } = page;
  const places = [
    { path: '/', name: words.frame.start, shown: user !== null },
    { path: '/projects', name: words.frame.projects, shown: user !== null },
    { path: '/queue', name: words.frame.queue, shown: user !== null },
    { path: '/tokens', name: words.frame.tokens, shown: may(page, 'admin') },
    { path: '/audit', name: words.frame.audit, shown: may(page, 'admin') },
  ].filter(({ shown }) => shown);
  const path = here.split('?')[0];
  return (
    <header class="top">
      <a class="brand-mark" href={link('/')}>
        CSQA
      </a>
      {places.length === 0 ? null : (
        <nav aria-label={words.frame.places}>
          {places.map((place) => (
            <a
              class="way"
              href={link(place.path)}
              aria-current={place.path === path ? 'page' : undefined}
              key={place.path}
            >
              {place.name}
            </a>
          ))}
        </nav>
      )}
      {user === null ? null : (
        <form class="who" method="post" action={link('/sign-out')}>
          <CsrfField page={page} />
          <span class="who-name">
            <Foreign text={user.name} />
          </span>
          {user.isSignedIn ? (
            <button type="submit" class="quiet">
              {words.frame.signOut}
            </button>
          ) : null}
        </form>
      )}
    </header>
  );
}

function Footer({ page }: { readonly page: PageContext }) {
  const { words, language, theme } = page;
  const to = (choice: string) => page.link(`/preferences?${choice}&back=${encodeURIComponent(page.here)}`);
  return (
    <footer class="bottom">
      <nav class="choices" aria-label={words.frame.language}>
        {LANGUAGES.map((one) => (
          <a
            class="aside"
            href={to(`language=${one}`)}
            lang={one}
            hreflang={one}
            aria-current={one === language ? 'true' : undefined}
            key={one}
          >
            {words.frame.languages[one]}
          </a>
        ))}
      </nav>
      <nav class="choices" aria-label={words.frame.colours}>
        {THEMES.map((one) => (
          <a
            class="aside"
            href={to(`theme=${one}`)}
            aria-current={one === theme ? 'true' : undefined}
            key={one}
          >
            {words.frame.themes[one]}
          </a>
        ))}
      </nav>
      <a class="aside" href={page.link('/api/v1/docs')}>
        {words.frame.api}
      </a>
    </footer>
  );
}
