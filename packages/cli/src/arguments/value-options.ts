import { isDay, isWriterName, WRITERS, type WriterName } from '@csqa/report';
import type { Option } from 'commander';
import { UsageError } from '../failures/usage-error.ts';
import type { UsageTexts } from '../text/catalogue.ts';

/** Who reads an option: the command whose help says more, and the words for what is wrong. */
export interface OptionReader {
  readonly command: string;
  readonly usage: UsageTexts;
}

/** What an option takes. */
export interface OptionValue<Value> {
  /** Null for what it does not take. */
  readonly read: (written: string) => Value | null;
  /** What it takes, as the end of "expected …". */
  readonly expected: string;
}

/** Names of all formats, as they are written on a command line. */
export const FORMAT_NAMES: readonly WriterName[] = Object.keys(WRITERS).filter(isWriterName);

/** An option whose value is read; a wrong one is told in our language, not in commander's. */
export function valueOption<Value>(option: Option, value: OptionValue<Value>, reader: OptionReader): Option {
  return option.argParser((written) => {
    const read = value.read(written);
    if (read !== null) return read;
    const message = reader.usage.badValue(option.long ?? option.flags, value.expected, written);
    throw new UsageError(message, { fix: reader.usage.seeHelp(`csqa ${reader.command}`) });
  });
}

/** An option that takes one of several words. */
export function choiceOption(option: Option, choices: readonly string[], reader: OptionReader): Option {
  const read = (written: string): string | null => (choices.includes(written) ? written : null);
  return valueOption(option.choices(choices), { read, expected: reader.usage.oneOf(choices) }, reader);
}

/** An option that takes a day as `YYYY-MM-DD`. */
export function dayOption(option: Option, reader: OptionReader): Option {
  const read = (written: string): string | null => (isDay(written) ? written : null);
  return valueOption(option, { read, expected: reader.usage.day }, reader);
}

/** An option that collects names of formats, repeated or separated by commas. */
export function formatOption(option: Option, reader: OptionReader): Option {
  const given = new Set<WriterName>();
  const read = (written: string): readonly WriterName[] | null => {
    const names = written.split(',').map((name) => name.trim());
    if (!names.every(isWriterName)) return null;
    for (const name of names) given.add(name);
    return [...given];
  };
  return valueOption(
    option.choices(FORMAT_NAMES),
    { read, expected: reader.usage.oneOf(FORMAT_NAMES) },
    reader,
  );
}
