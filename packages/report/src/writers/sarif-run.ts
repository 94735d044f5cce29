import type { Notification, Result, Run } from 'sarif';
import type { Report, ReportDiagnostic } from '../schema/report.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { ROOT, type SarifDetail, sarifPlace } from './sarif-result.ts';
import { CWE, type SarifRules } from './sarif-rules.ts';
import type { SarifStates } from './sarif-states.ts';
import type { RenderOptions } from './writer.ts';

/** Everything that a run is made of. */
export interface SarifRunParts {
  /** With its texts in the language of `text`. */
  readonly report: Report;
  readonly options: RenderOptions;
  readonly text: Catalogue;
  readonly rules: SarifRules;
  readonly states: SarifStates | null;
  readonly detail: SarifDetail;
  readonly results: readonly Result[];
  /** Findings that could be results. */
  readonly placed: number;
  /** Findings whose file is none of the tree. */
  readonly unplaced: number;
}

/** Where to read about the tool. */
const HOME = 'https://www.npmjs.com/package/csqa';

/** Problems of the analysis that are told one by one. */
const MOST_NOTIFICATIONS = 100;

const SEMANTIC_VERSION = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[0-9A-Za-z.-]{1,100})?$/;

/** The run: tool, rules, weaknesses, what went wrong, results. */
export function sarifRun(parts: SarifRunParts): Run {
  const { report, options, text, rules } = parts;
  const version = plain(report.meta.version, 100);
  const configuration = configurationNotices(parts);
  const execution = executionNotices(parts);
  const ids = new Set([...configuration, ...execution].flatMap(({ descriptor }) => descriptor?.id ?? []));
  return {
    tool: {
      driver: {
        name: 'CSQA',
        version,
        ...(SEMANTIC_VERSION.test(version) ? { semanticVersion: version } : {}),
        informationUri: HOME,
        language: options.lang,
        shortDescription: { text: text.formats.about },
        rules: [...rules.descriptors],
        notifications: [...ids].map((id) => ({ id })),
        supportedTaxonomies: [{ name: CWE, index: 0 }],
      },
    },
    automationDetails: { id: categoryOf(options.project ?? report.meta.project) },
    language: options.lang,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: text.formats.root } } },
    invocations: [
      {
        executionSuccessful: true,
        toolConfigurationNotifications: configuration,
        toolExecutionNotifications: execution,
      },
    ],
    taxonomies: [rules.taxonomy],
    results: [...parts.results],
  };
}

/** Code scanning keeps runs of several projects apart by what stands before the last slash. */
function categoryOf(project: string | undefined): string {
  const slug = (project ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 100);
  return slug === '' ? 'csqa/' : `csqa/${slug}/`;
}

/** What is not in the log, and why. */
function configurationNotices({ text, detail, results, placed, unplaced }: SarifRunParts): Notification[] {
  const { formats } = text;
  return [
    ...(results.length < placed
      ? [notice('results-truncated', formats.truncated(results.length, placed))]
      : []),
    ...(detail.excerpts ? [] : [notice('excerpts-left-out', formats.withoutExcerpts)]),
    ...(detail.paths ? [] : [notice('paths-left-out', formats.withoutPaths)]),
    ...(unplaced === 0 ? [] : [notice('findings-outside', formats.unplaced(unplaced))]),
  ];
}

/** What went wrong in the analysis. */
function executionNotices({ report, options, text }: SarifRunParts): Notification[] {
  const { diagnostics, files } = report;
  const notices: Notification[] = diagnostics
    .slice(0, MOST_NOTIFICATIONS)
    .map((diagnostic) => diagnosticNotice(diagnostic, options.pathPrefix));
  if (files.analysed === 0)
    notices.unshift({ ...notice('nothing-analysed', text.summary.nothingAnalysed), level: 'error' });
  const more = diagnostics.length - MOST_NOTIFICATIONS;
  if (more > 0)
    notices.push({ ...notice('more-diagnostics', text.formats.moreDiagnostics(more)), level: 'note' });
  return notices;
}

function diagnosticNotice(diagnostic: ReportDiagnostic, prefix: string | undefined): Notification {
  const { code, severity, message, hint, file, line } = diagnostic;
  const place = file === undefined ? null : sarifPlace({ file, line: line ?? 1 }, prefix);
  const id = plain(code, 100) || 'diagnostic';
  const texts = [message, hint ?? ''].map((text) => plain(text, 600)).filter((text) => text !== '');
  return {
    descriptor: { id },
    level: severity === 'info' ? 'note' : severity,
    message: { text: texts.length === 0 ? id : texts.join('\n') },
    ...(place === null ? {} : { locations: [{ physicalLocation: place }] }),
  };
}

function notice(id: string, text: string): Notification {
  return { descriptor: { id }, level: 'warning', message: { text } };
}
