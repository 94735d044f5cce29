import { type Command, CommanderError } from 'commander';
import { languageAsked, languageOfEnvironment } from './arguments/language.ts';
import { colorAllowed, type Setting, wantsJson, writeLines } from './commands/setting.ts';
import { commandLineError } from './failures/command-line-error.ts';
import { EXIT } from './failures/exit-codes.ts';
import { type Failure, failureJson, failureLines, failureOf } from './failures/failure.ts';
import { createProgram } from './program.ts';
import { lookOf } from './terminal/terminal.ts';
import { cliTextsOf } from './text/texts-of.ts';
import type { World } from './world.ts';

/** Runs one command line, without the name of the program, and gives the exit code. Never rejects. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const asked = languageAsked(argv);
  const texts = cliTextsOf(asked ?? languageOfEnvironment(world.env) ?? 'en');
  let exitCode: number = EXIT.fine;
  const setting: Setting = {
    world,
    texts,
    languageAsked: asked,
    end: (code) => {
      exitCode = code;
    },
  };
  const program = createProgram(setting, colorAllowed(argv));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return afterCommander(error, { argv, program, setting });
    return tell(failureOf(error, texts), error, { argv, setting });
  }
}

interface Telling {
  readonly argv: readonly string[];
  readonly setting: Setting;
}

/** Help and the version come as errors too. */
function afterCommander(error: CommanderError, told: Telling & { readonly program: Command }): number {
  const { setting, program } = told;
  if (error.exitCode === 0) return EXIT.fine;
  if (error.code === 'commander.help') {
    setting.world.stderr.write(program.helpInformation());
    return EXIT.wrongInput;
  }
  const command = program.commands.find((candidate) => told.argv.includes(candidate.name()));
  const name = command === undefined ? 'csqa' : `csqa ${command.name()}`;
  const { texts } = setting;
  return tell(failureOf(commandLineError(error, name, texts.usage), texts), error, told);
}

function tell(failure: Failure, error: unknown, { argv, setting }: Telling): number {
  const { world, texts } = setting;
  if (wantsJson(argv)) world.stdout.write(`${JSON.stringify(failureJson(failure))}\n`);
  else {
    const look = lookOf({ stream: world.stderr, env: world.env, color: colorAllowed(argv) });
    writeLines(world.stderr, failureLines(failure, texts, look));
  }
  if ((world.env.CSQA_DEBUG ?? '') !== '' && error instanceof Error) world.stderr.write(`${error.stack}\n`);
  return failure.exitCode;
}
