import { summary } from '@actions/core';
import { renderSummary, SUMMARY_BYTES } from '../comment/render-page.ts';
import type { PublishOutcome } from '../run-types.ts';
import type { PublishableRun, Publisher } from './publisher.ts';

/** The summary of the job: one page a project, all together within what the runner shows. */
export const summaryPublisher: Publisher = async (run, published) => {
  if (!run.inputs.summary) return [{ name: 'summary', status: 'skipped', reason: '' }];
  const text = summaryOf(run, published);
  try {
    await summary.addRaw(text).write();
    return [{ name: 'summary', status: 'published', url: null, id: null }];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const reason = {
      en: `The job summary could not be written: ${why}`,
      ru: `Сводку задания записать не удалось: ${why}`,
    };
    return [{ name: 'summary', status: 'degraded', reason: reason[run.context.language], yamlLine: null }];
  }
};

/** Every project has an even share of the room, and what one leaves goes to those after it. */
function summaryOf({ context, projects }: PublishableRun, published: readonly PublishOutcome[]): string {
  let text = '';
  for (const [at, judged] of projects.entries()) {
    const left = SUMMARY_BYTES - Buffer.byteLength(text);
    const share = Math.floor(left / (projects.length - at));
    text += `${renderSummary({ context, judged, published }, SUMMARY_BYTES - share)}\n`;
  }
  return text;
}
