import type { FlatTree, TreeBuffers } from '../../shared/flat-tree.ts';
import { Kind } from '../syntax.ts';
import { createNodes, inPreorder } from './preorder.ts';
import { createTokens, scan, type Tokens } from './scanner.ts';
import { NAMES, NODE_OF_TOKEN, Token } from './token-kinds.ts';

/** How deep syntax may nest: deeper text is left to a parser that needs no stack. */
const MOST_DEPTH = 256;

/** More nodes than this for a token are made of no text. */
const MOST_NODES_OF_TOKEN = 4;

/** Thrown where a text is not what is expected. There is one: nobody asks where it comes from. */
const NOT_UNDERSTOOD = new Error('this text is left to another parser');

/** The rules that call each other in a circle; they meet here, so that their files do not import each other in one. */
export interface Rules {
  expression(reading: Reading): void;
  block(reading: Reading): void;
  classBody(reading: Reading): void;
  switch(reading: Reading): void;
  /** A type declared among statements. */
  localType(reading: Reading): void;
  /** A type declaration whose modifiers were read, since a node and a token. */
  typeAfterModifiers(reading: Reading, mark: number, first: number): void;
}

/**
 * A text while it is read: its tokens, and the nodes of its tree so far. A node comes after its children: whatever was read
 * last can still become the left operand of what follows.
 */
export class Reading {
  /** Index of the token that comes next, and its kind. */
  at = 0;
  token: number = Token.end;
  /** Nodes so far. */
  count = 0;
  readonly rules: Rules;
  readonly tokens: Tokens = createTokens();
  #depth = 0;
  #kinds: Uint8Array = new Uint8Array();
  #starts: Int32Array = new Int32Array();
  #ends: Int32Array = new Int32Array();
  #nodes = createNodes(1 << 14);

  constructor(rules: Rules) {
    this.rules = rules;
  }

  /** Turns to a text; false where it cannot be cut into tokens. */
  start(text: string): boolean {
    if (!scan(text, this.tokens)) return false;
    const { kinds, starts, ends, count } = this.tokens;
    this.#kinds = kinds;
    this.#starts = starts;
    this.#ends = ends;
    this.#depth = 0;
    this.at = 0;
    this.token = kinds[0] ?? Token.end;
    this.count = 0;
    const capacity = count * MOST_NODES_OF_TOKEN + 1;
    if (this.#nodes.kind.length < capacity) this.#nodes = createNodes(capacity * 2);
    return true;
  }

  /** The kind of a token further on. */
  kindAt(index: number): number {
    return this.#kinds[index] ?? Token.end;
  }

  /** The closing parenthesis of an opening one. */
  closingOf(index: number): number {
    return this.tokens.closings[index] ?? 0;
  }

  /** Whether two tokens stand side by side with nothing between them. */
  areJoined(left: number): boolean {
    return this.#ends[left] === this.#starts[left + 1];
  }

  /** Whether a token of a kind comes next. */
  is(token: number): boolean {
    return this.token === token;
  }

  /** Whether a name comes next: an identifier, or a word that means something elsewhere. */
  isName(): boolean {
    return NAMES[this.token] === 1;
  }

  /** Passes over a token. */
  skip(): void {
    this.token = this.#kinds[++this.at] ?? Token.end;
  }

  /** Passes over a token of a kind that must come next. */
  expect(token: number): void {
    if (this.token !== token) this.fail();
    this.skip();
  }

  /** Passes over a token if it is of a kind. */
  accept(token: number): boolean {
    if (this.token !== token) return false;
    this.skip();
    return true;
  }

  /** Makes a node without children of the next token. */
  leaf(kind: number): void {
    const { count } = this;
    const nodes = this.#nodes;
    nodes.kind[count] = kind;
    nodes.field[count] = 0;
    nodes.start[count] = this.#starts[this.at] ?? 0;
    nodes.end[count] = this.#ends[this.at] ?? 0;
    nodes.size[count] = 1;
    this.count = count + 1;
    this.skip();
  }

  /** The same, of the kind that the token has by itself. */
  ownLeaf(): void {
    this.leaf(NODE_OF_TOKEN[this.token] ?? 0);
  }

  /** Makes one node of tokens that stand side by side. */
  joinedLeaf(kind: number, tokens: number): void {
    const { at } = this;
    this.leaf(kind);
    for (let rest = tokens - 1; rest > 0; rest--) this.skip();
    this.#nodes.end[this.count - 1] = this.#ends[at + tokens - 1] ?? 0;
  }

  /** The same for a name, which must come next. */
  name(kind: number = Kind.identifier): void {
    if (NAMES[this.token] !== 1) this.fail();
    this.leaf(kind);
  }

  /** The same for the name of a variable, or the `_` of one that has none. */
  variable(): void {
    if (this.is(Token.underscore)) this.leaf(Kind.identifier);
    else this.name();
  }

  /** Makes a node of all nodes since `mark` and all tokens since `first`. */
  close(kind: number, mark: number, first: number): void {
    const { count } = this;
    const nodes = this.#nodes;
    nodes.kind[count] = kind;
    nodes.field[count] = 0;
    nodes.start[count] = this.#starts[first] ?? 0;
    nodes.end[count] = this.#ends[this.at - 1] ?? 0;
    nodes.size[count] = count - mark + 1;
    this.count = count + 1;
  }

  /** Says what the node made last is to the one that will hold it. */
  field(field: number): void {
    this.#nodes.field[this.count - 1] = field;
  }

  /** The kind of the node made last. */
  lastKind(): number {
    return this.#nodes.kind[this.count - 1] ?? 0;
  }

  /** Goes one level down. */
  enter(): void {
    if (++this.#depth > MOST_DEPTH) this.fail();
  }

  /** Goes one level up. */
  leave(): void {
    this.#depth--;
  }

  /** Goes back to where there were so many nodes and so many tokens were read. */
  back(mark: number, first: number): void {
    this.count = mark;
    this.at = first;
    this.token = this.#kinds[first] ?? Token.end;
  }

  /** Reads by a rule; false where the text is not what it expects, or the caller left too little of the stack. */
  tries(rule: (reading: Reading) => void): boolean {
    try {
      rule(this);
      return true;
    } catch (error) {
      if (error === NOT_UNDERSTOOD || error instanceof RangeError) return false;
      throw error;
    }
  }

  /** The nodes that were made, below a root of a kind, in preorder. */
  treeOf(kind: number, buffers: TreeBuffers): FlatTree {
    const nodes = this.#nodes;
    const { count } = this;
    nodes.kind[count] = kind;
    nodes.field[count] = 0;
    nodes.start[count] = this.tokens.firstStart;
    nodes.end[count] = this.tokens.text.length;
    nodes.size[count] = count + 1;
    return inPreorder(nodes, count + 1, buffers);
  }

  /** Gives up. */
  fail(): never {
    throw NOT_UNDERSTOOD;
  }
}
