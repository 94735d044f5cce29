import type { Browser } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/html/render-html.ts';
import { hostileReport } from './hostile-report.ts';
import { openPage, seriousViolations } from './open-page.ts';
import { pageReport } from './page-report.ts';
import { startBrowser } from './start-browser.ts';

const browser = await startBrowser();

const MARKUP = '</script><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>';
const LONG = 'Owner'.repeat(2_000);
const TURNED = 'invoice\u202egpj.exe\u200b\u0000\ud800';
const NAMES = [MARKUP, LONG, TURNED, '%report%', '$&', '__proto__', 'javascript:alert(4)', '{{constructor}}'];

const SECTIONS = [
  'overview',
  'metrics/A1',
  'surface',
  'findings',
  'topology',
  'dependencies',
  'map',
  'about',
];

describe.runIf(browser !== null)('names of an analysed tree in the HTML report', () => {
  const chromium = browser as Browser;

  afterAll(() => chromium.close());

  it.each(NAMES.map((name) => [name.slice(0, 24), name]))('stay text: %s', async (_, name) => {
    const html = renderHtml(hostileReport(name), { lang: 'en' });
    expect(html.split('<script').length).toBe(
      renderHtml(pageReport(), { lang: 'en' }).split('<script').length,
    );
    await using opened = await openPage(chromium, html);
    const { page } = opened;
    for (const section of SECTIONS) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, section);
      await page.waitForTimeout(60);
      for (const button of await page.locator('button.title').all()) await button.click();
      expect(
        await page.locator('main img, main script, main [onerror], main a[href^="javascript:"]').count(),
      ).toBe(0);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, section).toBeLessThanOrEqual(0);
      expect(await page.innerText('main')).not.toMatch(/\p{Cf}/u);
    }
    expect(opened.complaints).toEqual([]);
  });

  it('do not make the page harder to use for anybody', async () => {
    await using opened = await openPage(chromium, renderHtml(hostileReport(MARKUP), { lang: 'ru' }), {
      hash: 'findings',
    });
    expect(await seriousViolations(opened.page)).toEqual([]);
  });
});
