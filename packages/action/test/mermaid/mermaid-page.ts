import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';

const LIBRARY = createRequire(import.meta.url).resolve('@mermaid-js/tiny');

/** Mermaid itself, set up as GitHub has it. */
export interface MermaidPage {
  /** What its parser has against each text; null where it reads it as a flowchart. */
  readonly objections: (texts: readonly string[]) => Promise<readonly (string | null)[]>;
  /** What a person sees: the texts in the picture, and names of the elements that it is made of. */
  readonly drawn: (text: string) => Promise<{ readonly words: string; readonly elements: readonly string[] }>;
  /** The picture itself, as SVG. */
  readonly svgOf: (text: string) => Promise<string>;
}

/** The part of the library that the page calls. */
interface Library {
  readonly initialize: (settings: object) => void;
  readonly parse: (text: string) => Promise<{ readonly diagramType: string }>;
  readonly render: (id: string, text: string) => Promise<{ readonly svg: string }>;
}

/** Opens an empty page with the library in it. */
export async function openMermaid(browser: Browser): Promise<MermaidPage> {
  const [page, viewer] = [await browser.newPage(), await browser.newPage()];
  await page.addScriptTag({ path: LIBRARY });
  await page.evaluate(() => {
    const { mermaid } = globalThis as unknown as { mermaid: Library };
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
  });
  const svgOf = (text: string): Promise<string> =>
    page.evaluate(async (source) => {
      const { mermaid } = globalThis as unknown as { mermaid: Library };
      return (await mermaid.render('drawing', source)).svg;
    }, text);
  return {
    svgOf,
    objections: (texts) =>
      page.evaluate(async (all) => {
        const { mermaid } = globalThis as unknown as { mermaid: Library };
        const found: (string | null)[] = [];
        for (const text of all) {
          const kind = await mermaid.parse(text).then(({ diagramType }) => diagramType, String);
          found.push(kind.startsWith('flowchart') ? null : kind);
        }
        return found;
      }, texts),
    drawn: async (text) => {
      const svg = await svgOf(text);
      await viewer.setContent(svg);
      return {
        words: (await viewer.locator('svg').textContent()) ?? '',
        elements: [...svg.matchAll(/<([a-z][\w-]*)/gi)].map(([, name = '']) => name.toLowerCase()),
      };
    },
  };
}

/** What stands between the fences of every drawing in a page of Markdown. */
export function drawingsIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map(([, text = '']) => text);
}
