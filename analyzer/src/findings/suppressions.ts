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
  /** Whether it is about a finding of its rule at this place. */
  covers(finding: Finding): boolean;
}

export interface Suppressed {
  readonly finding: Finding;
  readonly suppression: Suppression;
}

const COMMENT = /csqa-ignore\s+(?:CSQA-)?([A-Z]\d-[a-z0-9-]{1,60})([^\n]{0,400})/;
const UNTIL = /\buntil=(\d{4}-\d{2}-\d{2})\b/;
const REASON = /\breason="([^"]{1,300})"/;
/** Lines between a comment and the code it is about. */
const REACH = 3;

/** A file with the comments in it that mention suppressions. */
export interface CommentedFile {
  readonly path: RelativePath;
  readonly suppressions: readonly { readonly line: number; readonly text: string }[];
}

/** Suppressions in comments: about the line they stand on, or the first line of code within three below. */
export function commentSuppressions(files: readonly CommentedFile[]): {
  readonly suppressions: Suppression[];
  readonly diagnostics: Diagnostic[];
} {
  const suppressions: Suppression[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    for (const { line, text } of file.suppressions) {
      const match = COMMENT.exec(text);
      const rule = match?.[1];
      if (rule === undefined || !RULES.has(rule)) {
        diagnostics.push(unreadable(file.path, line, text));
        continue;
      }
      const rest = match?.[2] ?? '';
      suppressions.push({
        source: 'comment',
        rule,
        reason: REASON.exec(rest)?.[1] ?? null,
        until: UNTIL.exec(rest)?.[1] ?? null,
        location: { file: file.path, line },
        covers: ({ location }) =>
          location.file === file.path && location.line >= line && location.line <= line + REACH,
      });
    }
  }
  return { suppressions, diagnostics };
}

/**
 * Splits findings into open and suppressed ones. A suppression without a reason or past its date suppresses nothing and is
 * reported; so is one that nothing matches.
 * @param today `YYYY-MM-DD`
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  today: string,
): { readonly open: Finding[]; readonly suppressed: Suppressed[]; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const used = new Set<Suppression>();
  const valid = suppressions.filter((suppression) => {
    const problem = problemOf(suppression, today);
    if (problem !== null) diagnostics.push(problem);
    return problem === null;
  });
  const open: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const suppression = valid.find(
      (candidate) => `CSQA-${candidate.rule}` === finding.rule && candidate.covers(finding),
    );
    if (suppression) {
      used.add(suppression);
      suppressed.push({ finding, suppression });
    } else open.push(finding);
  }
  for (const suppression of valid) if (!used.has(suppression)) diagnostics.push(unused(suppression));
  return { open, suppressed, diagnostics };
}

function problemOf(suppression: Suppression, today: string): Diagnostic | null {
  const base = {
    stage: 'findings',
    severity: 'warning',
    file: suppression.location.file,
    line: suppression.location.line,
  } as const;
  if (suppression.reason === null || suppression.reason.trim() === '') {
    return {
      ...base,
      code: 'suppression-without-reason',
      message: {
        en: `the suppression of CSQA-${suppression.rule} gives no reason and is not applied`,
        ru: `у подавления CSQA-${suppression.rule} нет причины, и оно не применяется`,
      },
      hint: { en: 'add reason="…"', ru: 'добавьте reason="…"' },
    };
  }
  if (suppression.until !== null && suppression.until < today) {
    return {
      ...base,
      code: 'suppression-expired',
      message: {
        en: `the suppression of CSQA-${suppression.rule} ended on ${suppression.until} and is not applied`,
        ru: `срок подавления CSQA-${suppression.rule} истёк ${suppression.until}, и оно не применяется`,
      },
      hint: {
        en: 'mend the finding, or decide again and move the date',
        ru: 'исправьте найденное или примите решение заново и перенесите дату',
      },
    };
  }
  return null;
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

function unreadable(file: RelativePath, line: number, text: string): Diagnostic {
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
