import { summary } from '@actions/core';
import type { Inputs } from '../inputs/inputs.ts';
import type { Said } from '../text/said.ts';

/** How long work that was told to stop is waited for; a runner kills the step ten seconds after it asked it to end. */
const PATIENCE_MS = 5_000;

/**
 * The work to its end, or a rejection with the reason of the signal: as soon as the work has stopped, and after five seconds at the
 * latest. What it leaves running is killed when this process exits.
 */
export async function untilCancelled<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const cancelled = new Promise<never>((_, reject) => {
    const stop = (): void => {
      const late = setTimeout(() => reject(signal.reason), PATIENCE_MS);
      const settled = (): void => {
        clearTimeout(late);
        reject(signal.reason);
      };
      work.then(settled, settled);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  return await Promise.race([work, cancelled]);
}

/** What a cancelled run says of itself. */
export const CANCELLED: Said = {
  en: 'CSQA was cancelled before it was done: there is no verdict. Run the job again for one.',
  ru: 'CSQA отменён до завершения: решения нет. Чтобы его получить, запустите задание ещё раз.',
};

/** Tells it in the summary of the job, where that is asked for. Never rejects. */
export async function summarizeCancelled({
  summary: isAsked,
  language,
}: Pick<Inputs, 'summary' | 'language'>) {
  if (!isAsked) return;
  const title = { en: 'cancelled', ru: 'отменено' }[language];
  await summary
    .addRaw(`## ⏹️ CSQA: ${title}\n\n${CANCELLED[language]}\n`)
    .write()
    .catch(() => undefined);
}
