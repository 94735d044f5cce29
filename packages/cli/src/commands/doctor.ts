import {
  createOrchestrator,
  type DoctorCheck,
  type DoctorStatus,
  ENGINE_CHOICES,
  type EngineChoice,
} from '@csqa/orchestrator';
import { plain } from '@csqa/report';
import { Command, Option } from 'commander';
import { EXIT } from '../failures/exit-codes.ts';
import { hanging, indent, widest } from '../terminal/layout.ts';
import type { Look } from '../terminal/terminal.ts';
import type { CliTexts } from '../text/catalogue.ts';
import { orchestratorOptions } from './orchestrator-options.ts';
import { type GlobalFlags, outputLook, type Setting, writeJson, writeLines } from './setting.ts';

interface DoctorFlags extends GlobalFlags {
  readonly json: boolean;
  readonly engine?: EngineChoice;
}

/** `csqa doctor`: looks at what an analysis needs. Exit code 3 where something is missing. */
export function doctorCommand(setting: Setting): Command {
  const { texts, world } = setting;
  const help = texts.help.doctor;
  const engine = new Option('--engine <engine>', help.engine).choices(ENGINE_CHOICES);
  const command = new Command('doctor')
    .description(help.about)
    .addOption(engine)
    .option('--json', help.json, false);
  return command.action(async () => {
    const flags = command.optsWithGlobals<DoctorFlags>();
    const options = orchestratorOptions(world);
    const chosen = flags.engine === undefined ? options : { ...options, engine: flags.engine };
    const report = await createOrchestrator(chosen).doctor();
    if (flags.json) writeJson(world, report);
    else {
      const look = outputLook(setting, flags);
      const lines = report.checks.flatMap((check) => checkLines(check, texts, look));
      writeLines(world.stdout, [...lines, '', report.ok ? texts.doctor.ready : texts.doctor.notReady]);
    }
    setting.end(report.ok ? EXIT.fine : EXIT.couldNotRun);
  });
}

function checkLines(check: DoctorCheck, texts: CliTexts, look: Look): readonly string[] {
  const { checks } = texts.doctor;
  const margin = widest(Object.values(checks)) + 4;
  const { detail, fix: remedy } = (texts.language === 'ru' ? check.ru : undefined) ?? check;
  const name = (Object.hasOwn(checks, check.id) ? checks[check.id] : undefined) ?? check.id;
  const room = { head: margin, width: look.width };
  const fix = remedy === null ? [] : [`${look.paint.cyan(`${texts.failure.fix}:`)} ${plain(remedy, 2_000)}`];
  return [
    ...hanging(`${mark(check.status, look)} ${name}`, plain(detail, 2_000), room),
    ...indent(fix, margin),
  ];
}

function mark(status: DoctorStatus, { paint, glyphs }: Look): string {
  switch (status) {
    case 'ok':
      return paint.green(glyphs.good);
    case 'warn':
      return paint.yellow(glyphs.warn);
    case 'fail':
      return paint.red(glyphs.bad);
    case 'skip':
      return paint.dim(glyphs.dash);
  }
}
