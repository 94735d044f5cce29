import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Browser, Page } from 'playwright-core';
import { drawingsIn, openMermaid } from './mermaid-page.ts';

/** Where pictures of comments go, to be looked at; not kept. */
const PICTURES = join(import.meta.dirname, '../../.reports/pictures');

/** As wide as a comment is on GitHub, and near to how it looks there. */
const STYLE = `body { width: 860px; margin: 24px; font: 14px/1.5 sans-serif; color: #1f2328; }
h2, h3 { border-bottom: 1px solid #d1d9e0; padding-bottom: .3em; }
table { border-collapse: collapse; } td, th { border: 1px solid #d1d9e0; padding: 6px 13px; }
code { background: #eff1f3; padding: .2em .4em; border-radius: 6px; font-size: 85%; }
a { color: #0969da; } svg { max-width: 100%; }`;

/** A comment as people see it: GitHub's Markdown as HTML, its drawings drawn by Mermaid. The caller closes it. */
export async function openComment(browser: Browser, markdown: string): Promise<Page> {
  const mermaid = await openMermaid(browser);
  const pictures: string[] = [];
  for (const text of drawingsIn(markdown)) pictures.push(await mermaid.svgOf(text));
  let next = 0;
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const drawn = html.replace(
    /<pre><code class="language-mermaid">[\s\S]*?<\/code><\/pre>/g,
    () => pictures[next++] ?? '',
  );
  const page = await browser.newPage({ viewport: { width: 920, height: 600 } });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${drawn}`);
  return page;
}

/** Keeps a picture of a page under a name, and gives it. */
export async function picture(page: Page, name: string): Promise<Buffer> {
  await mkdir(PICTURES, { recursive: true });
  return page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}
