import { gateReasonText, renderComparison, renderComparisonMarkdown } from '@csqa/report';
import { Command, Option } from 'commander';
import { type GateVerdict, judge } from '../analysis/gate.ts';
import { type ComparedReports, compareFiles } from '../analysis/reports-to-compare.ts';
import { languageOfReport } from '../arguments/language.ts';
import { choiceOption } from '../arguments/value-options.ts';
import { diffLines } from '../diff/diff-page.ts';
import { EXIT } from '../failures/exit-codes.ts';
import type { CliTexts } from '../text/catalogue.ts';
import { cliTextsOf } from '../text/texts-of.ts';
import { addGateFlags, type GivenGate, gateFlagsOf } from './gate-flags.ts';
import { type GlobalFlags, outputLook, type Setting, writeLines } from './setting.ts';

/** What a comparison can be printed as. */
const FORMATS = ['text', 'markdown', 'json'] as const;

interface DiffFlags extends GlobalFlags, GivenGate {
  readonly format: (typeof FORMATS)[number];
}

/** `csqa diff`: compares two reports, tells what happened between them and judges the second one by the gate. */
export function diffCommand(setting: Setting): Command {
  const { texts, world } = setting;
  const help = texts.help.diff;
  const command = new Command('diff')
    .description(help.about)
    .argument('<base>', help.base)
    .argument('<head>', help.head);
  const reader = { command: 'diff', usage: texts.usage };
  command.addOption(
    choiceOption(new Option('--format <name>', help.format), FORMATS, reader).default('text'),
  );
  addGateFlags(command, texts);
  return command.action(async (base: string, head: string) => {
    const flags = command.optsWithGlobals<DiffFlags>();
    const day = flags.asOf ?? world.today();
    const compared = await compareFiles(base, head, { cwd: world.cwd, day, texts });
    const gate = judge(compared.head, gateFlagsOf(flags), compared.comparison);
    setting.end(gate?.verdict === 'failed' ? EXIT.gateFailed : EXIT.fine);
    tell(compared, gate, { setting, flags });
  });
}

function tell(
  { head, comparison }: ComparedReports,
  gate: GateVerdict,
  { setting, flags }: { readonly setting: Setting; readonly flags: DiffFlags },
): void {
  const { world, languageAsked } = setting;
  const texts = cliTextsOf(languageOfReport(languageAsked, world.env, head.meta.config));
  switch (flags.format) {
    case 'json':
      world.stdout.write(
        `${JSON.stringify({ ...JSON.parse(renderComparison(comparison)), gate: told(gate, texts) })}\n`,
      );
      return;
    case 'markdown':
      world.stdout.write(renderComparisonMarkdown(comparison, { lang: texts.language, gate }));
      return;
    case 'text':
      writeLines(world.stdout, diffLines({ comparison, gate, texts, look: outputLook(setting, flags) }));
  }
}

/** The gate with its reasons as sentences; readers of a comparison skip it. */
function told(gate: GateVerdict, { language }: CliTexts): object | null {
  if (gate === null) return null;
  const reasons = gate.reasons.map((reason) => ({ ...reason, text: gateReasonText(reason, language) }));
  return { ...gate, reasons };
}
