/** Gives what `find` gives, which is asked once for each key; what was found is let go with its owner. */
export function rememberedOf<Owner extends object, Key, Value>(
  find: (owner: Owner, key: Key) => Value,
): (owner: Owner, key: Key) => Value {
  const known = new WeakMap<Owner, Map<Key, { readonly value: Value }>>();
  return (owner, key) => {
    let ofOwner = known.get(owner);
    if (ofOwner === undefined) {
      ofOwner = new Map();
      known.set(owner, ofOwner);
    }
    let found = ofOwner.get(key);
    if (found === undefined) {
      found = { value: find(owner, key) };
      ofOwner.set(key, found);
    }
    return found.value;
  };
}

/** Gives what `find` gives, which is asked once for each list of a row: a row asks with its own, and many ask again and again. */
export function rememberedByList<Value>(
  find: (wanted: readonly string[]) => Value,
): (wanted: readonly string[]) => Value {
  const known = new Map<readonly string[], { readonly value: Value }>();
  return (wanted) => {
    let found = known.get(wanted);
    if (found === undefined) {
      found = { value: find(wanted) };
      known.set(wanted, found);
    }
    return found.value;
  };
}
