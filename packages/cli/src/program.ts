import { LANGUAGES } from '@csqa/report';
import { Command, Option } from 'commander';
import { analyzeCommand } from './commands/analyze.ts';
import { diffCommand } from './commands/diff.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { initCommand } from './commands/init.ts';
import { metricsCommand } from './commands/metrics.ts';
import { reapCommand } from './commands/reap.ts';
import { renderCommand } from './commands/render.ts';
import type { Setting } from './commands/setting.ts';
import { backupCommand, restoreCommand } from './commands/web-data.ts';
import { examplesText, helpConfiguration } from './help.ts';
import { wrap } from './terminal/layout.ts';
import { lookOf } from './terminal/terminal.ts';

/** The whole command line. Nothing here ends the process: errors are thrown, exit codes are told to the setting. */
export function createProgram(setting: Setting, color: boolean): Command {
  const { texts, world } = setting;
  const { help } = texts;
  const look = lookOf({ stream: world.stdout, env: world.env, color });
  const commands: readonly (readonly [Command, Parameters<typeof examplesText>[0]])[] = [
    [analyzeCommand(setting), help.analyze.examples],
    [diffCommand(setting), help.diff.examples],
    [explainCommand(setting), help.explain.examples],
    [renderCommand(setting), help.render.examples],
    [metricsCommand(setting), help.metrics.examples],
    [initCommand(setting), help.init.examples],
    [doctorCommand(setting), help.doctor.examples],
    [reapCommand(setting), help.reap.examples],
    [backupCommand(setting), help.backup.examples],
    [restoreCommand(setting), help.restore.examples],
  ];
  const program = new Command('csqa')
    .description(help.program)
    .version(world.version, '-V, --version', help.showVersion)
    .addOption(new Option('--lang <language>', help.lang).choices(LANGUAGES))
    .option('--no-color', help.noColor)
    .helpCommand('help [command]', help.helpCommand)
    .addHelpText(
      'after',
      () =>
        `\n${examplesText(
          commands.flatMap(([, examples]) => examples.slice(0, 1)),
          texts,
          look,
        )}`,
    )
    .addHelpText('after', () => `\n${wrap(help.exitCodes, look.width).join('\n')}`);
  for (const [command, examples] of commands) {
    program.addCommand(command.addHelpText('after', () => `\n${examplesText(examples, texts, look)}`));
  }
  for (const command of [program, ...program.commands]) {
    command
      .helpOption('-h, --help', help.showHelp)
      .configureHelp(helpConfiguration(texts, look))
      .configureOutput({
        writeOut: (text) => world.stdout.write(text),
        // Errors are thrown, and told once, by whoever runs the program.
        writeErr: () => undefined,
        getOutHelpWidth: () => look.width,
        getOutHasColors: () => look.paint.isColorSupported,
      })
      .exitOverride();
  }
  return program;
}
