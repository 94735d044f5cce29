import {
  type Comparison,
  markdownCode as code,
  metricParts,
  markdownProse as prose,
  surfaceParts,
  textsOf,
  WRITERS,
} from '@csqa/report';
import { type CommentState, markerLines } from './comment-state.ts';
import { configSections } from './config-sections.ts';
import {
  type FindingCaps,
  fixedSection,
  freshFindings,
  freshSections,
  knownSection,
} from './finding-sections.ts';
import { type Page, type PageInput, pageOf } from './page.ts';
import { roadSections } from './road-sections.ts';
import { baselineSection, scoreSection, verdictLines } from './score-sections.ts';
import { block, fitSections, type Section } from './section.ts';

/** What GitHub takes as one comment, in UTF-16 units. */
export const MAX_COMMENT = 65_536;
/** What we write at most, in bytes: whether GitHub counts letters or bytes it does not say, and either is below its limit then. */
export const COMMENT_BYTES = 60_000;
/** What we write at most into a summary, in bytes: of one above 1 MiB the runner shows nothing at all. */
export const SUMMARY_BYTES = 900 * 1_024;

const COMMENT_CAPS: FindingCaps = { fresh: 10, known: 10 };
const SUMMARY_CAPS: FindingCaps = { fresh: 50, known: 50 };
/** Room for the note that says what was left out, with its links. */
const NOTE_BYTES = 1_500;

/**
 * The comment of a pull request: the verdict, what moved, new findings with cause and path, the roads that opened; what is looked
 * up rarely is folded. At most 60,000 bytes, for any report: lists are shortened, the last sections are left out first, and
 * a note says so. It begins with the hidden marker that finds it again.
 */
export function renderComment(input: PageInput): { readonly body: string; readonly state: CommentState } {
  const page = pageOf(input);
  const { context, judged } = input;
  const state = {
    project: judged.analysis.project.slug,
    head: context.pullRequest?.headSha ?? context.sha,
    ...{ run: context.run.id, attempt: context.run.attempt },
  };
  const opening = [markerLines(state), verdictLines(page)];
  return { state, body: compose(page, { opening, maxBytes: COMMENT_BYTES, caps: COMMENT_CAPS }) };
}

/**
 * The summary of the job: as the comment, with longer lists and the whole report folded below. At most 900 KiB together with
 * what `reservedBytes` says that others write into the same summary.
 */
export function renderSummary(input: PageInput, reservedBytes = 0): string {
  const page = pageOf(input);
  const maxBytes = SUMMARY_BYTES - reservedBytes;
  const text = compose(page, { opening: [verdictLines(page)], maxBytes, caps: SUMMARY_CAPS });
  const left = maxBytes - Buffer.byteLength(text) - NOTE_BYTES;
  return left < WHOLE_BYTES ? text : `${text}\n${wholeReport(page, left)}\n`;
}

/** Least room in which the whole report is worth beginning. */
const WHOLE_BYTES = 10_000;

function wholeReport({ judged, words, links, head }: Page, maxBytes: number): string {
  const markdown = WRITERS.markdown.render(head, {
    ...{ lang: words.language, maxBytes, gate: judged.verdict.judgement },
    ...links.head,
  });
  return `<details>\n<summary>${words.summary.title}</summary>\n\n${markdown}\n</details>`;
}

interface Layout {
  readonly opening: readonly string[];
  readonly maxBytes: number;
  readonly caps: FindingCaps;
}

function compose(page: Page, { opening, maxBytes, caps }: Layout): string {
  const closing = footer(page);
  const fixed = [...opening, closing].join('\n\n');
  const room = maxBytes - Buffer.byteLength(fixed) - NOTE_BYTES;
  const { text, isWhole } = fitSections(sections(page, caps), room);
  const note = isWhole ? [] : [`> ${page.text.shortened} ${whereTheRestIs(page)}`];
  return `${[...opening, text, ...note, closing].filter((part) => part !== '').join('\n\n')}\n`;
}

/** In the order in which they are read, which is also the order of what they are worth. */
function sections(page: Page, caps: FindingCaps): Section[] {
  const { comparison } = page.judged.analysis;
  const { text, words } = page;
  return [
    ...baselineSection(page),
    ...configSections(page),
    ...(isQuiet(comparison) ? [block(text.nothingMoved)] : []),
    ...scoreSection(page),
    ...freshSections(page, caps),
    ...roadSections(page),
    ...fixedSection(page, caps),
    ...lostSection(page),
    ...(comparison === null
      ? []
      : [
          ...foldedParts(text.metricsHeading, metricParts(comparison, words).map(withoutHeading)),
          ...foldedParts(text.surfaceHeading, surfaceParts(comparison, words)),
        ]),
    ...knownSection(page, caps),
  ];
}

/** Whether a change came, went or moved nothing that a page tells of; false where there is nothing to compare with. */
export function isQuiet(comparison: Comparison | null): boolean {
  if (comparison === null) return false;
  const { new: fresh, reopened, worsened, fixed } = comparison.counts;
  const words = textsOf('en');
  const moved = [...metricParts(comparison, words), ...surfaceParts(comparison, words)];
  return fresh + reopened + worsened + fixed === 0 && moved.length === 0;
}

/** What stands under a title of ours already. */
function withoutHeading(part: string): string {
  return part.replace(/^### [^\n]*\n+/, '');
}

function foldedParts(title: string, parts: readonly string[]): Section[] {
  if (parts.length === 0) return [];
  return [{ heading: '', items: parts, all: parts.length, between: '\n\n', folded: title, more: () => '' }];
}

/** What could not be published, each with the line that would enable it. */
function lostSection({ published, text }: Page): Section[] {
  const lost = published.flatMap((outcome) => (outcome.status === 'degraded' ? [outcome] : []));
  if (lost.length === 0) return [];
  const items = lost.map(({ name, reason, yamlLine }) => {
    const line = yamlLine === null ? '' : ` ${text.enable} ${code(yamlLine, 200)}`;
    return `- ${text.channels[name]}: ${prose(reason, 400)}${line}`;
  });
  return [
    {
      heading: '',
      items,
      all: items.length,
      folded: `${text.notPublished} (${items.length})`,
      more: () => '',
    },
  ];
}

function whereTheRestIs({ text, runUrl, artifactUrl }: Page): string {
  const links = [`[${text.summaryLink}](<${runUrl}>)`];
  if (artifactUrl !== null) links.push(`[${text.artifactLink}](<${artifactUrl}>)`);
  return links.join(' · ');
}

function footer(page: Page): string {
  const { head, text, judged } = page;
  const [first] = freshFindings(page).map(({ finding }) => finding.id);
  const explain = first === undefined ? '' : ` · ${text.explain} ${code(`csqa explain ${first}`, 80)}`;
  const commits = [judged.analysis.base.sha, head.meta.revision].flatMap((sha) =>
    sha === null ? [] : code(sha.slice(0, 12)),
  );
  const compared = commits.length === 0 ? '' : ` · ${commits.join(' → ')}`;
  return `<sub>${whereTheRestIs(page)} · CSQA ${prose(head.meta.version, 40)}${compared}${explain}</sub>`;
}
