import { type AnalyzerEvent, EventDecoder, type EventLine } from '@csqa/report';

type EventOf<Type extends AnalyzerEvent['type']> = Extract<AnalyzerEvent, { type: Type }>;

/** What an analyzer said in one run, apart from the events themselves. */
export interface Heard {
  readonly hello: EventOf<'hello'> | null;
  readonly result: EventOf<'result'> | null;
  /** The first error it reported. */
  readonly error: EventOf<'error'> | null;
  readonly events: number;
  /** Lines that are no events; they went to the log. */
  readonly garbage: number;
  readonly bytes: number;
}

/** Reads an analyzer's standard output. */
export interface EventIntake {
  readonly push: (chunk: Uint8Array) => void;
  /** The output has ended: a last line without a newline counts. */
  readonly end: () => void;
  readonly heard: () => Heard;
}

/** Lines of garbage that are copied to the log; the rest is only counted. */
const LOGGED_GARBAGE = 1_000;

/** Reads events as hostile text. `onEvent` hears each; what is no event goes to `onGarbage` as one line of the log. */
export function eventIntake(sinks: {
  readonly onEvent: (event: AnalyzerEvent) => void;
  readonly onGarbage: (line: string) => void;
}): EventIntake {
  const decoder = new EventDecoder();
  let heard: Heard = { hello: null, result: null, error: null, events: 0, garbage: 0, bytes: 0 };
  const take = (line: EventLine): void => {
    if (line.kind === 'event') {
      heard = { ...withEvent(heard, line.event), events: heard.events + 1 };
      sinks.onEvent(line.event);
    } else if (line.kind === 'garbage') {
      heard = { ...heard, garbage: heard.garbage + 1 };
      if (heard.garbage <= LOGGED_GARBAGE) sinks.onGarbage(`[stdout, ${line.reason}] ${line.text}\n`);
    }
  };
  return {
    push: (chunk) => {
      heard = { ...heard, bytes: heard.bytes + chunk.length };
      for (const line of decoder.push(chunk)) take(line);
    },
    end: () => {
      for (const line of decoder.end()) take(line);
    },
    heard: () => heard,
  };
}

function withEvent(heard: Heard, event: AnalyzerEvent): Heard {
  switch (event.type) {
    case 'hello':
      return { ...heard, hello: heard.hello ?? event };
    case 'result':
      return { ...heard, result: event };
    case 'error':
      return { ...heard, error: heard.error ?? event };
    default:
      return heard;
  }
}
