/** UTF-16 units that are kept in all. */
const MAX_LENGTH = 64 * 1024 * 1024;

/** Texts by key, those asked for last. Who asks for one that is being made waits for it, so that it is made once. */
export class TextCache {
  readonly #texts = new Map<string, string>();
  readonly #making = new Map<string, Promise<string>>();
  #length = 0;

  get(key: string, make: () => Promise<string>): Promise<string> {
    const known = this.#texts.get(key);
    if (known !== undefined) {
      this.#texts.delete(key);
      this.#texts.set(key, known);
      return Promise.resolve(known);
    }
    return this.#making.get(key) ?? this.#make(key, make);
  }

  #make(key: string, make: () => Promise<string>): Promise<string> {
    const making = make()
      .then((text) => this.#keep(key, text))
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }

  #keep(key: string, text: string): string {
    if (text.length > MAX_LENGTH / 4) return text;
    this.#texts.set(key, text);
    this.#length += text.length;
    for (const [oldest, { length }] of this.#texts) {
      if (this.#length <= MAX_LENGTH) break;
      this.#texts.delete(oldest);
      this.#length -= length;
    }
    return text;
  }
}
