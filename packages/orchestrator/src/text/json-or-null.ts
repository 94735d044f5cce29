/** Reads JSON that somebody else wrote; null where it is none, to be judged by a schema together with everything else. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
