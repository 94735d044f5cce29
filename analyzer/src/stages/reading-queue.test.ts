import { expect, it } from 'vitest';
import { relativePath } from '../base/ids.ts';
import { ReadingQueue, type WaitingFile, type Wanting } from './reading-queue.ts';

function file(chars: number, wanting: Wanting = 'program'): WaitingFile {
  const source = {
    path: relativePath(`A${chars}`),
    language: 'java',
    text: 'x'.repeat(chars),
    isMeasured: true,
  };
  return { source, module: '.', isTest: wanting === 'bench', wanting };
}

function queueOf(...files: readonly WaitingFile[]): ReadingQueue {
  const queue = new ReadingQueue();
  for (const each of files) queue.add(each);
  return queue;
}

const sizes = (files: readonly WaitingFile[]) => files.map(({ source }) => source.text.length);

it('files go largest first, as many as fit and one at least', () => {
  const queue = queueOf(file(3), file(9), file(5), file(1));
  expect(sizes(queue.takeLargest(4, 'program'))).toEqual([9]);
  expect(sizes(queue.takeLargest(8, 'program'))).toEqual([5, 3]);
  queue.add(file(2));
  expect([queue.chars, sizes(queue.takeLargest(100, null)), queue.chars]).toEqual([3, [2, 1], 0]);
  expect([queue.takeLargest(100, null), queue.takeSmallest('program')]).toEqual([[], null]);
});

it('files for whoever judges tests go apart from the others, where most is left for those who have no choice', () => {
  const queue = queueOf(file(3), file(4), file(5, 'bench'), file(6, 'bench'));
  expect(sizes(queue.takeLargest(100, 'program'))).toEqual([4, 3]);
  queue.add(file(7));
  expect(sizes(queue.takeLargest(1, null))).toEqual([6]);
  expect(sizes(queue.takeLargest(1, null))).toEqual([7]);
  expect(sizes(queue.takeLargest(1, 'program'))).toEqual([5]);
});

it('the smallest file is taken from where one is wanted, while one is left there', () => {
  const queue = queueOf(file(9), file(3), file(1, 'bench'));
  const taken = [queue.takeSmallest('program'), queue.takeSmallest('program'), queue.takeSmallest('program')];
  expect(taken.map((each) => each?.source.text.length)).toEqual([3, 9, 1]);
});
