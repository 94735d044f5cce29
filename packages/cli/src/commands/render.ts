import { type RenderOptions, type Report, reportAsOf, WRITERS, type WriterName } from '@csqa/report';
import { Command, Option } from 'commander';
import { judgedReport } from '../analysis/judged-report.ts';
import { loadBaseline } from '../analysis/reports-to-compare.ts';
import { languageOfReport } from '../arguments/language.ts';
import { dayOption, FORMAT_NAMES, formatOption, valueOption } from '../arguments/value-options.ts';
import { loadReport } from '../explain/load-report.ts';
import { UsageError } from '../failures/usage-error.ts';
import { type RenderedFile, writeOutput } from '../render/write-output.ts';
import type { CliTexts } from '../text/catalogue.ts';
import { DEFAULT_OUT_DIR } from './analyze-flags.ts';
import { type GlobalFlags, type Setting, writeLines } from './setting.ts';

interface RenderFlags extends GlobalFlags {
  readonly format?: readonly WriterName[];
  readonly out?: string;
  readonly baseline?: string;
  readonly pathPrefix?: string;
  readonly sourceUrl?: string;
  readonly project?: string;
  /** `YYYY-MM-DD`. */
  readonly asOf?: string;
}

/** `csqa render`: writes a stored report again, in any format. */
export function renderCommand(setting: Setting): Command {
  const { texts, world } = setting;
  const command = renderWithFlags(texts);
  return command.action(async (named: string) => {
    const flags = command.optsWithGlobals<RenderFlags>();
    const formats = formatsOf(flags, texts);
    const loaded = await loadReport(named, world.cwd, texts.explain);
    if (loaded === null)
      throw new UsageError(texts.explain.noReport(named), { fix: texts.render.noReportFix });
    const { report, run } = loaded;
    const day = flags.asOf ?? world.today();
    const shown = reportAsOf(report, day);
    const place = { cwd: world.cwd, texts };
    const baseline = flags.baseline === undefined ? null : await loadBaseline(flags.baseline, false, place);
    const options: RenderOptions = {
      ...judgedReport(shown, { baseline, day, flags: { failOn: null, maxRisk: null } }),
      ...placeOf(flags),
      run,
      lang: languageOfReport(setting.languageAsked, world.env, report.meta.config),
    };
    const files = formats.map((name) => rendered(name, { report, shown, options }));
    if (flags.out === undefined) {
      for (const { text } of files) world.stdout.write(text);
      return;
    }
    const paths = await writeOutput(files, { written: flags.out, cwd: world.cwd }, texts.render);
    writeLines(world.stdout, paths);
  });
}

function renderWithFlags(texts: CliTexts): Command {
  const { usage } = texts;
  const help = texts.help.render;
  const reader = { command: 'render', usage };
  return new Command('render')
    .description(help.about)
    .argument('[report]', help.report, DEFAULT_OUT_DIR)
    .addOption(formatOption(new Option('--format <name>', help.format), reader))
    .option('-o, --out <path>', help.out)
    .option('--baseline <report>', texts.help.analyze.baseline)
    .addOption(
      valueOption(
        new Option('--path-prefix <path>', help.pathPrefix),
        { read: readPrefix, expected: usage.pathInside },
        reader,
      ),
    )
    .addOption(
      valueOption(
        new Option('--source-url <url>', help.sourceUrl),
        { read: readWebAddress, expected: usage.webAddress },
        reader,
      ),
    )
    .option('--project <name>', help.project)
    .addOption(dayOption(new Option('--as-of <date>', help.asOf), reader));
}

/** Where the tree lies, as it was written. */
function placeOf({ pathPrefix, sourceUrl, project }: RenderFlags): Partial<RenderOptions> {
  return {
    ...(pathPrefix === undefined ? {} : { pathPrefix }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
    ...(project === undefined ? {} : { project }),
  };
}

/** What was asked for; several formats need a place to go to. */
function formatsOf({ format, out }: RenderFlags, { usage, render }: CliTexts): readonly WriterName[] {
  if (format === undefined)
    throw new UsageError(render.noFormat(usage.oneOf(FORMAT_NAMES)), { fix: render.noFormatFix });
  if (format.length > 1 && out === undefined)
    throw new UsageError(render.needsOut(format.join(', ')), { fix: render.needsOutFix });
  return format;
}

interface Source {
  /** As it is stored: what report.json holds knows no day. */
  readonly report: Report;
  /** As it is on the day by which suppressions are judged. */
  readonly shown: Report;
  readonly options: RenderOptions;
}

function rendered(name: WriterName, { report, shown, options }: Source): RenderedFile {
  const { fileName, render } = WRITERS[name];
  return { fileName, text: render(name === 'json' ? report : shown, options) };
}

/** A path below the root of a repository; null for one that is absolute or climbs. */
function readPrefix(written: string): string | null {
  const path = written.replaceAll('\\', '/');
  return /^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)/.test(path) ? null : path;
}

function readWebAddress(written: string): string | null {
  return /^https?:\/\/[^\s/]/.test(written) && URL.canParse(written) ? written : null;
}
