import type { Browser } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/html/render-html.ts';
import { openPage, seriousViolations } from './open-page.ts';
import { earlierReport, pageReport } from './page-report.ts';
import { startBrowser } from './start-browser.ts';

const browser = await startBrowser();

const PLACES = [
  'overview',
  'metrics/B1',
  'surface',
  'findings',
  'finding/A1-000001',
  'topology',
  'dependencies',
  'map',
  'about',
];

describe.runIf(browser !== null)('the HTML report, for everybody', () => {
  const chromium = browser as Browser;
  const html = renderHtml(pageReport(), { lang: 'en', history: [earlierReport()] });

  afterAll(() => chromium.close());

  it.each([
    ['light', { dark: false }],
    ['dark', { dark: true }],
    ['on a phone', { width: 390 }],
  ])('has nothing that axe-core calls serious: %s', async (_, viewing) => {
    await using opened = await openPage(chromium, html, viewing);
    for (const place of PLACES) {
      await opened.page.evaluate((hash) => {
        location.hash = hash;
      }, place);
      await opened.page.waitForTimeout(150);
      expect(await seriousViolations(opened.page), place).toEqual([]);
    }
    expect(opened.complaints).toEqual([]);
  });

  it('fits a phone without moving sideways', async () => {
    await using opened = await openPage(chromium, html, { width: 360 });
    for (const place of PLACES) {
      await opened.page.evaluate((hash) => {
        location.hash = hash;
      }, place);
      await opened.page.waitForTimeout(50);
      const overflow = await opened.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, place).toBeLessThanOrEqual(0);
    }
  });

  it('is used by keyboard alone: skip, choose a section, open a finding', async () => {
    await using opened = await openPage(chromium, html);
    const { page } = opened;
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.locator('nav a').first().focus();
    while (!(await focused()).startsWith('Findings')) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('button.title');
    while (!(await focused()).startsWith('Empty catch')) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.innerText('.detail')).toContain('WHY IT MATTERS');
  });
});
