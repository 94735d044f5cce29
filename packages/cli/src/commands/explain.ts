import { plain, reportAsOf, reportIn, textsOf } from '@csqa/report';
import { Command } from 'commander';
import { findSubject, type Subject } from '../explain/find-subject.ts';
import { findingPage } from '../explain/finding-page.ts';
import { type LoadedReport, loadReport } from '../explain/load-report.ts';
import { metricPage } from '../explain/metric-page.ts';
import type { PageContext } from '../explain/page.ts';
import { rulePage } from '../explain/rule-page.ts';
import { UsageError } from '../failures/usage-error.ts';
import { DEFAULT_OUT_DIR } from './analyze-flags.ts';
import { type GlobalFlags, outputLook, type Setting, writeLines } from './setting.ts';

interface ExplainFlags extends GlobalFlags {
  readonly report?: string;
}

/** UTF-16 units of an id that are repeated in an error. */
const LONGEST_ID = 200;

/** `csqa explain`: everything about a finding, a rule or a metric. */
export function explainCommand(setting: Setting): Command {
  const { texts, world } = setting;
  const help = texts.help.explain;
  const command = new Command('explain')
    .description(help.about)
    .argument('<id>', help.id)
    .option('--report <path>', `${help.report} (${texts.help.defaultValue}: ${DEFAULT_OUT_DIR})`);
  return command.action(async (id: string) => {
    const { usage } = texts;
    if (id.trim() === '')
      throw new UsageError(usage.missingArgument('id'), { fix: usage.seeHelp('csqa explain') });
    const flags = command.optsWithGlobals<ExplainFlags>();
    const named = flags.report ?? DEFAULT_OUT_DIR;
    const loaded = await loadReport(named, world.cwd, texts.explain);
    if (loaded === null && flags.report !== undefined) {
      throw new UsageError(texts.explain.noReport(named), { fix: texts.explain.noReportFix });
    }
    const look = outputLook(setting, flags);
    const report =
      loaded === null ? null : reportIn(reportAsOf(loaded.report, world.today()), texts.language);
    const context = { report, words: textsOf(texts.language), texts, look };
    writeLines(world.stdout, pageOf(id, { context, loaded, named }));
  });
}

interface Lookup {
  readonly context: PageContext;
  readonly loaded: LoadedReport | null;
  /** The report as it was asked for. */
  readonly named: string;
}

function pageOf(id: string, { context, loaded, named }: Lookup): readonly string[] {
  const subject = findSubject(id, context.report);
  const note =
    loaded === null ? ['', context.look.paint.dim(context.texts.explain.reportUnknown(named))] : [];
  switch (subject.kind) {
    case 'finding':
      return findingPage(subject.finding, context);
    case 'rule':
      return [...rulePage(subject.rule, context), ...note];
    case 'metric':
      return [...metricPage(subject.metric, context), ...note];
    case 'ambiguous':
    case 'unknown':
      throw notFound(plain(id, LONGEST_ID), subject, { context, loaded, named });
  }
}

function notFound(
  id: string,
  subject: Extract<Subject, { kind: 'ambiguous' | 'unknown' }>,
  { context, loaded, named }: Lookup,
): UsageError {
  const { explain } = context.texts;
  if (subject.kind === 'ambiguous') {
    return new UsageError(explain.ambiguous(id, listed(subject.ids)), { fix: explain.ambiguousFix });
  }
  if (loaded === null) {
    return new UsageError(`${explain.notFoundAnywhere(id)}; ${explain.noReport(named)}`, {
      fix: explain.noReportFix,
    });
  }
  const closest = subject.closest.length === 0 ? [] : [explain.closest(listed(subject.closest))];
  const fix = [...closest, explain.listFindings(loaded.path)].join('; ');
  return new UsageError(explain.notFound(id, loaded.path), { fix });
}

function listed(ids: readonly string[]): string {
  return ids.map((id) => plain(id, LONGEST_ID)).join(', ');
}
