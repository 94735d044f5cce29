/**
 * Reads syntax trees where tree-sitter keeps them: its structures in 32-bit WebAssembly, little endian, as `subtree.h`,
 * `tree.h` and `parser.h` of the pinned version lay them out. A test compares every node with the library's own cursor, so
 * that another version with another layout cannot come in unseen.
 *
 * A subtree takes eight bytes: a small leaf all of them, any other a pointer to its head, before which its children stand.
 */

/** Bytes of a subtree among the children of another. */
const SUBTREE_SIZE = 8;
/** In the first byte of a small leaf; pointers are even. */
const INLINE = 1;
const INLINE_VISIBLE = 2;
const INLINE_EXTRA = 8;
const INLINE_MISSING = 32;
const INLINE_SYMBOL = 1;
const INLINE_PADDING = 6;
const INLINE_SIZE = 7;
/** In the head of any other subtree. */
const PADDING = 4;
const SIZE = 16;
const CHILD_COUNT = 36;
const SYMBOL = 40;
const FLAGS = 44;
const VISIBLE = 1;
const EXTRA = 4;
const MISSING = 512;
const PRODUCTION = 66;
/** In the head of a tree, after its root. */
const TREE_LANGUAGE = 8;
/** In the head of a language. */
const MAX_ALIASES = 36;
const FIELD_MAP_SLICES = 64;
const FIELD_MAP_ENTRIES = 68;
const PUBLIC_SYMBOLS = 76;
const ALIAS_SEQUENCES = 84;
/** Symbols of errors are the same in every language. */
const FIRST_ERROR_SYMBOL = 65_534;

/** What is read of one subtree. Lengths in bytes. */
interface Subtree {
  symbol: number;
  isVisible: boolean;
  /** May stand anywhere: comments. */
  isExtra: boolean;
  isMissing: boolean;
  /** White space before it. */
  padding: number;
  size: number;
  /** Number of children. */
  count: number;
  head: number;
}

/** The memory that a parser runtime works in. */
export interface ParserMemory {
  readonly buffer: ArrayBuffer;
}

/** Where the children of a subtree stand, and what their positions mean. */
export interface Children {
  first: number;
  count: number;
  /** Address of the aliases of its production, in 16-bit units; 0 for none. */
  aliases: number;
  /** Address and end of the fields of its production. */
  fields: number;
  fieldsEnd: number;
}

/** Before anything is read. */
export const NO_CHILDREN: Children = { first: 0, count: 0, aliases: 0, fields: 0, fieldsEnd: 0 };

/** The memory of a parser. Reads one subtree after the other into `child`; nothing is allocated for a node. */
export class TreeMemory {
  /** The subtree that was read last. */
  readonly child: Subtree = {
    ...{ symbol: 0, isVisible: false, isExtra: false, isMissing: false },
    ...{ padding: 0, size: 0, count: 0, head: 0 },
  };
  readonly #memory: ParserMemory;
  readonly #bytesAtFirst: number;
  #bytes = new Uint8Array();
  #shorts = new Uint16Array();
  #words = new Uint32Array();
  #maxAliases = 0;
  #fieldSlices = 0;
  #fieldEntries = 0;
  #publicSymbols = 0;
  #aliasSequences = 0;

  constructor(memory: ParserMemory) {
    this.#memory = memory;
    this.#bytesAtFirst = memory.buffer.byteLength;
  }

  /** Whether it is larger than when the parser began to use it. */
  hasGrown(): boolean {
    return this.#memory.buffer.byteLength > this.#bytesAtFirst;
  }

  /** Turns to a tree, and reads its root. Whatever was read before is no longer valid. */
  readRoot(tree: number): void {
    const { buffer } = this.#memory;
    // Growing the memory replaces its buffer.
    if (this.#bytes.buffer !== buffer) {
      this.#bytes = new Uint8Array(buffer);
      this.#shorts = new Uint16Array(buffer);
      this.#words = new Uint32Array(buffer);
    }
    const language = this.#word(tree + TREE_LANGUAGE);
    this.#maxAliases = this.#short(language + MAX_ALIASES);
    this.#fieldSlices = this.#word(language + FIELD_MAP_SLICES);
    this.#fieldEntries = this.#word(language + FIELD_MAP_ENTRIES);
    this.#publicSymbols = this.#word(language + PUBLIC_SYMBOLS);
    this.#aliasSequences = this.#word(language + ALIAS_SEQUENCES);
    this.#read(tree);
  }

  /** Reads a child. */
  readChild(children: Children, index: number): void {
    this.#read(children.first + index * SUBTREE_SIZE);
  }

  /** Says where the children of the subtree that was read last are. */
  openChildren(children: Children): void {
    const { head, count } = this.child;
    const production = this.#short(head + PRODUCTION);
    children.first = head - count * SUBTREE_SIZE;
    children.count = count;
    children.aliases = production === 0 ? 0 : (this.#aliasSequences >> 1) + production * this.#maxAliases;
    const slice = this.#fieldSlices + production * 4;
    children.fields = this.#fieldEntries + this.#short(slice) * 4;
    children.fieldsEnd = children.fields + this.#short(slice + 2) * 4;
  }

  /** The symbol that a production gives its child at a position; 0 where it keeps its own. */
  aliasAt({ aliases }: Children, position: number): number {
    return aliases === 0 ? 0 : (this.#shorts[aliases + position] ?? 0);
  }

  /** The field of the child at a position; 0 for none. Fields that come from hidden children below are theirs. */
  fieldAt({ fields, fieldsEnd }: Children, position: number): number {
    for (let at = fields; at < fieldsEnd; at += 4) {
      if (this.#bytes[at + 2] === position && this.#bytes[at + 3] === 0) return this.#short(at);
    }
    return 0;
  }

  /** The node type that a symbol is told as. */
  publicSymbol(symbol: number): number {
    return symbol >= FIRST_ERROR_SYMBOL ? symbol : this.#short(this.#publicSymbols + symbol * 2);
  }

  #word(address: number): number {
    return this.#words[address >> 2] ?? 0;
  }

  #short(address: number): number {
    return this.#shorts[address >> 1] ?? 0;
  }

  #read(address: number): void {
    const { child } = this;
    const head = this.#word(address);
    if ((head & INLINE) !== 0) {
      child.symbol = this.#bytes[address + INLINE_SYMBOL] ?? 0;
      child.isVisible = (head & INLINE_VISIBLE) !== 0;
      child.isExtra = (head & INLINE_EXTRA) !== 0;
      child.isMissing = (head & INLINE_MISSING) !== 0;
      child.padding = this.#bytes[address + INLINE_PADDING] ?? 0;
      child.size = this.#bytes[address + INLINE_SIZE] ?? 0;
      child.count = 0;
      return;
    }
    const flags = this.#short(head + FLAGS);
    child.symbol = this.#short(head + SYMBOL);
    child.isVisible = (flags & VISIBLE) !== 0;
    child.isExtra = (flags & EXTRA) !== 0;
    child.isMissing = (flags & MISSING) !== 0;
    child.padding = this.#word(head + PADDING);
    child.size = this.#word(head + SIZE);
    child.count = this.#word(head + CHILD_COUNT);
    child.head = head;
  }
}
