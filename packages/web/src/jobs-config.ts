import type { RunningCaps } from './data/runs.ts';
import type { WaitingCaps } from './data/submit-run.ts';
import { type ReadSetting, wholeNumber } from './settings.ts';

/** How much may be asked for, how long it is kept, and whom the app may call. */
export interface JobsConfig {
  /** How many runs may wait, of all and of one who asks. */
  readonly waiting: WaitingCaps;
  /** How many may run at a time, wherever; absent for as many as there are workers. */
  readonly running: RunningCaps;
  /** Days after which a run is removed, but for the newest green one of its project. */
  readonly keepDays: number;
  /** Runs of a project that are kept. */
  readonly keepRuns: number;
  /** Bytes that what was read of trees may take on one host, for later runs of the same projects; 0 where nothing is kept. */
  readonly cacheBytes: number;
  /** Bytes of one uploaded archive. */
  readonly uploadBytes: number;
  /** Webhooks may have private addresses, plain http and any port. */
  readonly privateWebhooks: boolean;
}

const MOST = 1_000_000;
const MEBIBYTE = 1024 * 1024;
/** PostgreSQL keeps a column of bytes of a row in one piece, and an upload in rows; this is for the disk. */
const MOST_UPLOAD_MIB = 1_024;

/**
 * Reads `CSQA_MAX_WAITING` (`1000`), `CSQA_MAX_WAITING_PER_TOKEN` (`500`), `CSQA_MAX_RUNNING` and
 * `CSQA_MAX_RUNNING_PER_TOKEN` (as many as there are workers), `CSQA_KEEP_DAYS` (`365`), `CSQA_KEEP_RUNS` (`200` of each
 * project), `CSQA_CACHE_MIB` (`2048`), `CSQA_UPLOAD_MIB` (`256`) and `CSQA_WEBHOOK_PRIVATE` (`0`). Throws CONFIG_INVALID.
 */
export function jobsConfigFrom(read: ReadSetting): JobsConfig {
  const count = (name: string) => wholeNumber(name, read(name), { least: 1, most: MOST });
  const running = count('CSQA_MAX_RUNNING');
  const runningPerRequester = count('CSQA_MAX_RUNNING_PER_TOKEN');
  const cache = wholeNumber('CSQA_CACHE_MIB', read('CSQA_CACHE_MIB'), { least: 0, most: MOST });
  const upload = wholeNumber('CSQA_UPLOAD_MIB', read('CSQA_UPLOAD_MIB'), { least: 1, most: MOST_UPLOAD_MIB });
  const isPrivate = wholeNumber('CSQA_WEBHOOK_PRIVATE', read('CSQA_WEBHOOK_PRIVATE'), { least: 0, most: 1 });
  return {
    waiting: {
      waiting: count('CSQA_MAX_WAITING') ?? 1_000,
      waitingPerRequester: count('CSQA_MAX_WAITING_PER_TOKEN') ?? 500,
    },
    running: {
      ...(running === undefined ? {} : { running }),
      ...(runningPerRequester === undefined ? {} : { runningPerRequester }),
    },
    keepDays: count('CSQA_KEEP_DAYS') ?? 365,
    keepRuns: count('CSQA_KEEP_RUNS') ?? 200,
    cacheBytes: (cache ?? 2_048) * MEBIBYTE,
    uploadBytes: (upload ?? 256) * MEBIBYTE,
    privateWebhooks: isPrivate === 1,
  };
}
