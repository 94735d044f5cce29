import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** A page in a real browser, with everything that it did wrong. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** Console messages of any kind, uncaught errors, violations of the policy, requests that leave the file. */
  readonly complaints: readonly string[];
}

interface Viewing {
  readonly hash?: string;
  readonly dark?: boolean;
  readonly width?: number;
}

/** Opens a report from a file, as a person does. */
export async function openPage(browser: Browser, html: string, viewing: Viewing = {}): Promise<OpenPage> {
  const directory = await mkdtemp(join(tmpdir(), 'csqa-page-'));
  const file = join(directory, 'report.html');
  await writeFile(file, html);
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({
    viewport: { width: viewing.width ?? 1280, height: 900 },
    colorScheme: viewing.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:')) complaints.push(`request: ${url}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      reportError(new Error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    });
  });
  await page.goto(viewing.hash === undefined ? address : `${address}#${viewing.hash}`);
  await page.waitForSelector('main h1');
  return {
    page,
    complaints,
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** What axe-core finds serious or worse, with the places. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`,
    );
}
