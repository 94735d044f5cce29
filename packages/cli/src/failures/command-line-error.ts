import type { CommanderError } from 'commander';
import type { UsageTexts } from '../text/catalogue.ts';
import { UsageError } from './usage-error.ts';

/** Says in our language what commander found wrong. Its codes are stable; what it quotes is what was written. */
export function commandLineError(error: CommanderError, command: string, texts: UsageTexts): UsageError {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '');
  const [first = '', second = ''] = quoted;
  const suggestion = /\(Did you mean (?:one of )?(.+)\?\)/.exec(error.message)?.[1];
  const fix = suggestion === undefined ? texts.seeHelp(command) : texts.didYouMean(suggestion);
  return new UsageError(whatIsWrong({ error, first, second }, texts), { fix, cause: error });
}

function whatIsWrong(
  { error, first, second }: { error: CommanderError; first: string; second: string },
  texts: UsageTexts,
): string {
  switch (error.code) {
    case 'commander.unknownOption':
      return texts.unknownOption(first);
    case 'commander.unknownCommand':
      return texts.unknownCommand(first);
    case 'commander.missingArgument':
      return texts.missingArgument(first);
    case 'commander.optionMissingArgument':
      return texts.missingValue(first);
    case 'commander.excessArguments':
      return texts.tooMany(error.message.split(': ').at(-1)?.replace(/\.$/, '') ?? '');
    case 'commander.invalidArgument': {
      const choices = /Allowed choices are (.+)\.$/.exec(error.message)?.[1]?.split(', ') ?? [];
      return texts.badValue(first, texts.oneOf(choices), second);
    }
    default:
      return error.message.replace(/^error: /, '');
  }
}
