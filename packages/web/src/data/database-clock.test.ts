import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { databaseClock, sharedClock } from './database-clock.ts';

const FAR = 86_400_000;

describe('a clock that follows another', () => {
  it('is never further from it than the way there and back takes', async () => {
    const cases = fc.record({
      start: fc.nat(FAR),
      skew: fc.integer({ min: -FAR, max: FAR }),
      there: fc.nat(20_000),
      back: fc.nat(20_000),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ start, skew, there, back }) => {
        let own = start;
        const askShared = () => {
          const told = own + there + skew;
          own += there + back;
          return Promise.resolve(told);
        };
        const clock = sharedClock({ askShared, own: () => own });
        await clock.compare();
        return Math.abs(clock.now().getTime() - (own + skew)) <= there + back + 1;
      }),
    );
  });

  it('is the own one where both agree', async () => {
    const clock = sharedClock({ askShared: () => Promise.resolve(5_000), own: () => 5_000 });
    expect(await clock.compare()).toBe(0);
    expect(clock.now()).toEqual(new Date(5_000));
  });
});

describeDatabases('the clock of a database', (places) => {
  it('on this machine is the clock of this machine', async () => {
    const { db } = await places.newDatabase();
    const clock = databaseClock(db);
    expect(Math.abs(await clock.compare())).toBeLessThan(60_000);
  });
});
