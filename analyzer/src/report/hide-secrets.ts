/** Lines of a file around one of them, for people to look at. */
export interface Excerpt {
  readonly startLine: number;
  readonly lines: readonly string[];
}

/** Gives the lines around a place; null where the file has no such line. */
export type ExcerptOf = (file: string, line: number) => Excerpt | null;

/** As much of a finding as tells where a secret stands. */
export interface PlacedRule {
  readonly rule: string;
  readonly location: { readonly file: string; readonly line: number };
}

/** The rule whose findings stand on lines with a secret. */
const HARD_CODED_SECRET = 'CSQA-C3-hard-coded-secret';

/** Text literals of code, and of formats that quote. */
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/** What stands after the name of a setting: `name=value`, `name: value`, `<name>value</name>`. */
const UNQUOTED = /^(\s*(?:export\s+)?[\w.$%{}[\]-]+\s*[:=]\s*)\S.*$/;
const ELEMENT = /(<([\w.:-]+)[^>]*>)[^<]+(<\/\2>)/g;

const HIDDEN = '***';

/**
 * Takes secrets out of excerpts: a report travels further than the code it speaks of. The lines that hold one keep what
 * they are about and lose every value, wherever they are shown, be it beside another finding.
 */
export function hideSecrets(excerptOf: ExcerptOf, findings: readonly PlacedRule[]): ExcerptOf {
  const secret = new Set(
    findings
      .filter(({ rule }) => rule === HARD_CODED_SECRET)
      .map(({ location }) => `${location.line} ${location.file}`),
  );
  return (file, line) => {
    const excerpt = excerptOf(file, line);
    if (excerpt === null) return null;
    const { startLine, lines } = excerpt;
    return {
      startLine,
      lines: lines.map((text, at) => (secret.has(`${startLine + at} ${file}`) ? withoutValues(text) : text)),
    };
  };
}

function withoutValues(text: string): string {
  const unquoted = text.replaceAll(QUOTED, (quoted) => `${quoted[0]}${HIDDEN}${quoted[0]}`);
  if (unquoted !== text) return unquoted;
  const hidden = text.replace(UNQUOTED, `$1${HIDDEN}`).replaceAll(ELEMENT, `$1${HIDDEN}$3`);
  // A line that cannot be read is not shown at all: it may be the middle of a value of several lines.
  return hidden === text ? HIDDEN : hidden;
}
