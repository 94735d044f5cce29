import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { execa } from 'execa';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../../../report/test/page/open-page.ts';
import { startBrowser } from '../../../report/test/page/start-browser.ts';
import { appendEvents, eventsAfter } from '../../src/data/run-events.ts';
import { type ClinicRepository, makeClinicRepository } from './clinic-repository.ts';
import { type RunningApp, startApp, TOKEN } from './running-app.ts';
import { newVisitor, type Viewing } from './visitor.ts';

const browser = await startBrowser();

/** A door that stands open, with what comes in going straight into a statement. */
const OPEN_DOOR = `package org.csqa.clinic.visits;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OpenVisitController {
    private final JdbcTemplate jdbc;

    public OpenVisitController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @PostMapping("/open/visits")
    public int add(@RequestParam String reason) {
        return jdbc.update("insert into visit (reason) values ('" + reason + "')");
    }
}
`;

describe.runIf(browser !== null)('the app in a browser', () => {
  const chromium = browser as Browser;
  let app: RunningApp;
  let clinic: ClinicRepository;
  let repository = '';

  beforeAll(async () => {
    app = await startApp();
    clinic = await makeClinicRepository(app.repositories, 'clinic');
    repository = `${app.git.origin}/plain/clinic.git`;
  });
  afterAll(async () => {
    await chromium.close();
    await app.stop();
  });

  const visitor = (viewing?: Viewing) => newVisitor(chromium, new URL(app.url).origin, viewing);
  const signIn = async (page: Page): Promise<void> => {
    await page.goto(`${app.url}/${TOKEN}/`);
    await page.waitForSelector('h1');
  };
  const submit = async (page: Page, url: string): Promise<void> => {
    await page.goto(`${app.url}/`);
    await page.locator('input[name="url"]').fill(url);
    await page.locator('form:has(input[name="url"]) button[type="submit"]').click();
    await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/u);
  };
  const stateOf = (page: Page) => page.locator('h1 .state').innerText();

  it('asks for the token, says where one is wrong, and goes on to where one wanted to be', async () => {
    await using opened = await visitor();
    const { page } = opened;
    await page.goto(`${app.url}/queue`);
    await page.getByLabel('Token').fill('csqa_a-guess-that-is-wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('This token is unknown or revoked.');
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByLabel('Token').fill(TOKEN);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.url()).toBe(`${app.url}/queue`);
    // The refusal itself is on the console of every browser.
    expect(opened.complaints.filter((one) => !one.includes('401'))).toEqual([]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto(`${app.url}/queue`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Sign in');
  });

  it('analyses a repository while one watches, and shows its report', async () => {
    await using opened = await visitor();
    const { page } = opened;
    await signIn(page);
    expect(page.url()).not.toContain(TOKEN);
    await submit(page, repository);
    await expect.poll(() => stateOf(page)).toBe('done');
    expect(await page.locator('.verdict').innerText()).toMatch(/0\.\d\d[\s\S]*findings/u);
    await page.getByRole('link', { name: 'Open the report' }).click();
    const frame = page.frameLocator('iframe');
    await expect.poll(() => frame.locator('main h1').innerText()).toBe('Overview');
    expect(await frame.locator('body').evaluate(() => globalThis.origin)).toBe('null');
    expect(opened.complaints).toEqual([]);
  });

  it('draws progress as it comes, keeps it over a reload, and needs no script for either', async () => {
    await using opened = await visitor();
    await using plain = await visitor({ script: false });
    await signIn(opened.page);
    await signIn(plain.page);
    await submit(opened.page, repository);
    await plain.page.goto(opened.page.url());
    await expect.poll(() => opened.page.locator('.log li').count()).toBeGreaterThan(1);
    await opened.page.reload();
    await expect.poll(() => stateOf(opened.page)).toBe('done');
    // The page without a script loads itself again until the run is over.
    await expect.poll(() => stateOf(plain.page)).toBe('done');
    const lines = await opened.page.locator('.log li').allTextContents();
    expect(lines.join('\n')).toContain('Getting the repository');
    expect(new Set(lines).size).toBe(lines.length);
    expect(opened.complaints).toEqual([]);
  });

  it('analyses again after a commit, and shows the course and what changed', async () => {
    await using opened = await visitor();
    const { page } = opened;
    await signIn(page);
    await clinic.commit({ 'src/main/java/org/csqa/clinic/visits/OpenVisitController.java': OPEN_DOOR });
    await page.goto(`${app.url}/projects`);
    await page.getByRole('link', { name: 'plain/clinic' }).click();
    const before = await page.locator('.index-chart a').count();
    await page.getByRole('button', { name: 'Analyse now' }).click();
    await expect.poll(() => stateOf(page)).toBe('done');
    await page.locator('.crumbs a').click();
    expect(await page.locator('.index-chart a').count()).toBe(before + 1);
    await page.getByRole('button', { name: 'Compare' }).click();
    const text = await page.locator('main').innerText();
    expect(text).toContain('POST /open/visits');
    expect(text).toMatch(/Entry points added\s*1/u);
    expect(Number(await page.locator('.tallies .big').first().innerText())).toBeGreaterThan(0);
    await page.getByPlaceholder('Filter findings').fill('OpenVisitController');
    const shown = await page.locator('.finding-line:visible').allInnerTexts();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((line) => line.includes('OpenVisitController'))).toBe(true);
    expect(opened.complaints).toEqual([]);
  });

  it('cancels a run that hangs', async () => {
    await using opened = await visitor();
    const { page } = opened;
    await signIn(page);
    await submit(page, `${app.git.origin}/silent/clinic.git`);
    await expect.poll(() => stateOf(page)).toBe('running');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => stateOf(page)).toBe('cancelled');
    expect(await page.locator('main').innerText()).toContain('nothing of it was kept');
    expect(opened.complaints).toEqual([]);
  });

  it('goes on from the last event after a broken connection, and tells each once', async () => {
    await using opened = await visitor();
    const { page } = opened;
    await signIn(page);
    await submit(page, `${app.git.origin}/silent/clinic.git`);
    await expect.poll(() => stateOf(page)).toBe('running');
    const { db } = app.database;
    const runId = page.url().split('/').at(-1) ?? '';
    const happens = (message: string) =>
      appendEvents(db, runId, [{ at: new Date(), body: { type: 'warning', code: 'odd', message } }]);
    const lines = () => page.locator('.log-warning').allInnerTexts();
    // The worker gathers its first events; nothing more comes from a server that is silent.
    const stored = async () => (await eventsAfter(db, { runId, seq: 0, limit: 100 })).length;
    for (let known = -1; known < 1 || known !== (await stored()); await delay(1_500)) known = await stored();
    await happens('first <b>');
    await expect.poll(async () => (await lines()).length).toBe(1);
    const last = (await eventsAfter(db, { runId, seq: 0, limit: 100 })).at(-1)?.seq;
    const before = app.streams.length;
    app.streams.at(-1)?.cut();
    await happens('second');
    await expect.poll(async () => (await lines()).length).toBe(2);
    expect(app.streams.slice(before).map(({ after }) => after)).toEqual([String(last)]);
    expect((await lines()).map((line) => line.split('odd: ')[1])).toEqual(['first <b>', 'second']);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => stateOf(page)).toBe('cancelled');
    // A browser says on its console that the connection was cut.
    expect(opened.complaints.filter((one) => !one.includes('net::ERR'))).toEqual([]);
  });

  it('says why a run has failed and what to do', async () => {
    await using opened = await visitor();
    const { page } = opened;
    await signIn(page);
    await submit(page, `${app.git.origin}/private/clinic.git`);
    await expect.poll(() => stateOf(page)).toBe('failed');
    expect(await page.locator('.failure').innerText()).toMatch(/CLONE_AUTH[\s\S]*What to do/u);
    expect(await page.locator('.step-stopped b').innerText()).toBe('Check out');
    await page.getByRole('link', { name: 'Русский' }).click();
    expect(await page.locator('.failure').innerText()).toMatch(/CLONE_AUTH[^.]*[а-я]{3}/u);
    expect(opened.complaints).toEqual([]);
  });

  it('refuses an address that may not be analysed, and keeps what was typed as text', async () => {
    await using opened = await visitor();
    const { page } = opened;
    await signIn(page);
    const url = 'http://169.254.169.254/"><img src=x onerror=alert(1)>';
    await page.locator('input[name="url"]').fill(url);
    await page.locator('form:has(input[name="url"]) button[type="submit"]').click();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('169.254.169.254');
    expect(await page.locator('input[name="url"]').inputValue()).toBe(url);
    expect(await page.locator('main img').count()).toBe(0);
    expect(opened.complaints.filter((one) => !one.includes('422'))).toEqual([]);
  });

  it('analyses an archive, whatever it is called', async () => {
    await using opened = await visitor();
    const { page } = opened;
    await signIn(page);
    const archive = join(app.repositories, '<img src=x onerror=alert(1)>.tar.gz');
    await execa('tar', ['-czf', archive, '-C', clinic.work, 'pom.xml', 'src']);
    await page.locator('input[type="file"]').setInputFiles(archive);
    await page.locator('form:has(input[type="file"]) button[type="submit"]').click();
    await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/u);
    await expect.poll(() => stateOf(page)).toBe('done');
    expect(await page.locator('.crumbs').innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('main img').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  it('shares one report by a link that ends', async () => {
    await using opened = await visitor();
    await using stranger = await visitor();
    const { page } = opened;
    await signIn(page);
    await page.goto(`${app.url}/projects`);
    await page.getByRole('link', { name: 'plain/clinic' }).click();
    await page.locator('.runs tbody th a').first().click();
    await page.getByRole('link', { name: 'Open the report' }).click();
    await page.locator('summary', { hasText: 'Share' }).click();
    await page.getByRole('button', { name: 'Create a link' }).click();
    const link = await page.locator('.share .copy-text').inputValue();
    await stranger.page.goto(link);
    await expect.poll(() => stranger.page.locator('main h1').innerText()).toBe('Overview');
    expect(stranger.complaints).toEqual([]);
    await stranger.page.goto(`${app.url}/projects`);
    expect(await stranger.page.locator('h1').innerText()).toBe('Sign in');
    app.wait(8 * 86_400);
    await stranger.page.goto(link);
    app.wait(-8 * 86_400);
    expect(await stranger.page.locator('h1').innerText()).toBe('This link is over');
    expect(opened.complaints).toEqual([]);
  });

  it('copies what is to be taken along, closes menus with Escape, and shows the queue as it is', async () => {
    await using opened = await visitor();
    const { page, context } = opened;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn(page);
    await page.goto(`${app.url}/projects`);
    await page.getByRole('link', { name: 'plain/clinic' }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^\[!\[CSQA risk index of plain\/clinic\]\(http.*\.svg\)\]\(http.*\)$/u);
    await page.locator('.runs tbody tr:has(input) th a').first().click();
    await page.getByRole('link', { name: 'Open the report' }).click();
    await page.locator('summary', { hasText: 'Download' }).click();
    await page.keyboard.press('Escape');
    expect(await page.locator('details[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await page.goto(`${app.url}/queue`);
    expect(await page.locator('main').innerText()).toContain('Nothing waits.');
    const { href } = new URL(`${app.git.origin}/silent/clinic.git`);
    const asked = await context.request.post(`${app.url}/api/v1/runs`, {
      data: { url: href },
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const { id } = (await asked.json()) as { readonly id: string };
    await expect.poll(() => page.locator(`main a[href$="${id}"]`).count()).toBe(1);
    await context.request.post(`${app.url}/api/v1/runs/${id}/cancel`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect(opened.complaints).toEqual([]);
  });

  it('speaks Russian to who prefers it, and remembers another choice', async () => {
    await using opened = await visitor({ language: 'ru' });
    const { page } = opened;
    await signIn(page);
    expect(await page.locator('h1').innerText()).toBe('Измерьте безопасность архитектуры');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('h1').innerText()).toBe('Measure the security of an architecture');
    await page.getByRole('link', { name: 'Queue' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: 'Dark' }).click();
    expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe('dark');
    expect(opened.complaints).toEqual([]);
  });

  it('is used by keyboard alone', async () => {
    await using opened = await visitor();
    const { page } = opened;
    await signIn(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('url');
    await page.keyboard.type(repository);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/u);
    await expect.poll(() => stateOf(page)).toBe('done');
  });

  it.each([
    ['light', {}],
    ['dark', { dark: true }],
    ['on a phone, in Russian', { width: 360, language: 'ru' }],
  ] as const)('has nothing that axe-core calls serious, and fits: %s', async (_, viewing) => {
    await using opened = await visitor(viewing);
    const { page } = opened;
    await signIn(page);
    await page.goto(`${app.url}/projects`);
    const project = await page
      .locator('.portfolio tbody th a', { hasText: 'plain/clinic' })
      .getAttribute('href');
    await page.goto(new URL(project ?? '', app.url).href);
    const run = await page.locator('.runs tbody tr:has(input) th a').first().getAttribute('href');
    const compare = new URLSearchParams({
      base: (await page.locator('input[name="base"]:checked').getAttribute('value')) ?? '',
      head: (await page.locator('input[name="head"]:checked').getAttribute('value')) ?? '',
    });
    const places = ['/csqa/', '/csqa/projects', project, `${project}/settings`, run, `${run}/report`];
    const rest = [`/csqa/compare?${compare}`, '/csqa/queue', '/csqa/tokens', '/csqa/audit', '/csqa/nowhere'];
    for (const place of [...places, ...rest]) {
      await page.goto(new URL(place ?? '', app.url).href);
      await page.waitForSelector('h1');
      expect(await seriousViolations(page), place ?? '').toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, place ?? '').toBeLessThanOrEqual(0);
      const ways = await page
        .locator('.top .way')
        .evaluateAll((all) => all.map((way) => way.getBoundingClientRect().right - innerWidth));
      expect(Math.max(...ways), place ?? '').toBeLessThanOrEqual(0);
    }
    expect(opened.complaints.filter((one) => !one.includes('404'))).toEqual([]);
  });
});
