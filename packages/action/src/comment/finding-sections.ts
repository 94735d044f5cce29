import {
  type ComparedFinding,
  causeText,
  markdownCode as code,
  type Finding,
  type FindingRef,
  isRuleId,
  type LinkOptions,
  placeLink,
  markdownProse as prose,
  SEVERITIES,
  SEVERITY_MARKS,
} from '@csqa/report';
import type { Page } from './page.ts';
import type { Section } from './section.ts';

/** Causes told of one finding. */
const SHOWN_CAUSES = 2;
/** Steps shown of one path: its beginning and its end. */
const SHOWN_STEPS = 8;
/** Letters of a sentence about a finding. */
const MAX_SENTENCE = 400;

/** How many findings of each kind a page shows. */
export interface FindingCaps {
  /** New ones, each with its cause and path. */
  readonly fresh: number;
  /** Fixed and unchanged ones, a line each. */
  readonly known: number;
}

/** Findings that are new or weigh more than before, the worst first, those in touched files before the others. */
export function freshFindings({ judged }: Pick<Page, 'judged'>): readonly ComparedFinding[] {
  const { comparison } = judged.analysis;
  return (comparison?.findings ?? [])
    .filter(({ state, worsened }) => state === 'new' || state === 'reopened' || worsened)
    .toSorted((left, right) => rank(left.finding) - rank(right.finding));
}

function rank({ severity }: Pick<FindingRef, 'severity'>): number {
  return SEVERITIES.indexOf(severity);
}

/** New findings, in touched files and in files that the change left alone, and those that weigh more than before; without a comparison, all findings. */
export function freshSections(page: Page, { fresh }: FindingCaps): Section[] {
  const { head, judged, text, words } = page;
  if (judged.analysis.comparison === null) {
    const all = head.findings.toSorted((left, right) => rank(left) - rank(right));
    return findingSection(page, {
      title: text.allHeading,
      findings: all.map((finding) => ({ finding, causes: [] })),
      most: fresh,
    });
  }
  const [findings, worsened] = [
    freshFindings(page).filter((one) => !one.worsened),
    freshFindings(page).filter((one) => one.worsened),
  ];
  const isRipple = ({ origin }: ComparedFinding): boolean => origin === 'ripple';
  const [here, ripple] = [findings.filter((one) => !isRipple(one)), findings.filter(isRipple)];
  return [
    ...findingSection(page, { title: text.newHeading, findings: here, most: fresh }),
    ...findingSection(page, { title: words.comparison.ripple, findings: ripple, most: fresh }),
    ...findingSection(page, { title: words.comparison.worsened, findings: worsened, most: fresh }),
  ];
}

interface FindingList {
  readonly title: string;
  readonly findings: readonly Pick<ComparedFinding, 'finding' | 'causes'>[];
  readonly most: number;
}

function findingSection(page: Page, { title, findings, most }: FindingList): Section[] {
  if (findings.length === 0) return [];
  const byId = new Map(page.head.findings.map((finding) => [finding.id, finding]));
  const items = findings
    .slice(0, most)
    .map(({ finding, causes }) => findingItem({ finding, causes }, byId.get(finding.id), page));
  const more = (hidden: number): string => `- … ${page.words.comparison.more(hidden)}`;
  return [{ heading: `### ${title} (${findings.length})`, items, all: findings.length, more }];
}

/** `whole` is the finding as the report has it, with its path. */
function findingItem(
  { finding, causes }: Pick<ComparedFinding, 'finding' | 'causes'>,
  whole: Finding | undefined,
  { text, words, links }: Page,
): string {
  const what = words.language === 'en' ? undefined : finding.localized?.[words.language]?.what;
  const said = what ?? finding.what;
  const path = whole === undefined ? '' : pathLine(whole);
  return [
    `- ${titleOf(finding, words)} · ${placeLink(finding, links.head)} · ${code(finding.id, 60)}<br>${prose(said, MAX_SENTENCE)}`,
    ...(path === '' ? [] : [`  - ${text.path}: ${path}`]),
    ...causes.slice(0, SHOWN_CAUSES).map((cause) => `  - ${causeText(cause, words)}`),
  ].join('\n');
}

/** Severity and name of a finding. */
export function titleOf({ rule, severity }: FindingRef, words: Page['words']): string {
  const title = isRuleId(rule) ? words.rules[rule] : rule;
  return `${SEVERITY_MARKS[severity]} **${words.severities[severity]}** ${prose(title, 200)}`;
}

function pathLine({ path }: Finding): string {
  const steps = path.map(({ label, symbol, file }) => code(label ?? symbol ?? file, 80));
  if (steps.length < 2) return '';
  const half = SHOWN_STEPS / 2;
  const shown = steps.length <= SHOWN_STEPS ? steps : [...steps.slice(0, half), '…', ...steps.slice(-half)];
  return shown.join(' → ');
}

/** What the change fixed. */
export function fixedSection(page: Page, { known }: FindingCaps): Section[] {
  return lineSection(page, {
    title: page.text.fixedHeading,
    state: 'fixed',
    links: page.links.base,
    most: known,
  });
}

/** What was there before and still is, folded. */
export function knownSection(page: Page, { known }: FindingCaps): Section[] {
  const options = {
    title: page.text.knownHeading,
    state: 'unchanged',
    links: page.links.head,
    most: known,
  } as const;
  return lineSection(page, options).map(({ heading, ...section }) => ({
    ...section,
    heading: '',
    folded: heading.replace(/^#+ /, ''),
  }));
}

interface LineList {
  readonly title: string;
  readonly state: ComparedFinding['state'];
  readonly links: LinkOptions;
  readonly most: number;
}

function lineSection({ judged, words }: Page, { title, state, links, most }: LineList): Section[] {
  const findings = (judged.analysis.comparison?.findings ?? [])
    .filter((one) => one.state === state && !one.worsened)
    .toSorted((left, right) => rank(left.finding) - rank(right.finding));
  if (findings.length === 0) return [];
  const items = findings
    .slice(0, most)
    .map(({ finding, causes }) =>
      [
        `- ${titleOf(finding, words)} · ${placeLink(finding, links)} · ${code(finding.id, 60)}`,
        ...causes.slice(0, SHOWN_CAUSES).map((cause) => `  - ${causeText(cause, words)}`),
      ].join('\n'),
    );
  const more = (hidden: number): string => `- … ${words.comparison.more(hidden)}`;
  return [{ heading: `### ${title} (${findings.length})`, items, all: findings.length, more }];
}
