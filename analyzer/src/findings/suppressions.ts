import type { Diagnostic } from '../base/diagnostics.ts';
import type { RelativePath } from '../base/ids.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { Finding } from './finding.ts';
import { RULES } from './rules.ts';

/** A wish to live with a finding, from a comment or from the configuration. */
export interface Suppression {
  readonly source: 'comment' | 'config';
  /** Without `CSQA-`. */
  readonly rule: string;
  readonly reason: string | null;
  /** Last day on which it holds, `YYYY-MM-DD`; null for no end. */
  readonly until: string | null;
  readonly location: SourceLocation;
  /** Whether it may be about a finding of its rule at this place. A comment is about the nearest of them alone. */
  covers(finding: Finding): boolean;
}

/** A suppression that is applied, with the number of findings that it is about. */
export interface UsedSuppression {
  readonly suppression: Suppression;
  readonly findings: number;
}

export interface Suppressed {
  readonly finding: Finding;
  readonly suppression: Suppression;
}

const COMMENT = /csqa-ignore\s+(?:CSQA-)?([A-Z]\d-[a-z0-9-]{1,60})([^\n]{0,400})/;
const UNTIL = /\buntil=("?)([^\s"]{0,40})\1/;
const REASON = /\breason="([^"]{1,300})"/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Lines between a comment and the code it is about. */
const REACH = 3;

/** A file with the comments in it that mention suppressions. */
export interface CommentedFile {
  readonly path: RelativePath;
  readonly suppressions: readonly { readonly line: number; readonly text: string }[];
}

/** Suppressions in comments: about the line they stand on, or else the first line below with such a finding, at most three away. */
export function commentSuppressions(files: readonly CommentedFile[]): {
  readonly suppressions: Suppression[];
  readonly diagnostics: Diagnostic[];
} {
  const suppressions: Suppression[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    for (const comment of file.suppressions) {
      const suppression = readComment(file.path, comment);
      if (suppression === null) diagnostics.push(unreadable(file.path, comment));
      else suppressions.push(suppression);
    }
  }
  return { suppressions, diagnostics };
}

/** Null for what is not understood whole: a date that is none must not become a suppression without an end. */
function readComment(file: RelativePath, { line, text }: { line: number; text: string }): Suppression | null {
  const [, rule, rest = ''] = COMMENT.exec(text) ?? [];
  const until = UNTIL.exec(rest)?.[2] ?? null;
  if (rule === undefined || !RULES.has(rule) || (until !== null && !isDate(until))) return null;
  return {
    source: 'comment',
    rule,
    reason: REASON.exec(rest)?.[1] ?? null,
    until,
    location: { file, line },
    covers: ({ location }) =>
      location.file === file && location.line >= line && location.line <= line + REACH,
  };
}

function isDate(text: string): boolean {
  const time = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Splits findings into open ones and those that a suppression is about. Days have no say here: `reportAsOf` of the report
 * judges by a date, so that the same tree gives the same report on every day. A suppression without a reason is not applied
 * and is reported; so is one that no finding is left for. Of several, the one that holds longest counts.
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): {
  readonly open: Finding[];
  readonly suppressed: Suppressed[];
  readonly suppressions: readonly UsedSuppression[];
  readonly diagnostics: Diagnostic[];
} {
  const valid = suppressions.filter(hasReason);
  const covered = new Map<Finding, Suppression>();
  const used = valid.map((suppression): UsedSuppression => {
    const about = coveredBy(suppression, findings);
    for (const finding of about) {
      const known = covered.get(finding);
      if (known === undefined || lastsLonger(suppression, known)) covered.set(finding, suppression);
    }
    return { suppression, findings: about.length };
  });
  return {
    open: findings.filter((finding) => !covered.has(finding)),
    suppressed: findings.flatMap((finding) => {
      const suppression = covered.get(finding);
      return suppression === undefined ? [] : [{ finding, suppression }];
    }),
    suppressions: used,
    diagnostics: [
      ...suppressions.filter((suppression) => !hasReason(suppression)).map(withoutReason),
      ...used.flatMap((one) => (one.findings === 0 ? [unused(one.suppression)] : [])),
    ],
  };
}

function coveredBy(suppression: Suppression, findings: readonly Finding[]): readonly Finding[] {
  const about = findings.filter(
    (finding) => finding.rule === `CSQA-${suppression.rule}` && suppression.covers(finding),
  );
  if (suppression.source === 'config') return about;
  const nearest = Math.min(...about.map(({ location }) => location.line));
  return about.filter(({ location }) => location.line === nearest);
}

function hasReason({ reason }: Suppression): boolean {
  return reason !== null && reason.trim() !== '';
}

function lastsLonger(one: Suppression, other: Suppression): boolean {
  if (other.until === null) return false;
  return one.until === null || one.until > other.until;
}

function withoutReason({ rule, location: { file, line } }: Suppression): Diagnostic {
  return {
    code: 'suppression-without-reason',
    stage: 'findings',
    severity: 'warning',
    message: {
      en: `the suppression of CSQA-${rule} gives no reason and is not applied`,
      ru: `у подавления CSQA-${rule} нет причины, и оно не применяется`,
    },
    hint: { en: 'add reason="…"', ru: 'добавьте reason="…"' },
    ...{ file, line },
  };
}

function unused(suppression: Suppression): Diagnostic {
  return {
    code: 'suppression-unused',
    stage: 'findings',
    severity: 'info',
    message: {
      en: `no finding of CSQA-${suppression.rule} is left for this suppression`,
      ru: `находки CSQA-${suppression.rule} для этого подавления больше нет`,
    },
    hint: { en: 'remove it', ru: 'уберите его' },
    file: suppression.location.file,
    line: suppression.location.line,
  };
}

function unreadable(file: RelativePath, { line, text }: { line: number; text: string }): Diagnostic {
  return {
    code: 'suppression-unreadable',
    stage: 'findings',
    severity: 'warning',
    message: {
      en: `cannot read ${JSON.stringify(text.slice(0, 80))} as a suppression`,
      ru: `${JSON.stringify(text.slice(0, 80))} нельзя прочитать как подавление`,
    },
    hint: {
      en: 'write csqa-ignore CSQA-B1-thin-defence until=2027-01-31 reason="…"',
      ru: 'пишите csqa-ignore CSQA-B1-thin-defence until=2027-01-31 reason="…"',
    },
    file,
    line,
  };
}
