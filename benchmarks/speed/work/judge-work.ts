import type { WorkByPart } from './code-run.ts';
import type { CountedWork } from './count-work.ts';

/** Work for each byte of source, by part and together. */
export interface KeptWork {
  readonly together: number;
  readonly byPart: WorkByPart;
}

/** How much more one part may do than is kept. */
const PART_SLACK = 1.25;
/** How much more all of them may do together. */
const WHOLE_SLACK = 1.1;
/** Parts that do less than this share of all are not held against what is kept one by one. */
const LEAST_SHARE = 0.02;
/** How much more work for each byte a tree of several times the size may be. */
const GROWTH = 1.3;
/** What a part must do of all for its growth to be judged: a step that grows too fast begins small. */
const LEAST_GROWN = 0.0005;

/** Work for each byte of source. */
export function workPerByte({ bytes, work }: CountedWork): KeptWork {
  const perByte = Object.entries(work).map(([part, ran]) => [part, ran / bytes] as const);
  return {
    together: round(perByte.reduce((sum, [, ran]) => sum + ran, 0)),
    byPart: Object.fromEntries(perByte.map(([part, ran]) => [part, round(ran)])),
  };
}

function round(ran: number): number {
  return Math.round(ran * 10) / 10;
}

/** Sentences about what does more work for each byte than is kept, beyond the slack; none where all is well. */
export function moreThanKept(now: KeptWork, kept: KeptWork): string[] {
  const parts = partsOf(now, LEAST_SHARE).filter(
    ([part, ran]) => ran > PART_SLACK * (kept.byPart[part] ?? 0),
  );
  return [
    ...(now.together > WHOLE_SLACK * kept.together
      ? [compared('all parts', now.together, kept.together)]
      : []),
    ...parts.map(([part, ran]) => compared(part, ran, kept.byPart[part] ?? 0)),
  ];
}

/** Sentences about what grows faster than the tree, from a small one to a large one of the same kind. */
export function fasterThanTree(small: KeptWork, large: KeptWork): string[] {
  return partsOf(large, LEAST_GROWN).flatMap(([part, ran]) => {
    const before = small.byPart[part] ?? 0;
    return ran > GROWTH * before ? [`${part}: ${before} a byte in the small tree, ${ran} in the large`] : [];
  });
}

function partsOf({ byPart, together }: KeptWork, share: number): [string, number][] {
  return Object.entries(byPart).filter(([, ran]) => ran >= share * together);
}

function compared(part: string, ran: number, kept: number): string {
  return `${part}: ${ran} a byte, ${kept} kept`;
}
