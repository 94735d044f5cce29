import type { Report } from '@csqa/report';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { arbitraryReport } from '../../../report/test/arbitrary-report.ts';
import { reportSaying } from '../../../report/test/hostile-report.ts';
import { hostileText } from '../../../report/test/hostile-text.ts';
import { HANDLER, SAVE, treeReport } from '../../../report/test/two-trees.ts';
import {
  findingFixed,
  guardRemoved,
  HEAD_SHA,
  judged,
  manyFindings,
  pageInput,
  roadOpened,
  untestedGuardGone,
} from '../../test/comment-sample.ts';
import type { JudgedProject } from '../run-types.ts';
import { stateIn } from './comment-state.ts';
import type { PageInput } from './page.ts';
import {
  COMMENT_BYTES,
  isQuiet,
  MAX_COMMENT,
  renderComment,
  renderSummary,
  SUMMARY_BYTES,
} from './render-page.ts';

const commentText = (input: PageInput): string => renderComment(input).body;

describe('a comment', () => {
  it('begins with its marker and then the verdict', () => {
    const text = commentText(pageInput(guardRemoved()));
    expect(stateIn(text, 'owners')).toEqual({ project: 'owners', head: HEAD_SHA, run: 4_211, attempt: 1 });
    expect(text.split('\n').filter((line) => line !== '')[2]).toBe('## ❌ CSQA: failed');
  });

  it('names the finding, its place at the head, its path and the guard that is gone', () => {
    const text = commentText(pageInput(guardRemoved()));
    expect(text).toContain('### New risk in untouched code (1)');
    expect(text).toContain(
      `(<https://github.com/clinic/owners/blob/${HEAD_SHA}/src/OwnerController.java#L10>)`,
    );
    expect(text).toContain('Path: `POST /owners` → `OwnerService.save`');
    expect(text).toContain("guard removed: `@PreAuthorize(hasRole('VET'))` `src/OwnerService.java:20`");
    expect(text).toContain('-.->|"guard removed"|');
    expect(text).toContain('`csqa explain road`');
  });

  it('turns green when the finding is fixed, and keeps saying what was', () => {
    const text = commentText(pageInput(findingFixed()));
    expect(text).toContain('## ✅ CSQA: passed');
    expect(text).toContain('### Fixed (1)');
    expect(text).not.toContain('### New');
  });

  it('does not praise a finding that is gone because the guard it spoke of is', () => {
    const [, fixed = ''] = commentText(pageInput(untestedGuardGone())).split('### Fixed (1)');
    expect(fixed).toContain("  - guard removed: `@PreAuthorize(hasRole('VET'))` `src/OwnerService.java:20`");
    const [, mended = ''] = commentText(pageInput(findingFixed())).split('### Fixed (1)');
    expect(mended).not.toContain('guard removed');
  });

  it('says which road the change opened, from which changed symbol, and draws it', () => {
    const text = commentText(pageInput(roadOpened()));
    expect(text).toContain('### Roads that the change opened (1)');
    expect(text).toContain(
      '`POST /owners` (public) → `db.write Owner`<br>by the new call: `org.clinic.OwnerService#save()` → `db.write Owner`',
    );
    expect(text).toContain('==>|"new call"|');
  });

  it('is in Russian where that is asked for', () => {
    const text = commentText(pageInput(guardRemoved(), { context: { language: 'ru' } }));
    for (const part of [
      'проверка не пройдена',
      'Новый риск в нетронутом коде',
      'убрана защита',
      'Индекс риска',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/\b(?:Path|Before|Change|Rounded)\b/);
  });

  it('says in few words that nothing moved', () => {
    const same = judged(treeReport(), treeReport());
    expect(commentText(pageInput(same))).toContain('The change neither adds nor removes risk.');
    expect(isQuiet(same.analysis.comparison)).toBe(true);
    for (const changed of [roadOpened(), findingFixed(), guardRemoved()])
      expect(isQuiet(changed.analysis.comparison)).toBe(false);
  });

  it('shows all findings and why nothing is compared where there is no baseline', () => {
    const text = commentText(
      pageInput(judged(null, treeReport({ findings: guardRemoved().analysis.head.findings }))),
    );
    expect(text).toContain('> There is no earlier state.');
    expect(text).toContain('### Findings (1)');
    expect(text).not.toContain('▲ +');
  });

  it('lists what could not be published, with the line that would enable it', () => {
    const text = commentText(
      pageInput(findingFixed(), {
        published: [
          {
            name: 'sarif-upload',
            status: 'degraded',
            reason: 'The token may not.',
            yamlLine: 'security-events: write',
          },
        ],
      }),
    );
    expect(text).toContain('- code scanning: The token may not. to enable it: `security-events: write`');
  });

  it('adds the path of a module to the places that it links', () => {
    const project = judged(treeReport(), treeReport({ findings: guardRemoved().analysis.head.findings }), {
      slug: 'billing',
      path: 'services/billing',
    });
    const text = commentText(pageInput(project));
    expect(text).toContain(`/blob/${HEAD_SHA}/services/billing/src/OwnerController.java#L10`);
    expect(text).toContain('CSQA · `billing`: failed');
  });
});

/** Names of the tags that Markdown of GitHub's dialect becomes, and its links. */
function rendered(markdown: string): { readonly tags: readonly string[]; readonly links: readonly string[] } {
  const extensions = { extensions: [gfm()], htmlExtensions: [gfmHtml()] };
  const html = micromark(markdown, { ...extensions, allowDangerousHtml: true }).replaceAll(/<!--.*?-->/g, '');
  return {
    tags: [...html.matchAll(/<\/?([^\s>/]*)/g)].map(([, name]) => name ?? ''),
    links: [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, url]) => url ?? ''),
  };
}

const TAGS =
  /^(?:h[1234]|p|table|thead|tbody|tr|th|td|ul|ol|li|strong|code|blockquote|details|summary|a|br|pre|sub|)$/;

/** A tree in which the given text stands wherever a repository may put one. */
function treeSaying(text: string): Report {
  const tree = reportSaying(text);
  const nodes = [
    { id: 'e', kind: 'entry' as const, label: text, file: null, line: null },
    ...[HANDLER, SAVE].map((id) => ({ id, kind: 'method' as const, label: text, file: null, line: null })),
    { id: text, kind: 'sink' as const, label: text, file: null, line: null },
  ];
  const edges = [['e', HANDLER] as const, [HANDLER, SAVE] as const, [SAVE, text] as const].map(
    ([from, to]) => ({
      ...{ from, to, how: 'static', confidence: 'certain' as const, file: text, line: 1 },
    }),
  );
  return { ...tree, topology: { nodes, edges } };
}

describe('a page of hostile text', () => {
  it.each([
    ['comment', commentText, 20],
    ['summary', renderSummary, 4],
  ] as const)('renders to our own tags and links alone, as a %s', (_kind, render, numRuns) => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('en', 'ru'), (text, language) => {
        const project = judged(treeReport(), treeSaying(text));
        const { tags, links } = rendered(render(pageInput(project, { context: { language } })));
        expect(tags.filter((name) => !TAGS.test(name))).toEqual([]);
        expect(links.filter((url) => !url.startsWith('https://github.com/clinic/owners/'))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('opens no more folds and fences than it closes', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const page = commentText(pageInput(judged(treeReport(), treeSaying(text))));
        const count = (part: RegExp): number => page.match(part)?.length ?? 0;
        expect(count(/^<details>$/gm)).toBe(count(/^<\/details>$/gm));
        expect(count(/^```/gm)).toBe(2 * count(/^```mermaid$/gm));
      }),
      { numRuns: 40 },
    );
  });

  it('has no workflow command at the beginning of a line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const project = judged(treeReport(), treeSaying(`${text}\n::warning::x\n##[error]y`));
        for (const render of [commentText, renderSummary])
          expect(render(pageInput(project))).not.toMatch(/^\s*(?:::|##\[)/m);
      }),
      { numRuns: 20 },
    );
  });
});

/** The same with so many findings, each one of those that are there. */
function repeated(project: JudgedProject, count: number): JudgedProject {
  const { analysis } = project;
  const { comparison, head } = analysis;
  const many = <Item>(items: readonly Item[]): Item[] =>
    Array.from({ length: count }, (_, index) => items[index % items.length] as Item);
  if (comparison === null || count === 0) return project;
  return {
    ...project,
    analysis: {
      ...analysis,
      head: { ...head, findings: many(head.findings) },
      comparison: {
        ...comparison,
        counts: { ...comparison.counts, new: count },
        findings: many(comparison.findings),
      },
    },
  };
}

describe('the size of a page', () => {
  it('stays below what GitHub takes, for any two reports', () => {
    fc.assert(
      fc.property(arbitraryReport, arbitraryReport, (base, head) => {
        const text = commentText(pageInput(judged(base, head)));
        expect(text.length).toBeLessThanOrEqual(MAX_COMMENT);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(COMMENT_BYTES);
      }),
      { numRuns: 60 },
    );
  });

  it.each([0, 1, 50, 5_000, 30_000])('holds with %i findings in hostile words', (count) => {
    const texts = ['<'.repeat(20_000), '😀'.repeat(9_000), '`|@octocat '.repeat(900), 'Я'.repeat(16_000)];
    const project = repeated(judged(treeReport(), manyFindings(Math.min(count, 50), texts)), count);
    const comment = commentText(pageInput(project));
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(COMMENT_BYTES);
    const summary = renderSummary(pageInput(project));
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(SUMMARY_BYTES);
    if (count >= 5_000) {
      expect(comment.includes(`- … ${count - 10} more`)).toBe(true);
      expect(Buffer.byteLength(summary)).toBeGreaterThan(SUMMARY_BYTES / 8);
    }
  });

  it('leaves room in the summary for what others write into it', () => {
    const project = judged(treeReport(), manyFindings(100, ['|'.repeat(9_000)]));
    const summary = renderSummary(pageInput(project), 840 * 1_024);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(60 * 1_024);
    expect(summary.includes('> Shortened to fit; the rest is in: [job summary](')).toBe(true);
  });
});
