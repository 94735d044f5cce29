import { describe, expect, it } from 'vitest';
import { sampleContext } from '../../test/comment-sample.ts';
import { readInputs } from '../inputs/inputs.ts';
import { publishAll } from './publish-all.ts';
import type { PublishableRun, Publisher } from './publisher.ts';

const run: PublishableRun = {
  ...{ context: sampleContext(), inputs: readInputs({}), projects: [], reportDir: '/tmp/reports' },
};
const artifact: Publisher = () =>
  Promise.resolve([{ name: 'artifact', status: 'published', url: null, id: '1' }]);
const broken: Publisher = () => Promise.reject(new Error('a defect\n::error::x'));

describe('publishing', () => {
  it('goes on after a defect of one publisher, and tells of it on one line', async () => {
    const told: string[] = [];
    const seen: number[] = [];
    const last: Publisher = (_, published) => {
      seen.push(published.length);
      return Promise.resolve([{ name: 'summary', status: 'skipped', reason: '' }]);
    };
    const published = await publishAll(run, [artifact, broken, last], {
      ...{ signal: new AbortController().signal, tell: (warning: string) => void told.push(warning) },
    });
    expect(published.map(({ name }) => name)).toEqual(['artifact', 'summary']);
    expect(seen).toEqual([1]);
    expect(told).toEqual([
      'One way of publishing failed unexpectedly, and the verdict stands: a defect ::error::x. Please report it.',
    ]);
  });

  it('stops where the run is cancelled, even before the last one was done', async () => {
    const cancelled = new AbortController();
    const asked: string[] = [];
    const cancelling: Publisher = () => {
      asked.push('first');
      cancelled.abort();
      return Promise.resolve([]);
    };
    const next: Publisher = () => {
      asked.push('next');
      return Promise.resolve([]);
    };
    const how = { signal: cancelled.signal, tell: () => undefined };
    await expect(publishAll(run, [cancelling, next], how)).rejects.toThrow(/abort/i);
    await expect(publishAll(run, [], how)).rejects.toThrow(/abort/i);
    expect(asked).toEqual(['first']);
  });
});
