import { readFile } from 'node:fs/promises';
import { readStatFields } from './process-identity.ts';

/** What a process used so far. */
export interface ProcessUsage {
  /** User and system time of the process and of those children that it has collected. */
  readonly cpuMs: number;
  readonly rssBytes: number;
  /** The highest resident set so far, as the kernel keeps it. */
  readonly peakRssBytes: number;
}

/** Indexes of utime, stime, cutime and cstime in /proc/<pid>/stat, counted after the command name (proc(5)). */
const TIME_FIELDS = [11, 12, 13, 14] as const;

/** Linux reports these times in hundredths of a second, whatever the kernel's own tick is. */
const MS_PER_TICK = 10;

/** Reads what a process used; null once it has ended, and where there is no /proc. */
export async function readProcessUsage(pid: number): Promise<ProcessUsage | null> {
  const [fields, status] = await Promise.all([
    readStatFields(pid),
    readFile(`/proc/${pid}/status`, 'latin1').catch(() => null),
  ]);
  if (fields === null || status === null) return null;
  const rss = kibibytes(status, 'VmRSS');
  const peak = kibibytes(status, 'VmHWM');
  if (rss === null || peak === null) return null;
  const ticks = TIME_FIELDS.reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);
  return { cpuMs: ticks * MS_PER_TICK, rssBytes: rss, peakRssBytes: peak };
}

function kibibytes(status: string, name: string): number | null {
  const match = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status);
  return match === null ? null : Number(match[1]) * 1024;
}
