import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Somebody with a browser, and everything that their pages did wrong. */
export interface Visitor extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console messages of any kind, uncaught errors, violations of the policy, requests to anywhere but the app. */
  readonly complaints: string[];
}

/** What kind of browser. */
export interface Viewing {
  readonly language?: 'en' | 'ru';
  readonly dark?: boolean;
  readonly width?: number;
  readonly script?: boolean;
}

/** Opens a browser of its own, without cookies. */
export async function newVisitor(browser: Browser, origin: string, viewing: Viewing = {}): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: viewing.width ?? 1280, height: 900 },
    colorScheme: viewing.dark === true ? 'dark' : 'light',
    locale: viewing.language === 'ru' ? 'ru-RU' : 'en-GB',
    reducedMotion: 'reduce',
    javaScriptEnabled: viewing.script !== false,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) complaints.push(`request: ${url}`);
  });
  return { page, context, complaints, [Symbol.asyncDispose]: () => context.close() };
}
