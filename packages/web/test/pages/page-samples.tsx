import { compareReports } from '@csqa/report';
import type { JSX } from 'preact';
import { sampleFinding, sampleReport } from '../../../report/test/sample-report.ts';
import type { Run } from '../../src/data/runs.ts';
import { AuditPage } from '../../src/pages/audit-page.tsx';
import { ComparePage } from '../../src/pages/compare-page.tsx';
import { ErrorPage } from '../../src/pages/error-page.tsx';
import { type PageContext, wordsOf } from '../../src/pages/page-context.ts';
import { PortfolioPage } from '../../src/pages/portfolio-page.tsx';
import { ProjectPage } from '../../src/pages/project-page.tsx';
import { QueuePage } from '../../src/pages/queue-page.tsx';
import { ReportPage } from '../../src/pages/report-page.tsx';
import { progressOf, withEvent } from '../../src/pages/run/run-progress.ts';
import { RunPage } from '../../src/pages/run-page.tsx';
import { SettingsPage } from '../../src/pages/settings-page.tsx';
import { SignInPage } from '../../src/pages/sign-in-page.tsx';
import { StartPage } from '../../src/pages/start-page.tsx';
import { TokensPage } from '../../src/pages/tokens-page.tsx';
import { at } from '../samples.ts';

/** A page of an app under /csqa, looked at by an administrator. */
export function samplePage(changes: Partial<PageContext> = {}): PageContext {
  const language = changes.language ?? 'en';
  return {
    ...{ language, theme: 'auto', here: '/', csrf: 'token-of-the-session', now: at(3600) },
    link: (path) => `/csqa${path}`,
    user: { name: 'token ci', scope: 'admin', isSignedIn: true },
    assets: {
      script: '/csqa/assets/1/app.js',
      style: '/csqa/assets/1/style.css',
      icon: '/csqa/assets/1/icon.svg',
    },
    ...wordsOf(language),
    ...changes,
  };
}

/** A run whose every text is of a stranger. */
function sampleRun(text: string, changes: Partial<Run> = {}): Run {
  return {
    ...{ id: '0b0c8f52-8f5a-4a2e-a6a4-0d2f0f1c9a10', project_id: '7d0d7c2b-57a4-4a47-9d0e-5a6f2d2f6d11' },
    source: { kind: 'git', url: text, ref: text },
    ...{ mode: 'fast', state: 'running', attempt: 2, worker_id: text, requested_by: text, phase: text },
    ...{ created_at: at(0), started_at: at(10), finished_at: null, heartbeat_at: at(20) },
    ...{
      revision: text,
      error: null,
      index_value: null,
      band: null,
      groups: null,
      findings: null,
      gate: null,
    },
    ...changes,
  } as Run;
}

const FINDINGS = { open: { critical: 1, high: 2 }, fresh: 1, fixed: 0 };
const MEASURED = {
  state: 'succeeded',
  finished_at: at(70),
  index_value: 0.42,
  band: 'high',
  findings: FINDINGS,
  gate: 'failed',
} as const;

function runModel(text: string, run: Run) {
  const events = [
    { type: 'phase', phase: 'checkout' },
    { type: 'checkout', step: text, done: 3, total: 10, bytes: 1 },
    { type: 'phase', phase: text },
    { type: 'analyzer', event: { type: 'phase', phase: text, index: 1, total: 8 } },
    { type: 'analyzer', event: { type: 'warn', code: text, message: text } },
    { type: 'analyzer', event: { type: 'metric', id: text, status: 'measured', value: 0.5 } },
    { type: 'warning', code: text, message: text },
  ];
  const progress = events.reduce(
    (before, body, index) => withEvent(before, { seq: index + 1, at: at(index).toISOString(), body }),
    progressOf(run.state),
  );
  return { run, project: { id: run.project_id, name: text }, progress, ahead: null, before: run.id };
}

function projectPage(text: string, page: PageContext): JSX.Element {
  const runs = [0, 1, 2].map((index) => ({
    ...sampleRun(text, { ...MEASURED, id: `run-${index}` }),
    project_name: text,
  }));
  const trend = runs.map(({ id }, index) => ({
    ...{
      gate: null,
      runId: id,
      at: at(index * 86_400),
      revision: text,
      index: 0.3 + index / 10,
      findings: FINDINGS,
    },
    ...{ groups: { A: 0.4, B: null }, metrics: { A1: 0.2 + index / 10, B1: null } },
  }));
  const project = { id: 'project', key: text, name: `${text} again`, default_ref: text };
  const model = {
    ...{ project, trend, band: 'high', runs, older: '/projects/project?after=run-2', isRepository: true },
    ...{
      badgePath: '/csqa/badge.svg',
      badgeUrl: 'https://csqa.example/badge.svg',
      projectUrl: 'https://csqa.example/projects/project',
    },
  };
  return <ProjectPage page={page} model={model} />;
}

function comparePage(text: string, page: PageContext): JSX.Element {
  const base = sampleReport({ findings: [sampleFinding({ what: text, fingerprint: 'old', file: text })] });
  const head = sampleReport({
    findings: [sampleFinding({ what: text, fingerprint: 'new', file: `${text}/new`, symbol: text })],
    sinks: [],
  });
  const side = { id: 'run', created_at: at(0), revision: text };
  const comparison = compareReports(base, head);
  return (
    <ComparePage
      page={page}
      model={{ project: { id: 'project', name: text }, base: side, head: side, comparison }}
    />
  );
}

function queuePage(text: string, page: PageContext): JSX.Element {
  const line = {
    id: 'run',
    projectId: 'project',
    projectName: text,
    state: 'cancelling',
    mode: 'full',
    phase: text,
    attempt: 1,
    requestedBy: text,
    createdAt: at(0),
    startedAt: at(1),
  } as const;
  const worker = {
    id: text,
    host: text,
    engine: text,
    version: text,
    concurrency: 2,
    startedAt: at(0),
    seenAt: at(3590),
    runs: [line],
  };
  return <QueuePage page={page} model={{ workers: [worker], queued: 1, waiting: [line] }} />;
}

function reportPage(text: string, page: PageContext): JSX.Element {
  const model = {
    run: { id: 'run', revision: text, index_value: 0.42, band: 'high' },
    project: { id: 'project', name: text },
    downloads: [{ name: 'report.json', href: '/csqa/api', what: text }],
    shares: [{ id: 'share', created_by: text, expires_at: at(7200), revoked_at: null }],
    created: `https://csqa.example/share/${text}`,
  };
  return <ReportPage page={page} model={model} />;
}

function settingsPage(text: string, page: PageContext): JSX.Element {
  const fields = {
    defaultRef: text,
    cron: text,
    timeZone: text,
    failOn: text,
    failOnNew: 'high',
    maxRisk: text,
    webhookUrl: text,
  };
  const model = {
    project: { id: 'project', name: text },
    fields,
    hasSecret: true,
    hasPushSecret: true,
    pushUrl: 'https://csqa.example/hooks',
    outcome: 'invalid',
    wrong: { cron: text },
  } as const;
  return <SettingsPage page={page} model={model} />;
}

function portfolioPage(text: string, page: PageContext): JSX.Element {
  const row = {
    ...{
      id: 'project',
      key: text,
      name: `${text} again`,
      index: 0.42,
      band: text,
      trend: [0.2, 0.4],
      findings: FINDINGS,
    },
    worst: { group: text, value: 0.7 },
    lastRun: { id: 'run', state: 'failed', createdAt: at(0) },
  } as const;
  const asked = { text, band: 'high', sort: 'risk', page: 2 } as const;
  return <PortfolioPage page={page} model={{ rows: [row], total: 60, asked, pageSize: 50 }} />;
}

/** Every page, with one text wherever a stranger's stands. */
export function everyPage(
  text: string,
  changes: Partial<PageContext> = {},
): Readonly<Record<string, JSX.Element>> {
  const page = samplePage(changes);
  const ended = sampleRun(text, { ...MEASURED, error: { code: 'CLONE_AUTH', message: text, hint: text } });
  const token = {
    id: 'token',
    name: text,
    scope: 'read',
    created_at: at(0),
    last_used_at: null,
    revoked_at: null,
  } as const;
  const act = { id: 'act', at: at(0), actor: text, action: text, subject: text };
  const refused = {
    form: 'git',
    url: text,
    ref: text,
    reason: { code: 'REQUEST_INVALID', message: text, hint: text },
  } as const;
  const recent = [{ ...ended, project_name: text }];
  return {
    start: <StartPage page={page} model={{ recent, maxUploadBytes: 50_000_000, refused }} />,
    'start, empty': (
      <StartPage page={page} model={{ recent: [], maxUploadBytes: 50_000_000, refused: null }} />
    ),
    'run at work': <RunPage page={page} model={runModel(text, sampleRun(text))} />,
    'run ended': <RunPage page={page} model={runModel(text, ended)} />,
    report: reportPage(text, page),
    project: projectPage(text, page),
    settings: settingsPage(text, page),
    compare: comparePage(text, page),
    portfolio: portfolioPage(text, page),
    queue: queuePage(text, page),
    tokens: <TokensPage page={page} model={{ tokens: [token], created: text }} />,
    audit: <AuditPage page={page} model={{ acts: [act], older: null }} />,
    'sign-in': <SignInPage page={page} model={{ next: text, isWrong: true }} />,
    error: <ErrorPage page={page} model={{ status: 404, code: 'NOT_FOUND', requestId: text }} />,
  };
}
