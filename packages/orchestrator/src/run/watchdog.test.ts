import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scratchDirectory } from '../../test/job.ts';
import { usualLimits } from '../usual-limits.ts';
import { startWatchdog, type Watchdog } from './watchdog.ts';

describe('an analyzer that has told how it ends', () => {
  let watchdog: Watchdog;

  beforeEach(async () => {
    const outDir = await scratchDirectory();
    vi.useFakeTimers();
    const { signal } = new AbortController();
    watchdog = startWatchdog({
      limits: usualLimits,
      signal,
      outDir,
      cacheDir: null,
      onQuiet: () => undefined,
    });
  });

  afterEach(() => {
    watchdog.stop();
    vi.useRealTimers();
  });

  const state = () => [watchdog.overdue.aborted, watchdog.signal.aborted, watchdog.reason()];

  it('is ended by itself, and not with its run, where it lingers for ten seconds', () => {
    watchdog.sawLastWord();
    vi.advanceTimersByTime(9_000);
    expect(state()).toEqual([false, false, null]);
    vi.advanceTimersByTime(1_000);
    expect(state()).toEqual([true, false, 'lingering']);
  });

  it('is left alone once it has ended, however long it takes to bring what it left', () => {
    watchdog.sawLastWord();
    vi.advanceTimersByTime(9_000);
    watchdog.sawEnd();
    vi.advanceTimersByTime(60_000);
    expect(state()).toEqual([false, false, null]);
  });

  it('is left alone where its last word comes after its end', () => {
    watchdog.sawEnd();
    watchdog.sawLastWord();
    vi.advanceTimersByTime(60_000);
    expect(state()).toEqual([false, false, null]);
  });

  it('is ended for another reason where there is one', () => {
    watchdog.sawLastWord();
    vi.advanceTimersByTime(11_000);
    watchdog.sawBytes(usualLimits.eventBytes + 1);
    expect(state()).toEqual([true, true, 'events']);
  });
});
