import type { Browser } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/html/render-html.ts';
import { graphReport } from './graph-report.ts';
import { openPage } from './open-page.ts';
import { pageReport } from './page-report.ts';
import { startBrowser } from './start-browser.ts';

const browser = await startBrowser();

afterAll(() => browser?.close());

describe.runIf(browser !== null)('the topology of the HTML report', () => {
  const chromium = browser as Browser;
  const html = renderHtml(graphReport(), { lang: 'en' });

  it('is drawn, and tells the values of a node that was searched for', async () => {
    await using opened = await openPage(chromium, html, { hash: 'topology' });
    const { page } = opened;
    await page.waitForSelector('.graph-canvas canvas');
    expect(await page.innerText('.filter-state')).toContain('6 of 8 nodes');
    await page.getByLabel('Find a node').fill('owners.change');
    await page.locator('.offers').getByRole('button', { name: 'Owners.change' }).click();
    const panel = page.locator('.node-panel');
    await panel.getByRole('heading', { name: 'Owners.change' }).waitFor();
    const text = await panel.innerText();
    for (const part of [
      'cognitive complexity',
      '17',
      'OwnerController.java:41',
      'PUT /owners',
      'Owners.save',
    ])
      expect(text).toContain(part);
    expect(opened.complaints).toEqual([]);
  });

  it('tells the values of a node that was clicked', async () => {
    await using opened = await openPage(chromium, html, { hash: 'topology' });
    const { page } = opened;
    await page.waitForSelector('.graph-canvas canvas');
    const box = await page.locator('.graph-canvas').boundingBox();
    if (box === null) throw new Error('expected the graph to have a place');
    const heading = page.locator('.node-panel h2');
    for (let x = 40; x < box.width && (await heading.count()) === 0; x += 30) {
      for (let y = 24; y < box.height && (await heading.count()) === 0; y += 16)
        await page.mouse.click(box.x + x, box.y + y);
    }
    expect(await heading.innerText()).toMatch(/owners/i);
    expect(opened.complaints).toEqual([]);
  });

  it('reaches the rest by adding neighbours, shows the surroundings of one node, and starts over', async () => {
    await using opened = await openPage(chromium, html, {
      hash: `topology/${encodeURIComponent('Owners.create')}`,
    });
    const { page } = opened;
    await page.getByRole('heading', { name: 'Owners.create' }).waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    const state = () => page.innerText('.filter-state');
    await expect.poll(state).toContain('6 of 8');
    await page.getByLabel('Find a node').fill('owners.create');
    await page.locator('.offers button').first().click();
    await page.getByRole('button', { name: 'Add its neighbours' }).click();

    await expect.poll(state).toContain('8 of 8');
    await page.getByLabel('Find a node').fill('db.write');
    await page.locator('.offers button').first().click();
    await page.getByRole('button', { name: 'Show only its surroundings' }).click();
    await expect.poll(state).toContain('4 of 8');
    expect(opened.complaints).toEqual([]);
  });

  it('points out the path of a finding, and leads from one to the other', async () => {
    await using opened = await openPage(chromium, html, { hash: 'finding/F-3f9a1c' });
    const { page } = opened;
    await page.getByRole('link', { name: 'Show the path on the topology' }).click();
    await expect.poll(() => page.innerText('main')).toContain('4 of 8 nodes');
    await page.getByRole('link', { name: 'Path of F-3f9a1c' }).click();
    await expect.poll(() => page.innerText('main h1')).toBe('Findings');
    expect(opened.complaints).toEqual([]);
  });

  it('takes every way of colouring, zooms and fits without a complaint', async () => {
    await using opened = await openPage(chromium, html, { hash: 'topology', dark: true });
    const { page } = opened;
    await page.waitForSelector('.graph-canvas canvas');
    const ways = await page
      .getByLabel('Colour by')
      .locator('option')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
    expect(ways).toEqual(expect.arrayContaining(['kind', 'findings', 'cognitiveComplexity', 'A1', 'F2']));
    for (const way of ways) await page.getByLabel('Colour by').selectOption(way);
    for (const name of ['Zoom in', 'Zoom out', 'Fit']) await page.getByRole('button', { name }).click();
    expect(opened.complaints).toEqual([]);
  });

  it('says so where the report has none', async () => {
    const none = renderHtml(pageReport({ topology: { nodes: [], edges: [] } }), { lang: 'en' });
    await using opened = await openPage(chromium, none, { hash: 'topology' });
    await opened.page.getByText('The report has no topology').waitFor();
    expect(opened.complaints).toEqual([]);
  });
});

describe.runIf(browser !== null)('the code map of the HTML report', () => {
  const chromium = browser as Browser;

  it('draws the files, lists them with their figures, is coloured in three ways and searched', async () => {
    await using opened = await openPage(chromium, renderHtml(pageReport(), { lang: 'en' }), { hash: 'map' });
    const { page } = opened;
    await page.waitForSelector('.chart-map canvas');
    expect(await page.innerText('tbody tr')).toMatch(/OwnerController\.java\s+▲?\s*high\s+1\s+1\s+3\s+3/);
    for (const way of ['exposure', 'complexity', 'findings'])
      await page.getByLabel('Colour by').selectOption(way);
    const box = await page.locator('.chart-map').boundingBox();
    // A hand moves on until the map, which is still being coloured, answers.
    let moved = 0;
    const hover = async (): Promise<string> => {
      moved = (moved + 3) % 60;
      await page.mouse.move((box?.x ?? 0) + 200 + moved, (box?.y ?? 0) + 200);
      return (await page.locator('.tip').allInnerTexts()).join('\n');
    };
    await expect.poll(hover).toContain('OwnerController.java');
    await page.getByLabel('Search').fill('nothing');
    expect(await page.innerText('main')).toContain('Nothing matches these filters.');
    expect(opened.complaints).toEqual([]);
  });
});
