/** As `ownEntry` of the report, which a browser could not have without all of it: what a table says of a name from outside. */
export function ownEntry<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
