import { relativePath } from '../base/ids.ts';
import type { AnalyzerConfig } from '../config/analyzer-config.ts';
import type { Suppression } from '../findings/suppressions.ts';
import { pathMatcher } from '../inventory/ignore-rules.ts';

/** Turns the `suppress` list of a configuration into suppressions; an entry without path or symbol covers its whole rule. */
export function configSuppressions(config: AnalyzerConfig, file: string): Suppression[] {
  return config.suppress.map((entry) => {
    const matches = entry.path === undefined ? null : pathMatcher([entry.path]);
    const symbol = entry.symbol ?? null;
    return {
      source: 'config',
      rule: entry.rule.replace(/^CSQA-/, ''),
      reason: entry.reason,
      until: entry.until,
      location: { file: relativePath(file), line: entry.line ?? 1 },
      covers: (finding) =>
        (matches === null || matches(finding.location.file)) &&
        (symbol === null || finding.symbol === symbol || finding.symbol.startsWith(`${symbol}#`)),
    };
  });
}
