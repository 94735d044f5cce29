/** Values by number that branches change and take back: each change is remembered until it is undone. */
export class ScopedValues<Value> {
  private readonly values = new Map<number, Value>();
  private readonly log: { readonly key: number; readonly before: Value | undefined }[] = [];

  get(key: number): Value | undefined {
    return this.values.get(key);
  }

  /** Sets a value, or takes it away. */
  set(key: number, value: Value | undefined): void {
    this.log.push({ key, before: this.values.get(key) });
    this.put(key, value);
  }

  keys(): readonly number[] {
    return [...this.values.keys()];
  }

  /** The present moment, for {@link changesSince} and {@link undo}. */
  mark(): number {
    return this.log.length;
  }

  /** What has been set since a moment, with the present values. */
  changesSince(mark: number): Map<number, Value | undefined> {
    const changes = new Map<number, Value | undefined>();
    for (let index = mark; index < this.log.length; index++) {
      const key = this.log[index]?.key;
      if (key !== undefined) changes.set(key, this.values.get(key));
    }
    return changes;
  }

  /** Takes everything back that has been set since a moment. */
  undo(mark: number): void {
    while (this.log.length > mark) {
      const last = this.log.pop();
      if (last) this.put(last.key, last.before);
    }
  }

  private put(key: number, value: Value | undefined): void {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
  }
}
