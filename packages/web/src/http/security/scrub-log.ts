import type { LogSink } from '../app-parts.ts';

const REPLACEMENT = '[secret]';

/** Named tokens; a user and password in an address; what follows Bearer; the cookie of a session. */
const SHAPES: readonly RegExp[] = [
  /csqa_[\w-]{8,}/gu,
  /(?<=:\/\/)[^\s/@"\\]{1,500}@/gu,
  /(?<=bearer\s{1,3})[^\s"\\]{1,500}/giu,
  /(?<=csqa_session=)[^\s;"\\]{1,500}/gu,
];

/** A log from which secrets are taken out, whoever wrote them into it: the token of the operator and all that looks like one. */
export function scrubbed(sink: LogSink, token: string | null): LogSink {
  const written = token === null ? [] : [...new Set([token, encodeURIComponent(token), quoted(token)])];
  return {
    write(line) {
      const known = written.reduce((text, secret) => text.replaceAll(secret, REPLACEMENT), line);
      sink.write(SHAPES.reduce((text, shape) => text.replaceAll(shape, REPLACEMENT), known));
    },
  };
}

/** As it stands inside of a JSON string. */
function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
