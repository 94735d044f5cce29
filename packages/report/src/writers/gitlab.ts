import type { Finding } from '../schema/finding.ts';
import type { Report } from '../schema/report.ts';
import type { Severity } from '../schema/vocabulary.ts';
import { plain } from '../text/plain.ts';
import { reportIn } from '../text/report-in.ts';
import { textsOf } from '../text/texts-of.ts';
import { sourcePath } from './source-uri.ts';
import type { RenderOptions } from './writer.ts';

/** GitLab's words, worst first. */
const SEVERITY: Readonly<Record<Severity, 'blocker' | 'critical' | 'major' | 'minor' | 'info'>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

/** UTF-16 units of a description. */
const LONGEST_TEXT = 1_000;

/**
 * gl-code-quality-report.json: what GitLab shows in a merge request and compares by fingerprint. One violation a line, in the
 * order of the report; suppressed findings and those whose file is none of the tree are not in it.
 */
export function renderGitlab(original: Report, options: RenderOptions): string {
  const report = reportIn(original, options.lang);
  const { fix } = textsOf(options.lang).summary;
  const fingerprints = new Fingerprints();
  const violations = report.findings.flatMap((finding) => {
    const path = sourcePath(finding.file, options.pathPrefix);
    if (path === null) return [];
    const violation = {
      type: 'issue',
      check_name: finding.rule,
      description: plain(`${finding.what} ${fix}: ${finding.fix}`, LONGEST_TEXT),
      categories: ['Security'],
      severity: SEVERITY[finding.severity],
      fingerprint: fingerprints.unique(finding),
      location: { path: path.toWellFormed(), lines: { begin: finding.line } },
    };
    return [JSON.stringify(violation)];
  });
  return violations.length === 0 ? '[]\n' : `[\n${violations.join(',\n')}\n]\n`;
}

/** GitLab drops a violation whose fingerprint it has seen, so the second of the same gets a number. */
class Fingerprints {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  unique({ fingerprint }: Finding): string {
    const wellFormed = fingerprint.toWellFormed();
    for (;;) {
      const number = this.#next.get(wellFormed) ?? 1;
      this.#next.set(wellFormed, number + 1);
      const candidate = number === 1 ? wellFormed : `${wellFormed}#${number}`;
      if (this.#taken.has(candidate)) continue;
      this.#taken.add(candidate);
      return candidate;
    }
  }
}
