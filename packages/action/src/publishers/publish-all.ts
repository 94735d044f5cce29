import { plain } from '@csqa/report';
import type { PublishableRun, Publisher } from '../publisher.ts';
import type { PublishOutcome } from '../run-types.ts';

/**
 * Publishes a run in every way, one after another. A publisher that throws has a defect of ours: `tell` hears of it, and neither
 * the verdict nor the publishers after it suffer.
 */
export async function publishAll(
  run: PublishableRun,
  publishers: readonly Publisher[],
  tell: (warning: string) => void,
): Promise<readonly PublishOutcome[]> {
  const published: PublishOutcome[] = [];
  for (const publisher of publishers) {
    try {
      published.push(...(await publisher(run, published)));
    } catch (error) {
      const why = plain(error instanceof Error ? error.message : String(error), 300);
      const sentence = {
        en: `One way of publishing failed unexpectedly, and the verdict stands: ${why}. Please report it.`,
        ru: `Один из способов публикации неожиданно сломался, решение в силе: ${why}. Сообщите об этом.`,
      };
      tell(sentence[run.context.language]);
    }
  }
  return published;
}
