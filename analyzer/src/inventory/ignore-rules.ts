import ignore, { type Ignore } from 'ignore';
import type { Diagnostic } from '../base/diagnostics.ts';
import type { RelativePath } from '../base/ids.ts';
import type { Text } from '../base/text.ts';

/** Rules that hold for everything below one directory; later layers win over earlier ones, as in git. */
export interface IgnoreLayer {
  /** `` for the root, otherwise the directory with a trailing slash. */
  readonly base: string;
  readonly rules: Ignore;
  /** What every path has in it that a rule is about; null where that cannot be told of all rules. */
  readonly mark: RegExp | null;
}

/** A rule file turned into a layer, with what had to be left out of it. */
export interface ReadIgnoreRules {
  readonly layer: IgnoreLayer;
  readonly diagnostics: readonly Diagnostic[];
}

/** More rules than any hand-written file has; each costs a match for every file below. */
const MAX_RULES_PER_FILE = 2_000;
const MAX_RULE_LENGTH = 1_000;
/** Each further `*` in one path segment multiplies the cost of a match by the length of the name. */
const MAX_STARS_PER_SEGMENT = 3;
const MAX_DOUBLE_STARS = 4;

/** Reads the text of a `.gitignore` found in `directory` (`` for the root). */
export function readIgnoreFile(path: RelativePath, directory: string, text: string): ReadIgnoreRules {
  const diagnostics: Diagnostic[] = [];
  const accepted: string[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const refusal =
      accepted.length >= MAX_RULES_PER_FILE
        ? { en: 'the file has too many rules', ru: 'в файле слишком много правил' }
        : refusePattern(line);
    if (refusal === null) accepted.push(line);
    else diagnostics.push(skippedRule(path, index + 1, refusal));
    if (accepted.length >= MAX_RULES_PER_FILE && refusal !== null) break;
  }
  return { layer: layerOf(directory === '' ? '' : `${directory}/`, accepted), diagnostics };
}

function skippedRule(path: RelativePath, line: number, reason: Text): Diagnostic {
  return {
    code: 'ignore-rule-skipped',
    stage: 'inventory',
    severity: 'warning',
    message: {
      en: `A rule of ${path} is not applied: ${reason.en}`,
      ru: `Правило из ${path} не применяется: ${reason.ru}`,
    },
    hint: {
      en: 'Write the rule with fewer wildcards, or name the files under `exclude` in .csqa.yml.',
      ru: 'Обойдитесь меньшим числом звёздочек или перечислите файлы в `exclude` в .csqa.yml.',
    },
    file: path,
    line,
  };
}

/** Why a pattern is not accepted, or null. Patterns come from the analysed repository and could be made slow on purpose. */
export function refusePattern(pattern: string): Text | null {
  if (pattern.length > MAX_RULE_LENGTH) {
    return {
      en: `it is longer than ${MAX_RULE_LENGTH} characters`,
      ru: `оно длиннее ${MAX_RULE_LENGTH} знаков`,
    };
  }
  const segments = pattern.split('/');
  if (segments.filter((segment) => segment === '**').length > MAX_DOUBLE_STARS) {
    return {
      en: `it has more than ${MAX_DOUBLE_STARS} segments \`**\``,
      ru: `в нём больше ${MAX_DOUBLE_STARS} частей \`**\``,
    };
  }
  const busy = segments.some((segment) => (segment.match(/\*+/g) ?? []).length > MAX_STARS_PER_SEGMENT);
  if (!busy) return null;
  return {
    en: `it has more than ${MAX_STARS_PER_SEGMENT} wildcards in one segment`,
    ru: `в одной его части больше ${MAX_STARS_PER_SEGMENT} звёздочек`,
  };
}

/** Builds a layer from patterns in .gitignore syntax. `base` is `` or ends in a slash. */
export function layerOf(base: string, patterns: readonly string[]): IgnoreLayer {
  const rules = ignore({ ignorecase: false, allowRelativePaths: true }).add([...patterns]);
  return { base, rules, mark: markOf(patterns) };
}

/** Longer parts of a pattern say no more, and all of a layer must make one expression. */
const MOST_OF_MARK = 24;
const MOST_OF_MARKS = 4_000;

/**
 * Finds what one of some patterns can be about in one go: a path that a pattern matches, itself or by a directory around it,
 * has in it whatever the pattern says without wildcards. Nearly no path has any of that.
 */
function markOf(patterns: readonly string[]): RegExp | null {
  const marks = new Set<string>();
  for (const pattern of patterns) {
    const mark = plainPartOf(pattern);
    if (mark === '') return null;
    marks.add(mark.slice(0, MOST_OF_MARK));
  }
  const all = [...marks].map((mark) => mark.replace(/[^\w\s]/g, '\\$&')).join('|');
  return all.length > MOST_OF_MARKS ? null : new RegExp(all === '' ? '[]' : all);
}

/** The longest part of a pattern that stands for itself: before any bracket, between wildcards, slashes, blanks and signs. */
function plainPartOf(pattern: string): string {
  const parts = (pattern.split('[', 1)[0] ?? '').split(/[*?/\\!#\s\ufeff]/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** Says whether the layers, read in order, leave a path out. `kind` matters for rules that end in a slash. */
export function isIgnored(layers: readonly IgnoreLayer[], path: string, kind: 'file' | 'directory'): boolean {
  let ignored = false;
  for (const layer of layers) {
    if (layer.mark?.test(path) === false) continue;
    const verdict = layer.rules.test(path.slice(layer.base.length) + (kind === 'directory' ? '/' : ''));
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}

/** A test for paths against patterns in .gitignore syntax; without patterns nothing matches. */
export function pathMatcher(patterns: readonly string[]): (path: RelativePath) => boolean {
  if (patterns.length === 0) return () => false;
  const layers = [layerOf('', patterns)];
  return (path) => isIgnored(layers, path, 'file');
}
