import type { Finding } from '../src/schema/finding.ts';
import type { MetricResult } from '../src/schema/metric.ts';
import type { Report } from '../src/schema/report.ts';
import type { RunRecord } from '../src/schema/run.ts';
import { METRIC_IDS, type MetricId } from '../src/schema/vocabulary.ts';
import { metricsEn } from '../src/text/metrics-en.ts';

const controller = 'src/main/java/org/clinic/OwnerController.java';
const handler = 'org.clinic.OwnerController#create(org.clinic.OwnerForm)';
const save = 'org.clinic.OwnerService#save(org.clinic.Owner)';

/** A finding of a small clinic application, with a path of two hops. */
export function sampleFinding(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'F-3f9a1c',
    rule: 'CSQA-B2-privileged-near-public',
    metric: 'B2',
    severity: 'critical',
    confidence: 'high',
    file: controller,
    line: 41,
    symbol: handler,
    what: 'POST /owners reaches db.write Owner after one call, and needs no login.',
    why: 'Anybody who can send a request can change stored data.',
    fix: 'Require a role: @PreAuthorize("hasRole(\'VET\')") on OwnerController.create.',
    path: [
      { file: controller, line: 41, symbol: handler, label: 'POST /owners' },
      {
        file: 'src/main/java/org/clinic/OwnerService.java',
        line: 22,
        symbol: save,
        label: 'OwnerService.save',
        guards: ['validation'],
      },
    ],
    cwe: ['CWE-306'],
    owasp: ['A07:2021', 'A07:2025'],
    fingerprint: 'b2:9d5c0b7e',
    localized: {
      ru: {
        what: 'POST /owners доходит до db.write Owner за один вызов и не требует входа.',
        why: 'Любой, кто может послать запрос, может изменить данные.',
        fix: 'Потребуйте роль: @PreAuthorize("hasRole(\'VET\')").',
      },
    },
    ...changes,
  };
}

function measured(id: MetricId, value: number): MetricResult {
  return {
    id,
    name: metricsEn[id].name,
    group: id.slice(0, 1) as MetricResult['group'],
    weight: 1 / 15,
    status: 'measured',
    value,
    raw: value * 10,
    worst: { label: 'POST /owners', value: 1, file: controller, line: 41, symbol: handler },
    distribution: [{ label: '0..1', value: 3 }],
    values: { 'csqa-1': value, 'csqa-2': value },
    confidence: 0.93,
    contributors: [{ label: 'POST /owners', value: 1, file: controller, line: 41 }],
    contributorCount: 1,
  };
}

function metricResults(): MetricResult[] {
  return METRIC_IDS.map((id, index) =>
    id === 'B4'
      ? {
          id,
          name: metricsEn.B4.name,
          group: 'B',
          weight: 0.05,
          status: 'notApplicable',
          value: null,
          raw: null,
          worst: null,
          distribution: null,
          reason: 'No catch block guards security-relevant code.',
        }
      : measured(id, index / 20),
  );
}

const groupScores = [
  { id: 'A', name: 'Attack surface', value: 0.12 },
  { id: 'B', name: 'Barriers', value: 0.74 },
  { id: 'C', name: 'Data flow', value: 0.2 },
  { id: 'D', name: 'Trust boundaries', value: 0 },
  { id: 'E', name: 'Dependencies', value: 0.31 },
  { id: 'F', name: 'Repairability', value: null },
] as const;

/** What the analysis of a small clinic application found. */
export function sampleReport(changes: Partial<Report> = {}): Report {
  return {
    contract: 1,
    meta: {
      tool: 'csqa',
      version: '0.1.0',
      model: 'csqa-2',
      config: { depth: 12, ignore: ['docs/**'], model: 'csqa-2' },
      revision: '6f1c0d0e5a1b2c3d4e5f60718293a4b5c6d7e8f9',
      mode: 'fast',
      project: 'clinic',
    },
    aggregate: {
      model: 'csqa-2',
      index: 0.34,
      band: 'high',
      csqa1: 0.41,
      csqa2: 0.34,
      confidence: 0.93,
      groups: [...groupScores],
      models: {
        'csqa-1': { index: 0.41, band: 'high', groups: [...groupScores] },
        'csqa-2': { index: 0.34, band: 'high', groups: [...groupScores] },
      },
    },
    metrics: metricResults(),
    coverage: { callSites: 903, exact: 350, narrowed: 40, external: 450, unresolved: 63 },
    files: {
      total: 61,
      analysed: 47,
      lines: 4_102,
      bytes: 181_220,
      languages: [
        { language: 'java', role: 'production', files: 30, lines: 3_000, bytes: 120_000 },
        { language: 'java', role: 'test', files: 17, lines: 1_102, bytes: 61_220 },
      ],
      skipped: [{ reason: 'ignored', files: 12 }],
    },
    entryPoints: [
      {
        id: 'http POST /owners',
        kind: 'http',
        verbs: ['POST'],
        paths: ['/owners'],
        handler,
        file: controller,
        line: 41,
        access: {
          verdict: 'public',
          mechanism: 'path-rule',
          evidence: [
            { file: 'src/main/java/org/clinic/Security.java', line: 18, text: '.anyRequest().permitAll()' },
          ],
        },
        params: [
          { name: 'form', source: 'body', type: '@Valid OwnerForm', entropy: 'bounded', validated: true },
        ],
        framework: 'spring-web',
      },
      {
        id: 'http GET /owners/{id}',
        kind: 'http',
        verbs: ['GET'],
        paths: ['/owners/{id}'],
        handler: 'org.clinic.OwnerController#show(int)',
        file: controller,
        line: 60,
        access: {
          verdict: 'unknown',
          mechanism: 'path-rule',
          evidence: [],
          reason: 'The rules are read from a list that is built at run time.',
        },
        params: [{ name: 'id', source: 'path', type: 'int', entropy: 'bounded', validated: false }],
      },
    ],
    sinks: [
      {
        id: `${save}@22`,
        kind: 'db',
        operation: 'db.write org.clinic.Owner',
        action: 'write',
        privileged: true,
        owner: 'org.clinic.OwnerRepository',
        member: 'save',
        file: 'src/main/java/org/clinic/OwnerService.java',
        line: 22,
        method: save,
        confidence: 'certain',
      },
    ],
    guards: [
      {
        category: 'validation',
        mechanism: 'bean-validation',
        carrier: 'entry',
        method: handler,
        file: controller,
        line: 41,
        text: '@Valid OwnerForm form',
        state: 'active',
        tested: true,
        confidence: 'certain',
      },
    ],
    findings: [sampleFinding()],
    suppressed: [
      {
        ...sampleFinding({ id: 'F-77aa01', fingerprint: 'a1:77aa01' }),
        suppression: {
          source: 'comment',
          reason: 'A public form',
          until: '2027-01-31',
          file: controller,
          line: 40,
        },
      },
    ],
    topology: {
      nodes: [
        { id: 'http POST /owners', kind: 'entry', label: 'POST /owners', file: controller, line: 41 },
        { id: handler, kind: 'method', label: 'OwnerController.create', file: controller, line: 41 },
      ],
      edges: [
        {
          from: 'http POST /owners',
          to: handler,
          how: 'entry',
          confidence: 'certain',
          file: controller,
          line: 41,
        },
      ],
    },
    dependencies: [
      {
        ecosystem: 'maven',
        group: 'org.springframework.boot',
        name: 'spring-boot-starter-web',
        version: '3.5.0',
        scope: 'runtime',
        class: 'baseline',
        file: 'pom.xml',
        line: 30,
      },
    ],
    methods: [{ id: handler, file: controller, line: 41, cognitiveComplexity: 3, distanceToEntry: 0 }],
    diagnostics: [
      {
        code: 'syntax-error',
        stage: 'facts',
        severity: 'warning',
        message: 'The file has a syntax error; what could be read of it is in the report.',
        file: 'src/main/java/org/clinic/Broken.java',
        line: 7,
      },
    ],
    timings: { stages: [{ stage: 'inventory', counts: { bytes: 181_220, files: 61 } }] },
    ...changes,
  };
}

/** How that analysis was run. */
export function sampleRunRecord(changes: Partial<RunRecord> = {}): RunRecord {
  return {
    contract: 1,
    id: 'an-0001',
    attempt: 1,
    outcome: 'succeeded',
    error: null,
    mode: 'fast',
    source: { kind: 'git', url: 'https://git.example/clinic.git', ref: 'main', revision: '6f1c0d0e' },
    engine: {
      name: 'local',
      requested: 'auto',
      isolation: 'process',
      reason: 'Mode fast runs without Docker unless it is asked for.',
      version: 'v24.21.0',
      image: null,
      transfer: 'none',
    },
    limits: {
      timeoutMs: 900_000,
      memoryBytes: null,
      cpus: null,
      pids: null,
      sourceBytes: 2_000_000_000,
      sourceFiles: 200_000,
      outBytes: 500_000_000,
      network: false,
    },
    usage: {
      wallMs: 1_420,
      cpuMs: 1_900,
      peakMemoryBytes: 180_000_000,
      sourceBytes: 400_000,
      sourceFiles: 61,
      outBytes: 90_000,
      exitCode: 0,
      signal: null,
      outOfMemory: false,
    },
    timings: {
      startedAt: '2026-11-22T02:00:00.000Z',
      finishedAt: '2026-11-22T02:00:01.420Z',
      phases: [{ phase: 'analyse', startedAt: '2026-11-22T02:00:00.100Z', wallMs: 1_200 }],
    },
    versions: { orchestrator: '0.1.0', analyzer: '0.1.0', node: 'v24.21.0', platform: 'linux-x64' },
    artifacts: [{ name: 'report.json', bytes: 90_000, sha256: 'a'.repeat(64) }],
    warnings: [],
    ...changes,
  };
}
