import { ownEntry, plain } from '@csqa/report';
import type { CliTexts, ProgressTexts } from '../text/catalogue.ts';
import type { Count, Step } from './progress-state.ts';

/** UTF-16 units shown of a name that comes from an analyzer. */
const LONGEST_NAME = 60;

/** What a step is called. A stage that this version does not know goes by its own name. */
export function stepName(step: Step, { progress }: CliTexts): string {
  const names: Readonly<Record<string, string | undefined>> = progress.stages;
  return ownEntry(names, step.name) ?? plain(step.name, LONGEST_NAME);
}

/** `12 of 47 files`, or `47 files` once all of them are done. */
export function countText(count: Count, texts: ProgressTexts): string {
  const counted = (number: number): string =>
    count.unit === 'objects' ? texts.objects(number) : texts.units(number, plain(count.unit, LONGEST_NAME));
  if (count.total === null || count.done === count.total) return counted(count.done);
  return `${count.done} ${texts.of} ${counted(count.total)}`;
}
