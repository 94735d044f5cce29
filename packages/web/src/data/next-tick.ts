import { CronExpressionParser } from 'cron-parser';
import { type Sentence, WebError } from '../failures/web-error.ts';

/** When a project is analysed by itself. */
export interface Schedule {
  /** Minute, hour, day of the month, month, day of the week. */
  readonly cron: string;
  /** IANA name of the time zone that the hours are of. */
  readonly timeZone: string;
}

/** Longest expression that is read. */
const MAX_LENGTH = 100;

/** The first moment after another at which a schedule is due. Throws SETTING_INVALID for one that cannot be read, or never is due. */
export function nextTick({ cron, timeZone }: Schedule, after: Date): Date {
  const fields = cron.trim().split(/\s+/u);
  if (cron.length > MAX_LENGTH || fields.length !== 5) {
    throw invalid({
      en: 'a schedule has five fields: minute, hour, day of the month, month, day of the week',
      ru: 'В расписании пять полей: минута, час, день месяца, месяц, день недели.',
    });
  }
  if (!isTimeZone(timeZone)) {
    const name = timeZone.slice(0, 40);
    throw invalid({ en: `there is no time zone ${name}`, ru: `Нет такого часового пояса: ${name}.` });
  }
  try {
    return CronExpressionParser.parse(fields.join(' '), { currentDate: after, tz: timeZone }).next().toDate();
  } catch (error) {
    throw invalid(
      {
        en: 'the schedule cannot be read, or never is due',
        ru: 'Расписание не читается или никогда не наступит.',
      },
      error,
    );
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function invalid({ en, ru }: Sentence, cause?: unknown): WebError {
  const hint = 'as in "30 3 * * 1-5" in the time zone Europe/Berlin: at 3:30 from Monday to Friday';
  return new WebError('SETTING_INVALID', en, { hint, ru, ...(cause === undefined ? {} : { cause }) });
}
