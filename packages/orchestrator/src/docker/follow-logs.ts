import { setTimeout as delay } from 'node:timers/promises';
import type { DockerCli } from './docker-cli.ts';
import { LogStream } from './log-stream.ts';

/** Where the outputs of a container go. */
export interface LogSinks {
  readonly onStdout: (chunk: Uint8Array) => void;
  readonly onStderr: (chunk: Uint8Array) => void;
}

/** A follower of the outputs of one container. */
export interface LogFollower {
  /** The container has ended: what the log still has is read to its end. */
  readonly finish: () => Promise<void>;
}

/** A follow may be cut by whatever stands in between; then it is taken up again where it ended. */
const LONGEST_FOLLOW_MS = 24 * 3600 * 1000;

const PAUSE_MS = { first: 100, last: 2_000 } as const;

/** The rest of a log that is bounded is read at once. */
const LAST_READING_MS = 120_000;

/** Follows what a container writes, from its start, whatever happens to the connection in between. */
export function followLogs(cli: DockerCli, name: string, sinks: LogSinks): LogFollower {
  const streams = { out: new LogStream(sinks.onStdout), err: new LogStream(sinks.onStderr) };
  const stopped = new AbortController();
  const following = follow({ cli, name, streams, signal: stopped.signal });
  const readToTheEnd = async (): Promise<void> => {
    stopped.abort();
    await following;
    await readOnce({ cli, name, streams, signal: undefined });
    streams.out.end();
    streams.err.end();
  };
  let finished: Promise<void> | null = null;
  return {
    finish: () => {
      finished ??= readToTheEnd();
      return finished;
    },
  };
}

interface Following {
  readonly cli: DockerCli;
  readonly name: string;
  readonly streams: { readonly out: LogStream; readonly err: LogStream };
  readonly signal: AbortSignal | undefined;
}

async function follow(following: Following & { readonly signal: AbortSignal }): Promise<void> {
  const { signal } = following;
  let pause: number = PAUSE_MS.first;
  while (!signal.aborted) {
    const heard = await readOnce(following);
    pause = heard ? PAUSE_MS.first : Math.min(pause * 2, PAUSE_MS.last);
    await delay(pause, undefined, { signal }).catch(() => undefined);
  }
}

/** Reads from where the last reading ended; with a signal until somebody cuts it, without one to the end of the log. */
async function readOnce({ cli, name, streams, signal }: Following): Promise<boolean> {
  const { out, err } = streams;
  out.restart();
  err.restart();
  const since = earlier(out.lastTime, err.lastTime);
  let heard = false;
  const hear = (stream: LogStream) => (chunk: Uint8Array) => {
    heard = true;
    stream.push(chunk);
  };
  await cli.call(
    [
      'logs',
      '--timestamps',
      ...(signal === undefined ? [] : ['--follow']),
      ...(since === '' ? [] : ['--since', since]),
      name,
    ],
    {
      timeoutMs: signal === undefined ? LAST_READING_MS : LONGEST_FOLLOW_MS,
      ...(signal === undefined ? {} : { signal }),
      onStdout: hear(out),
      onStderr: hear(err),
    },
  );
  return heard;
}

/** Of two times as text, the earlier; nothing at all is the earliest. */
function earlier(left: string, right: string): string {
  return [left, right].sort((one, other) => (one < other ? -1 : 1))[0] ?? '';
}
