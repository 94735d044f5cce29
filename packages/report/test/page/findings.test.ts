import type { Browser } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/html/render-html.ts';
import { sampleFinding } from '../sample-report.ts';
import { openPage } from './open-page.ts';
import { pageReport } from './page-report.ts';
import { startBrowser } from './start-browser.ts';

const browser = await startBrowser();

describe.runIf(browser !== null)('findings in the HTML report', () => {
  const chromium = browser as Browser;
  const html = renderHtml(pageReport(), { lang: 'en' });

  afterAll(() => chromium.close());

  it('stand by file, the worst file first, those of one cause under the one that says most', async () => {
    await using opened = await openPage(chromium, html, { hash: 'findings' });
    const { page } = opened;
    expect(await page.locator('.file-group .file-name bdi').allInnerTexts()).toEqual([
      'src/main/java/org/clinic/Cache.java',
      'src/main/java/org/clinic/OwnerController.java',
    ]);
    expect(await page.locator('.finding').count()).toBe(3);
    expect(await page.innerText('.file-group:nth-of-type(2)')).toContain('1 more with the same cause');
    await page.getByLabel('Fold the same cause into one').uncheck();
    expect(await page.locator('.finding').count()).toBe(4);
    expect(await page.innerText('main')).toContain('A public form');
    expect(opened.complaints).toEqual([]);
  });

  it('open to show why, the fix, the source, the path hop by hop and the references', async () => {
    await using opened = await openPage(chromium, html, { hash: 'findings' });
    const { page } = opened;
    const title = page.getByRole('button', { name: 'Public entry point' });
    expect(await title.getAttribute('aria-expanded')).toBe('false');
    await title.press('Enter');
    expect(await title.getAttribute('aria-expanded')).toBe('true');
    const detail = page.locator('.detail');
    expect(await detail.locator('.code .here').innerText()).toContain('String create(OwnerForm form) {');
    expect(await detail.locator('.hops li').count()).toBeGreaterThan(1);
    const links = await detail
      .locator('.references a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toContain('https://cwe.mitre.org/data/definitions/306.html');
    expect(links.length).toBeGreaterThan(1);
    expect(await detail.innerText()).toContain('A1-000002');
    expect(opened.complaints).toEqual([]);
  });

  it('are filtered by severity, group, rule and words, and counted', async () => {
    await using opened = await openPage(chromium, html, { hash: 'findings' });
    const { page } = opened;
    const shown = () => page.locator('.finding-id code').allInnerTexts();
    await page.getByRole('button', { name: 'critical 1' }).click();
    expect(await shown()).toEqual(['B4-000003']);
    await page.getByRole('button', { name: 'low 1' }).click();
    expect(await shown()).toEqual(['B4-000003', 'C3-000004']);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByLabel('Group').selectOption('C');
    expect(await shown()).toEqual(['C3-000004']);
    await page.getByLabel('Group').selectOption('');
    await page.getByLabel('Rule').selectOption('CSQA-A1-unvalidated-input');
    expect(await shown()).toEqual(['A1-000002']);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByLabel('Search').fill('swallows cache');
    expect(await shown()).toEqual(['B4-000003']);
    expect(await page.innerText('.filter-state')).toContain('1 of 4');
    expect(opened.complaints).toEqual([]);
  });

  it('have an address each, an id that can be copied, and a way back', async () => {
    await using opened = await openPage(chromium, html, { hash: 'finding/C3-000004' });
    const { page } = opened;
    expect(await page.innerText('main')).toContain('The password goes to the log.');
    expect(await page.locator('.finding-head').count()).toBe(1);
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('C3-000004');
    await page.getByRole('link', { name: 'All findings' }).click();
    await expect.poll(() => page.locator('.finding').count()).toBe(3);
    expect(opened.complaints).toEqual([]);
  });

  it('that the report does not have are said to be unknown', async () => {
    await using opened = await openPage(chromium, html, { hash: 'finding/%E0%A4%A' });
    expect(await opened.page.innerText('main')).toContain('This report has no finding');
    expect(opened.complaints).toEqual([]);
  });

  it('are put on the page sixty at a time when there are thousands', async () => {
    const many = Array.from({ length: 2_500 }, (_, index) =>
      sampleFinding({ id: `A1-${index}`, fingerprint: `a1:${index}`, line: index + 1 }),
    );
    await using opened = await openPage(
      chromium,
      renderHtml(pageReport({ findings: many }), { lang: 'en' }),
      {
        hash: 'findings',
      },
    );
    const { page } = opened;
    expect(await page.locator('.finding').count()).toBe(60);
    await page.getByRole('button', { name: 'Show 60 more' }).click();
    expect(await page.locator('.finding').count()).toBe(120);
    expect(opened.complaints).toEqual([]);
  });
});
