import { LANGUAGES, type Language } from '@csqa/report';
import type { Environment } from '../terminal/terminal.ts';

/** Whether a text names a language. */
function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

/**
 * The language that `--lang` names, read before anything else, because errors about the rest of the command line are told
 * in it. Null where it is not given or names none, which the parser will say.
 */
export function languageAsked(argv: readonly string[]): Language | null {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const written = options[at] === '--lang' ? options[at + 1] : options[at]?.slice('--lang='.length);
  return written !== undefined && isLanguage(written) ? written : null;
}

/** The language of the environment by the rules of POSIX: the first of the three that is set decides. Null if it is none of ours. */
export function languageOfEnvironment(env: Environment): Language | null {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  const name = locale?.slice(0, 2).toLowerCase() ?? '';
  return isLanguage(name) ? name : null;
}

/** The language of an analysis's texts: what was asked for; else Russian if the environment or the configuration says so; else English. */
export function languageOfReport(
  asked: Language | null,
  env: Environment,
  config: Readonly<Record<string, unknown>>,
): Language {
  if (asked !== null) return asked;
  return languageOfEnvironment(env) === 'ru' || config.language === 'ru' ? 'ru' : 'en';
}
