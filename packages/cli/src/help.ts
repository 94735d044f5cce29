import { type Command, Help, type HelpConfiguration, type Option } from 'commander';
import { padEnd, widest } from './terminal/layout.ts';
import type { Look } from './terminal/terminal.ts';
import type { CliTexts, Examples, HelpTexts } from './text/catalogue.ts';

/** How commander lays out help: our titles, our words for defaults and choices, our colours. */
export function helpConfiguration({ help }: CliTexts, { paint }: Look): HelpConfiguration {
  const usual = new Help();
  return {
    showGlobalOptions: true,
    styleTitle: (title: string) => paint.bold(titleOf(title, help)),
    styleCommandText: (text: string) => paint.cyan(text),
    styleOptionText: (text: string) => paint.cyan(text),
    styleArgumentText: (text: string) => paint.cyan(text),
    commandUsage: (command: Command) =>
      usual
        .commandUsage(command)
        .replace('[options]', help.optionsMark)
        .replace('[command]', help.commandMark),
    subcommandTerm: (command: Command) =>
      [command.name(), ...command.registeredArguments.map((argument) => usual.argumentTerm(argument))].join(
        ' ',
      ),
    optionDescription: (option: Option) => describe(option, help),
    argumentDescription: (argument) => {
      const { defaultValue } = argument;
      const suffix = defaultValue === undefined ? '' : ` (${help.defaultValue}: ${String(defaultValue)})`;
      return `${argument.description}${suffix}`;
    },
  };
}

function titleOf(title: string, { titles }: HelpTexts): string {
  switch (title) {
    case 'Usage:':
      return titles.usage;
    case 'Arguments:':
      return titles.arguments;
    case 'Options:':
      return titles.options;
    case 'Global Options:':
      return titles.globalOptions;
    case 'Commands:':
      return titles.commands;
    default:
      return title;
  }
}

function describe(option: Option, help: HelpTexts): string {
  const { argChoices, defaultValue } = option;
  const notes = [
    ...(argChoices === undefined ? [] : [`${help.choices} ${argChoices.join(', ')}`]),
    ...(defaultValue === undefined || typeof defaultValue === 'boolean'
      ? []
      : [`${help.defaultValue}: ${String(defaultValue)}`]),
  ];
  return notes.length === 0 ? option.description : `${option.description} (${notes.join('; ')})`;
}

/** Examples as they are typed, each with what it does. */
export function examplesText(examples: Examples, { help }: CliTexts, { paint, width }: Look): string {
  const margin = widest(examples.map(([command]) => command)) + 9;
  const fits = examples.every(([, meaning]) => margin + meaning.length <= width);
  const lines = examples.flatMap(([command, meaning]) =>
    fits
      ? [`  ${padEnd(`csqa ${command}`, margin - 2)}${paint.dim(meaning)}`]
      : [`  ${paint.dim(`# ${meaning}`)}`, `  csqa ${command}`],
  );
  return [paint.bold(help.titles.examples), ...lines].join('\n');
}
