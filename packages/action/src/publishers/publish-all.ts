import { plain } from '@csqa/report';
import type { PublishOutcome } from '../run-types.ts';
import type { PublishableRun, Publisher } from './publisher.ts';

/** Whom publishing listens to, and who hears of it. */
export interface Publishing {
  /** Nothing more is published once it comes. */
  readonly signal: AbortSignal;
  readonly tell: (warning: string) => void;
}

/**
 * Publishes a run in every way, one after another. A publisher that throws has a defect of ours: `tell` hears of it, and neither
 * the verdict nor the publishers after it suffer. Rejects with the reason of the signal where the run is cancelled.
 */
export async function publishAll(
  run: PublishableRun,
  publishers: readonly Publisher[],
  { signal, tell }: Publishing,
): Promise<readonly PublishOutcome[]> {
  const published: PublishOutcome[] = [];
  for (const publisher of publishers) {
    signal.throwIfAborted();
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
  signal.throwIfAborted();
  return published;
}
