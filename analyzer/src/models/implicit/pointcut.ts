/** A pointcut expression as read: what it says of a join point, with nothing looked up yet. */
export type Pointcut =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Pointcut[] }
  | { readonly kind: 'not'; readonly part: Pointcut }
  /** `execution(* visits..*(..))`: name and what stands in the parentheses. Also a reference to a named pointcut. */
  | { readonly kind: 'designator'; readonly name: string; readonly argument: string };

const LONGEST = 2000;
const DEEPEST = 20;

/** Reads AspectJ's expression language as Spring takes it. Null for what is none, or is nested beyond reason. */
export function parsePointcut(text: string): Pointcut | null {
  if (text.length > LONGEST) return null;
  const reader = new PointcutReader(text);
  const parsed = reader.either(0);
  return reader.isAtEnd() ? parsed : null;
}

class PointcutReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    this.#skipSpace();
    return this.#at >= this.#text.length;
  }

  either(depth: number): Pointcut | null {
    return this.#run('or', ['||', 'or '], () => this.#both(depth));
  }

  #both(depth: number): Pointcut | null {
    return this.#run('and', ['&&', 'and '], () => this.#single(depth));
  }

  #run(kind: 'and' | 'or', operators: readonly string[], read: () => Pointcut | null): Pointcut | null {
    const parts: Pointcut[] = [];
    do {
      const part = read();
      if (part === null) return null;
      parts.push(part);
    } while (this.#takes(operators));
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind, parts };
  }

  #single(depth: number): Pointcut | null {
    if (depth >= DEEPEST) return null;
    if (this.#takes(['!', 'not '])) {
      const part = this.#single(depth + 1);
      return part === null ? null : { kind: 'not', part };
    }
    if (this.#takes(['('])) {
      const inner = this.either(depth + 1);
      return inner !== null && this.#takes([')']) ? inner : null;
    }
    return this.#designator();
  }

  #designator(): Pointcut | null {
    this.#skipSpace();
    const open = this.#text.indexOf('(', this.#at);
    const name = open === -1 ? '' : this.#text.slice(this.#at, open).trim();
    if (!/^@?[\w$.]+$/u.test(name)) return null;
    const close = closingAt(this.#text, open + 1);
    if (close === -1) return null;
    this.#at = close + 1;
    return { kind: 'designator', name, argument: this.#text.slice(open + 1, close).trim() };
  }

  #takes(words: readonly string[]): boolean {
    this.#skipSpace();
    const found = words.find((word) => this.#text.startsWith(word, this.#at));
    if (found === undefined) return false;
    this.#at += found.length;
    return true;
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && (this.#text[this.#at] ?? '') <= ' ') this.#at += 1;
  }
}

function closingAt(text: string, from: number): number {
  let open = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')') open -= 1;
    if (open === 0) return at;
  }
  return -1;
}

/** What `execution(…)` asks of a method. */
export interface ExecutionPattern {
  /** Annotation types written before the return type. */
  readonly annotations: readonly string[];
  readonly isPublic: boolean;
  /** Type pattern before the name; null where there is none. */
  readonly declaring: string | null;
  readonly name: string;
  /** Simple type patterns, `..` for any number. */
  readonly parameters: readonly string[];
}

/** Reads the argument of `execution`. Null where it is written in a way that is not known here. */
export function parseExecution(text: string): ExecutionPattern | null {
  const open = text.indexOf('(');
  const close = open === -1 ? -1 : closingAt(text, open + 1);
  if (close === -1) return null;
  const words = text.slice(0, open).trim().split(/\s+/u);
  const signature = words.at(-1) ?? '';
  const dot = signature.lastIndexOf('.');
  const before = words.slice(0, -1);
  if (before.length === 0 || before.some((word) => /[()!|&]/u.test(word))) return null;
  const rest = dot === -1 ? '' : signature.slice(0, dot);
  return {
    annotations: before.filter((word) => word.startsWith('@')).map((word) => word.slice(1)),
    isPublic: before.includes('public'),
    // `visits..*` ends in the two dots of its package part: the name follows them directly.
    declaring: dot === -1 ? null : rest.endsWith('.') ? `${rest}.*` : rest,
    name: signature.slice(dot + 1),
    parameters: text
      .slice(open + 1, close)
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  };
}
