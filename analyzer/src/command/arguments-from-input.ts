import type { Readable } from 'node:stream';

/** Paths and options; more is no command line of ours. */
const MOST_CHARACTERS = 1024 * 1024;

/**
 * The arguments of a process that was started before anybody knew them: one line of standard input, a JSON array of strings. Null where
 * the input ends before: whoever was to say them is gone.
 */
export async function argumentsFromInput(input: Readable): Promise<readonly string[] | null> {
  let said = '';
  for await (const part of input.setEncoding('utf8') as AsyncIterable<string>) {
    said += part;
    const end = said.indexOf('\n');
    if (end !== -1) return argumentsIn(said.slice(0, end));
    if (said.length > MOST_CHARACTERS) return null;
  }
  return null;
}

function argumentsIn(line: string): readonly string[] | null {
  try {
    const told: unknown = JSON.parse(line);
    return Array.isArray(told) && told.every((item) => typeof item === 'string') ? told : null;
  } catch {
    return null;
  }
}
