import type { Finding } from '../schema/finding.ts';
import type { MetricResult } from '../schema/metric.ts';
import type { Report } from '../schema/report.ts';
import type { Language } from './catalogue.ts';

/** Something of a report whose texts are English, with the same texts in other languages beside them. */
interface Localizable {
  readonly localized?: { readonly ru?: object | undefined } | undefined;
}

/**
 * The report with its texts in the given language, for whoever shows it to people: every writer begins with it. A text that
 * the report has only in English, as reports of older versions do, stays English.
 */
export function reportIn(report: Report, language: Language): Report {
  if (language === 'en') return report;
  const translated = <Item extends Localizable>(item: Item): Item => ({
    ...item,
    ...item.localized?.[language],
  });
  return {
    ...report,
    metrics: report.metrics.map((metric) => metricIn(metric, translated)),
    entryPoints: report.entryPoints.map((entry) => ({ ...entry, access: translated(entry.access) })),
    ...(report.suppliedEntryPoints && {
      suppliedEntryPoints: report.suppliedEntryPoints.map((entry) => ({
        ...entry,
        access: translated(entry.access),
      })),
    }),
    guards: report.guards.map(translated),
    findings: report.findings.map<Finding>(translated),
    suppressed: report.suppressed.map(translated),
    diagnostics: report.diagnostics.map(translated),
  };
}

function metricIn(
  metric: MetricResult,
  translated: <Item extends Localizable>(item: Item) => Item,
): MetricResult {
  if (metric.status === 'notApplicable') return translated(metric);
  return {
    ...metric,
    worst: metric.worst === null ? null : translated(metric.worst),
    contributors: metric.contributors.map(translated),
    distribution: metric.distribution.map(translated),
  };
}
