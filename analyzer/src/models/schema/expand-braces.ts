/** How many names one written name may stand for. */
const MOST_ALTERNATIVES = 200;

/**
 * Spells out brace alternatives, left to right: `{javax,jakarta}.servlet.Filter` gives both names.
 * Groups do not nest. Throws RangeError for an open group or more than 200 names.
 */
export function expandBraces(written: string): readonly string[] {
  let names: readonly string[] = [''];
  let rest = written;
  while (rest !== '') {
    const open = rest.indexOf('{');
    if (open === -1) return names.map((name) => name + rest);
    const close = rest.indexOf('}', open);
    if (close === -1) throw new RangeError(`expected a closing brace in ${JSON.stringify(written)}`);
    const before = rest.slice(0, open);
    const alternatives = rest.slice(open + 1, close).split(',');
    names = names.flatMap((name) => alternatives.map((alternative) => name + before + alternative));
    if (names.length > MOST_ALTERNATIVES)
      throw new RangeError(`${JSON.stringify(written)} stands for too many names`);
    rest = rest.slice(close + 1);
  }
  return names;
}
