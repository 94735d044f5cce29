import { type ReadSetting, wholeNumber } from './settings.ts';

/** How much is taken from outside. */
export interface HttpLimits {
  /** Requests a minute by one token, or by one address without a token. */
  readonly requestsPerMinute: number;
  /** Bytes of all uploaded archives that wait for their run. */
  readonly uploadsBytes: number;
  /** Bytes of a finished report that is handed in, unpacked. */
  readonly reportBytes: number;
  /** Event streams that may be open: all, and those of one token or address. */
  readonly streams: number;
  readonly streamsPerToken: number;
}

const MIB = 1024 * 1024;
const MOST = 1_000_000;

/** By name: what is usual, and bytes of one where it is told in MiB. */
const USUAL: Readonly<Record<keyof HttpLimits, readonly [variable: string, usual: number, unit: number]>> = {
  requestsPerMinute: ['CSQA_REQUESTS_PER_MINUTE', 1_200, 1],
  uploadsBytes: ['CSQA_UPLOADS_MIB', 2_000, MIB],
  reportBytes: ['CSQA_REPORT_MIB', 128, MIB],
  streams: ['CSQA_MAX_STREAMS', 2_000, 1],
  streamsPerToken: ['CSQA_MAX_STREAMS_PER_TOKEN', 50, 1],
};

/** Reads the limits, each from a variable of its own. Throws CONFIG_INVALID. */
export function httpLimitsFrom(read: ReadSetting): HttpLimits {
  const limits = Object.entries(USUAL).map(([name, [variable, usual, unit]]) => {
    const set = wholeNumber(variable, read(variable), { least: 1, most: MOST });
    return [name, (set ?? usual) * unit];
  });
  return Object.fromEntries(limits) as HttpLimits;
}
