/**
 * What a table says of a name that comes from outside; undefined where it says nothing. Every object answers to names like
 * `valueOf` with something that no table says.
 */
export function ownEntry<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
