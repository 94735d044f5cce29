import type { Browser } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/html/render-html.ts';
import { METRIC_IDS } from '../../src/schema/vocabulary.ts';
import { sampleRunRecord } from '../sample-report.ts';
import { openPage } from './open-page.ts';
import { earlierReport, pageReport } from './page-report.ts';
import { startBrowser } from './start-browser.ts';

const browser = await startBrowser();

describe.runIf(browser !== null)('the HTML report in a browser', () => {
  const chromium = browser as Browser;
  const html = renderHtml(pageReport(), { lang: 'en' });

  afterAll(() => chromium.close());

  it('opens on the overview, with the index, both models, the groups and what was not measured', async () => {
    await using opened = await openPage(chromium, html);
    const text = await opened.page.innerText('main');
    expect(text).toContain('Architectural risk is high.');
    for (const index of ['0.41', '0.34']) expect(text).toContain(index);
    expect(text).toContain('No catch block guards security-relevant code.');
    expect(text).toContain('93%');
    expect(await opened.page.getAttribute('.chart-dial', 'aria-label')).toBe('Risk index 0.34 of 1: high');
    expect(await opened.page.locator('.chart canvas').count()).toBe(2);
    expect(opened.complaints).toEqual([]);
  });

  it('shows no figure where no source file was analysed, and says so', async () => {
    const report = pageReport();
    const none = { index: null, band: null };
    const { models } = report.aggregate;
    const nothing = renderHtml(
      {
        ...report,
        aggregate: {
          ...{ ...report.aggregate, ...none, csqa1: null, csqa2: null },
          models: { 'csqa-1': { ...models['csqa-1'], ...none }, 'csqa-2': { ...models['csqa-2'], ...none } },
        },
        files: { ...report.files, analysed: 0, lines: 0 },
      },
      { lang: 'en' },
    );
    await using opened = await openPage(chromium, nothing);
    const card = await opened.page.innerText('.hero .card:first-child');
    expect(card.split('\n').filter((line) => line !== '')).toEqual([
      'No index: no code could be measured',
      'No source file was analysed.',
    ]);
    expect(opened.complaints).toEqual([]);
  });

  it('keeps the value of every metric in sight on a narrow screen, whatever the length of its name', async () => {
    await using opened = await openPage(chromium, renderHtml(pageReport(), { lang: 'ru' }), { width: 360 });
    const hidden = await opened.page.locator('.measured .score-cell b').evaluateAll(
      (values) =>
        values.filter((value) => {
          const { left, right } = value.getBoundingClientRect();
          const box = value.closest('section.scroll')?.getBoundingClientRect();
          return box === undefined || left < box.left || right > box.right;
        }).length,
    );
    expect(hidden).toBe(0);
    expect(await opened.page.locator('.measured .score-cell b').count()).toBeGreaterThan(3);
  });

  it('writes the names of the groups whole beside a radar that is narrow', async () => {
    await using opened = await openPage(chromium, renderHtml(pageReport(), { lang: 'ru' }), { width: 360 });
    const atEdges = () =>
      opened.page.locator('.chart-radar canvas').evaluate((canvas: HTMLCanvasElement) => {
        const { width, height } = canvas;
        const inkIn = (x: number): boolean =>
          canvas
            .getContext('2d')
            ?.getImageData(x, 0, 1, height)
            .data.some((value, index) => index % 4 === 3 && value > 0) ?? true;
        return [inkIn(0), inkIn(width - 1), inkIn(Math.round(width / 2))];
      });
    await expect.poll(atEdges).toEqual([false, false, true]);
  });

  it('leads to every section by its link, without a complaint of the browser', async () => {
    await using opened = await openPage(chromium, html);
    const links = opened.page.locator('nav a');
    const titles: string[] = [];
    for (let index = 0; index < (await links.count()); index += 1) {
      await links.nth(index).click();
      await opened.page.locator(`nav li:nth-child(${index + 1}) a[aria-current=page]`).waitFor();
      titles.push(await opened.page.innerText('main h1'));
    }
    expect(titles).toEqual([
      'Overview',
      'Metrics',
      'Attack surface',
      'Findings',
      'Topology',
      'Dependencies',
      'Code map',
      'About',
    ]);
    expect(opened.complaints).toEqual([]);
  });

  it('speaks Russian once asked, in its own words, in those of the catalogue and in those of the report', async () => {
    await using opened = await openPage(chromium, html, { hash: 'finding/B4-000003' });
    const { page } = opened;
    await page.getByRole('button', { name: 'Русский' }).click();
    await page.waitForSelector('html[lang=ru]');
    expect(await page.innerText('main h1')).toBe('Находки');
    const text = await page.innerText('main');
    expect(text).toContain('Cache.load глотает SecurityException.');
    expect(text).toContain('Как исправить'.toUpperCase());
    await page.getByRole('link', { name: 'Обзор' }).click();
    await page.getByText('Архитектурный риск: высокий.').waitFor();
    expect(opened.complaints).toEqual([]);
  });

  it('opens in the language that it was rendered in', async () => {
    await using opened = await openPage(chromium, renderHtml(pageReport(), { lang: 'ru' }));
    expect(await opened.page.innerText('main h1')).toBe('Обзор');
  });

  it('follows the system in being dark, and the reader rather than the system', async () => {
    await using opened = await openPage(chromium, html, { dark: true });
    const background = () => opened.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await background()).toBe('rgb(14, 19, 25)');
    await opened.page.getByRole('button', { name: 'Light' }).click();
    expect(await background()).toBe('rgb(244, 246, 249)');
  });

  it('has a card for each of the fifteen metrics, and opens the one that the address names', async () => {
    await using opened = await openPage(chromium, html, { hash: 'metrics/B1' });
    const { page } = opened;
    expect(await page.locator('.metric').count()).toBe(METRIC_IDS.length);
    const card = await page.innerText('.metric.open');
    for (const part of ['Defence depth', 'raw = weakest road', '0.15', 'POST /owners']) {
      expect(card).toContain(part);
    }
    expect(card).toContain('No earlier report was given');
    await page.getByRole('button', { name: 'Hide details: Defence depth' }).click();
    await expect.poll(() => page.locator('.metric.open').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  it('draws a trend and tells new findings from known ones when it knows an earlier report', async () => {
    const compared = renderHtml(pageReport(), { lang: 'en', history: [earlierReport()] });
    await using opened = await openPage(chromium, compared, { hash: 'metrics/B1' });
    const { page } = opened;
    expect(await page.innerText('.metric.open')).toContain('01234567: 0.08 → this report: 0.15');
    await page.getByRole('link', { name: 'Findings 4' }).click();
    await page.getByLabel('Since the baseline').selectOption('new');
    expect(await page.locator('.finding').allInnerTexts()).toEqual([
      expect.stringContaining('Cache.load swallows SecurityException.'),
    ]);
    await page.getByLabel('Since the baseline').selectOption('known');
    expect(await page.innerText('.filter-state')).toContain('3 of 4');
    expect(opened.complaints).toEqual([]);
  });

  it('tells of every entry point who may come in, by which line, with what input', async () => {
    await using opened = await openPage(chromium, html, { hash: 'surface' });
    const [first = '', second = ''] = await opened.page.locator('.entry').allInnerTexts();
    for (const part of [
      'POST',
      '/owners',
      'public',
      '.anyRequest().permitAll()',
      'Security.java:18',
      'bounded',
    ])
      expect(first).toContain(part);
    expect(second).toContain('The rules are read from a list that is built at run time.');
    expect(second).toContain('not validated');
  });

  it('filters and sorts entry points by access, kind and words', async () => {
    await using opened = await openPage(chromium, html, { hash: 'surface' });
    const { page } = opened;
    const routes = () => page.locator('.entry .route').allInnerTexts();
    await page.getByRole('button', { name: 'unknown 1' }).click();
    expect(await routes()).toEqual(['/owners/{id}']);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByLabel('Search').fill('POST owners');
    expect(await routes()).toEqual(['/owners']);
    await page.getByLabel('Search').fill('');
    await page.getByLabel('Sort by').selectOption('handler');
    expect(await routes()).toEqual(['/owners', '/owners/{id}']);
    await page.getByLabel('Kind').selectOption('http');
    expect(await page.innerText('.filter-state')).toContain('2');
    await page.getByLabel('Search').fill('nowhere');
    expect(await page.innerText('main')).toContain('Nothing matches these filters.');
    expect(opened.complaints).toEqual([]);
  });

  it('lists dependencies with their class and filters them', async () => {
    await using opened = await openPage(chromium, html, { hash: 'dependencies' });
    const { page } = opened;
    expect(await page.innerText('tbody')).toContain('org.springframework.boot:spring-boot-starter-web');
    await page.getByLabel('Class').selectOption('crypto');
    expect(await page.innerText('main')).toContain('Nothing matches these filters.');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByLabel('Scope').selectOption('runtime');
    await page.getByLabel('Search').fill('starter-web');
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(opened.complaints).toEqual([]);
  });

  it('says what made it, what was looked at, with which configuration and which problems', async () => {
    await using opened = await openPage(chromium, html, { hash: 'about' });
    const text = await opened.page.innerText('main');
    for (const part of ['csqa 0.1.0', '6f1c0d0e5a1b', 'java', 'inventory', '"csqa-2"', 'Broken.java:7'])
      expect(text).toContain(part);
  });

  it('tell about the run that made the report, where that is known', async () => {
    const told = renderHtml(pageReport(), { lang: 'en', run: sampleRunRecord() });
    await using opened = await openPage(chromium, told, { hash: 'about' });
    const card = opened.page.locator('section.card', {
      has: opened.page.getByRole('heading', { name: 'How it ran' }),
    });
    expect(await card.innerText()).toContain(sampleRunRecord().versions.platform);
    await using without = await openPage(chromium, html, { hash: 'about' });
    expect(await without.page.getByRole('heading', { name: 'How it ran' }).count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  it('puts its sections one after another on paper, without switches and filters', async () => {
    await using opened = await openPage(chromium, html, { hash: 'findings' });
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const titles = await page.locator('main h1').allInnerTexts();
    expect(titles).toEqual(['Overview', 'Metrics', 'Attack surface', 'Findings', 'Dependencies', 'About']);
    expect(
      await page.locator('nav, .filters, .switches, .metric button').filter({ visible: true }).count(),
    ).toBe(0);
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(printed.startsWith('%PDF-')).toBe(true);
    expect(printed.match(/\/Type \/Page\b/gu)?.length ?? 0).toBeGreaterThan(3);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => page.locator('main h1').count()).toBe(1);
    expect(opened.complaints).toEqual([]);
  });
});
