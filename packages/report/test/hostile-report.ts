import type { Finding } from '../src/schema/finding.ts';
import type { Report } from '../src/schema/report.ts';
import { SEVERITIES } from '../src/schema/vocabulary.ts';
import { sampleFinding, sampleReport } from './sample-report.ts';

/** A report in which every text is the given one. */
export function reportSaying(text: string): Report {
  const base = sampleReport();
  const place = { file: text, line: 1 };
  const finding = findingSaying(text);
  return {
    ...base,
    meta: { ...base.meta, tool: text, version: text, revision: text, project: text },
    metrics: base.metrics.map((metric) =>
      metric.status === 'measured'
        ? { ...metric, worst: { label: text, value: 1, ...place } }
        : { ...metric, reason: text },
    ),
    files: {
      ...base.files,
      languages: base.files.languages.map((use) => ({ ...use, language: text })),
      skipped: [{ reason: text, files: 3 }],
    },
    entryPoints: base.entryPoints.map((entry) => ({
      ...entry,
      ...place,
      verbs: [text],
      paths: [text, text],
      access: { ...entry.access, mechanism: text, reason: text, evidence: [{ ...place, text }] },
    })),
    findings: [finding, finding],
    suppressed: [
      { ...finding, suppression: { source: 'config', reason: text, until: '2027-01-31', ...place } },
    ],
    diagnostics: [{ code: text, stage: text, severity: 'error', message: text, hint: text, ...place }],
  };
}

/** A finding in which every text is the given one. */
function findingSaying(text: string): Finding {
  const place = { file: text, line: 1 };
  const texts = { symbol: text, what: text, why: text, fix: text };
  const hops = [
    { ...place, symbol: text, label: text },
    { ...place, symbol: null },
  ];
  return sampleFinding({
    ...place,
    ...texts,
    id: text,
    fingerprint: text,
    path: hops,
    related: hops,
    excerpt: { startLine: 1, lines: [text, text] },
    localized: { ru: texts },
  });
}

/** A report with so many findings, of all severities, each in words that one of the texts gives. */
export function reportOf(count: number, texts: readonly string[]): Report {
  const findings = Array.from({ length: count }, (_, index): Finding => {
    const text = texts[index % texts.length] ?? '';
    const severity = SEVERITIES[index % SEVERITIES.length] ?? 'info';
    const words = { what: text, why: text, fix: text, symbol: text };
    return sampleFinding({
      id: `F-${index}`,
      fingerprint: `print-${index}`,
      severity,
      file: `src/${text}/Owner${index}.java`,
      line: index + 1,
      ...words,
      localized: { ru: words },
    });
  });
  return sampleReport({ findings });
}
