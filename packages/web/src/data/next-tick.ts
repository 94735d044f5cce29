import { CronExpressionParser } from 'cron-parser';
import { WebError } from '../failures/web-error.ts';

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
    throw invalid('a schedule has five fields: minute, hour, day of the month, month, day of the week');
  }
  if (!isTimeZone(timeZone)) throw invalid(`there is no time zone ${timeZone.slice(0, 40)}`);
  try {
    return CronExpressionParser.parse(fields.join(' '), { currentDate: after, tz: timeZone }).next().toDate();
  } catch (error) {
    throw invalid('the schedule cannot be read, or never is due', error);
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function invalid(message: string, cause?: unknown): WebError {
  const hint = 'as in "30 3 * * 1-5" in the time zone Europe/Berlin: at 3:30 from Monday to Friday';
  return new WebError('SETTING_INVALID', message, cause === undefined ? { hint } : { hint, cause });
}
