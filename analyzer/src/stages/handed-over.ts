/** Something for whoever asks first: nothing else keeps it. */
export function handedOver<T>(thing: readonly T[]): () => readonly T[] {
  let left: readonly T[] = thing;
  return () => {
    const given = left;
    left = [];
    return given;
  };
}
