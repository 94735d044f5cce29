import type { Finding } from '../../src/schema/finding.ts';
import type { Report } from '../../src/schema/report.ts';
import { sampleFinding, sampleReport } from '../sample-report.ts';

const OWNERS = 'src/main/java/org/clinic/OwnerController.java';
const CACHE = 'src/main/java/org/clinic/Cache.java';

/** The findings of the sample, each of another rule, severity and group; two share a cause. */
function pageFindings(): readonly Finding[] {
  const leader = sampleFinding({
    id: 'A1-000001',
    rule: 'CSQA-A1-public-entry-point',
    metric: 'A1',
    severity: 'high',
    what: 'POST /owners is open to everyone and leads to db.write Owner.',
    fingerprint: 'a1:000001',
    excerpt: {
      startLine: 40,
      lines: ['  @PostMapping("/owners")', '  String create(OwnerForm form) {', '    save(form);'],
    },
    related: [
      { file: OWNERS, line: 60, symbol: null, label: 'GET /owners/{id}', guards: ['authentication'] },
    ],
  });
  return [
    leader,
    sampleFinding({
      id: 'A1-000002',
      rule: 'CSQA-A1-unvalidated-input',
      metric: 'A1',
      severity: 'medium',
      fingerprint: 'a1:000002',
      what: 'POST /owners takes a body that nothing checks.',
      sameCauseAs: leader.id,
    }),
    sampleFinding({
      id: 'B4-000003',
      rule: 'CSQA-B4-empty-catch',
      metric: 'B4',
      severity: 'critical',
      file: CACHE,
      line: 7,
      what: 'Cache.load swallows SecurityException.',
      path: [],
      fingerprint: 'b4:000003',
      localized: {
        ru: { what: 'Cache.load глотает SecurityException.', why: 'Отказ не виден.', fix: 'Пробросьте.' },
      },
    }),
    sampleFinding({
      id: 'C3-000004',
      rule: 'CSQA-C3-secret-in-log',
      metric: 'C3',
      severity: 'low',
      file: CACHE,
      line: 90,
      what: 'The password goes to the log.',
      fingerprint: 'c3:000004',
    }),
  ];
}

/** The sample with findings for every filter. */
export function pageReport(changes: Partial<Report> = {}): Report {
  return sampleReport({ findings: [...pageFindings()], ...changes });
}

/** The same project a while ago: fewer findings, and better values. */
export function earlierReport(): Report {
  const report = pageReport();
  return {
    ...report,
    meta: { ...report.meta, revision: '0123456789abcdef' },
    findings: report.findings.filter((finding) => finding.severity !== 'critical'),
    metrics: report.metrics.map((metric) =>
      metric.status === 'measured' ? { ...metric, value: metric.value / 2 } : metric,
    ),
  };
}
