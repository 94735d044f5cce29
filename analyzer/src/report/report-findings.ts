import type { DeclaredSuppression, Finding as ReportFinding, SuppressedFinding } from '@csqa/report';
import { CAPS, clipText } from '@csqa/report/producer';
import type { Finding, FindingText } from '../findings/finding.ts';
import type { Suppressed, Suppression, UsedSuppression } from '../findings/suppressions.ts';
import type { ReportInput } from './report-input.ts';

/** Puts findings into the words and caps of the contract. */
export function toReportFinding(finding: Finding, excerpt: ReportInput['excerpt']): ReportFinding {
  const english = clipped(finding.text.en);
  const lines = excerpt(finding.location.file, finding.location.line);
  return {
    id: finding.id,
    rule: finding.rule,
    metric: finding.metric,
    severity: finding.severity,
    confidence: finding.confidence,
    file: finding.location.file,
    line: finding.location.line,
    symbol: clipText(finding.symbol, CAPS.symbol),
    ...english,
    path: finding.path.slice(0, CAPS.nested).map((hop) => ({
      file: hop.location.file,
      line: hop.location.line,
      symbol: clipText(hop.symbol, CAPS.symbol),
      label: clipText(hop.label, CAPS.text),
      ...(hop.guards.length === 0 ? {} : { guards: [...hop.guards] }),
    })),
    cwe: [...finding.categories.cwe],
    owasp: [...finding.categories.owasp],
    asvs: [...finding.categories.asvs],
    fingerprint: finding.fingerprint,
    ...(finding.sameCauseAs === undefined ? {} : { sameCauseAs: finding.sameCauseAs }),
    ...(lines === null ? {} : { excerpt: { startLine: lines.startLine, lines: [...lines.lines] } }),
    localized: { ru: clipped(finding.text.ru) },
  };
}

/** A finding that somebody chose to live with, with his reason. */
export function toSuppressedFinding(
  { finding, suppression }: Suppressed,
  excerpt: ReportInput['excerpt'],
): SuppressedFinding {
  return {
    ...toReportFinding(finding, excerpt),
    suppression: toSuppression(suppression),
  };
}

/** A suppression as it is written, with how many findings it is about. */
export function toDeclaredSuppression({ suppression, findings }: UsedSuppression): DeclaredSuppression {
  return { ...toSuppression(suppression), rule: `CSQA-${suppression.rule}`, findings };
}

function toSuppression(suppression: Suppression): SuppressedFinding['suppression'] {
  return {
    source: suppression.source,
    reason: clipText(suppression.reason ?? '', CAPS.text),
    until: suppression.until,
    file: suppression.location.file,
    line: suppression.location.line,
  };
}

function clipped(text: FindingText): FindingText {
  return {
    what: clipText(text.what, CAPS.text),
    why: clipText(text.why, CAPS.text),
    fix: clipText(text.fix, CAPS.text),
  };
}
