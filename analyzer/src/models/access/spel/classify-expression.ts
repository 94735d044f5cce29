import { type Requirement, rankOf } from '../requirement.ts';
import { type SpelToken, spelTokens } from './spel-tokens.ts';

/** What an access expression asks; `owner` where it compares the caller with the object that is asked for. */
export interface ExpressionClass {
  readonly requirement: Requirement;
  readonly owner: boolean;
  /** It lets in those alone who did not log in. */
  readonly onlyAnonymous?: boolean;
}

/** Names of the security expression root by what they ask. */
export interface ExpressionNames {
  readonly open: readonly string[];
  readonly closed: readonly string[];
  readonly authenticated: readonly string[];
  readonly anonymous: readonly string[];
  /** Variables that hold the caller. */
  readonly caller: readonly string[];
}

/**
 * Says what a Spring Security expression asks of the caller. `or` takes the weaker side, `and` the stronger one; a bean that
 * is asked, a permission or a comparison with the caller authorizes; what cannot be read is unknown.
 */
export function classifyExpression(expression: string, names: ExpressionNames): ExpressionClass {
  const tokens = spelTokens(expression);
  if (tokens === null) return unreadable(expression);
  const reader = new ExpressionReader(tokens, { names, text: expression });
  return reader.read() ?? unreadable(expression);
}

function unreadable(expression: string): ExpressionClass {
  return {
    requirement: {
      kind: 'unknown',
      reason: {
        en: `the expression ${JSON.stringify(expression.slice(0, 100))} cannot be read`,
        ru: `выражение ${JSON.stringify(expression.slice(0, 100))} прочитать нельзя`,
      },
    },
    owner: false,
  };
}

/** Parentheses in parentheses; deeper expressions are unknown. */
const DEEPEST = 40;
const PUBLIC: ExpressionClass = { requirement: { kind: 'public' }, owner: false };
const ANONYMOUS: ExpressionClass = { requirement: { kind: 'public' }, owner: false, onlyAnonymous: true };
const DENIED: ExpressionClass = { requirement: { kind: 'denied' }, owner: false };
const AUTHENTICATED: ExpressionClass = { requirement: { kind: 'authenticated' }, owner: false };
const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '>', '<=', '>=']);
const COMPARISON_WORDS: ReadonlySet<string> = new Set([
  'eq',
  'ne',
  'lt',
  'gt',
  'le',
  'ge',
  'matches',
  'instanceof',
]);
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);

/** What a chain of names, calls and indexes was made of. */
interface Operand {
  readonly value: ExpressionClass;
  /** Reads the caller (`authentication.name`, `principal.id`). */
  readonly caller: boolean;
  /** Reads an argument (`#id`). */
  readonly argument: boolean;
}

class ExpressionReader {
  readonly #tokens: readonly SpelToken[];
  readonly #names: ExpressionNames;
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(
    tokens: readonly SpelToken[],
    context: { readonly names: ExpressionNames; readonly text: string },
  ) {
    this.#tokens = tokens;
    this.#names = context.names;
    this.#text = context.text;
  }

  read(): ExpressionClass | null {
    const found = this.#any();
    return found !== null && this.#at === this.#tokens.length ? found : null;
  }

  #any(): ExpressionClass | null {
    let left = this.#all();
    while (left !== null && (this.#skip('||') || this.#skip('or'))) {
      const right = this.#all();
      left = right === null ? null : rankOf(right.requirement) < rankOf(left.requirement) ? right : left;
    }
    return left;
  }

  #all(): ExpressionClass | null {
    let left = this.#not();
    while (left !== null && (this.#skip('&&') || this.#skip('and'))) {
      const right = this.#not();
      if (right === null) return null;
      const stronger = rankOf(right.requirement) > rankOf(left.requirement) ? right : left;
      left = { ...stronger, owner: left.owner || right.owner };
    }
    return left;
  }

  #not(): ExpressionClass | null {
    let negated = false;
    while (this.#skip('!') || this.#skip('not')) negated = !negated;
    const value = this.#comparison();
    return value === null || !negated ? value : this.#negate(value);
  }

  #negate(value: ExpressionClass): ExpressionClass {
    const last = this.#tokens[this.#at - 1]?.text === ')' ? this.#at - 3 : this.#at - 1;
    if (this.#names.anonymous.includes(this.#tokens[last]?.text ?? '')) return AUTHENTICATED;
    switch (value.requirement.kind) {
      case 'public':
        return DENIED;
      case 'denied':
        return PUBLIC;
      // Who lacks a role includes who never logged in.
      case 'authenticated':
        return PUBLIC;
      case 'authorized':
        return value.owner ? value : PUBLIC;
      case 'unknown':
        return value;
    }
  }

  #comparison(): ExpressionClass | null {
    const left = this.#sum();
    if (left === null) return null;
    if (!this.#skipComparison()) return left.value;
    const right = this.#sum();
    if (right === null) return null;
    const isAboutCaller = left.caller || right.caller;
    if (isAboutCaller) return this.#authorized(true);
    return left.argument || right.argument || hasRule(left) || hasRule(right)
      ? this.#authorized(left.argument || right.argument)
      : unreadable(this.#text);
  }

  #sum(): Operand | null {
    let operand = this.#operand();
    while (operand !== null && ARITHMETIC.has(this.#peek()?.text ?? '') && this.#peek()?.kind === 'symbol') {
      this.#at += 1;
      const right = this.#operand();
      operand =
        right === null
          ? null
          : {
              ...operand,
              caller: operand.caller || right.caller,
              argument: operand.argument || right.argument,
            };
    }
    return operand;
  }

  #operand(): Operand | null {
    const token = this.#peek();
    if (token === undefined) return null;
    if (token.text === '(' && token.kind === 'symbol') return this.#parenthesised();
    this.#at += 1;
    if (token.kind === 'text' || token.kind === 'number') return plain(unreadable(this.#text));
    if (token.kind === 'symbol') return this.#marked(token.text);
    return this.#named(token.text);
  }

  #parenthesised(): Operand | null {
    this.#at += 1;
    this.#depth += 1;
    if (this.#depth > DEEPEST) return null;
    const inner = this.#any();
    this.#depth -= 1;
    if (inner === null || !this.#skip(')')) return null;
    const rest = this.#members();
    return rest === null ? null : plain(inner);
  }

  /** `@bean.check(#id)`, `#id`, `{…}` lists. */
  #marked(symbol: string): Operand | null {
    if (symbol === '#' || symbol === '@') {
      if (this.#peek()?.kind !== 'name' && this.#peek()?.kind !== 'text') return null;
      const name = this.#peek()?.text ?? '';
      this.#at += 1;
      const called = this.#peek()?.text === '(';
      const rest = this.#members();
      if (rest === null) return null;
      const asks = symbol === '@' || called || rest.called;
      return {
        value: asks ? this.#authorized(rest.argument || symbol === '#') : unreadable(this.#text),
        caller: this.#names.caller.includes(name),
        argument: symbol === '#',
      };
    }
    if (symbol === '{') return this.#closed('}') === null ? null : plain(unreadable(this.#text));
    return null;
  }

  #named(name: string): Operand | null {
    if (name === 'T' && this.#peek()?.text === '(') {
      const rest = this.#members();
      return rest === null ? null : plain(this.#authorized(rest.argument));
    }
    const rest = this.#members();
    if (rest === null) return null;
    if (this.#names.caller.includes(name)) {
      return { value: this.#ofCaller(rest), caller: true, argument: false };
    }
    return plain(this.#root(name, rest));
  }

  /** `authentication.isAuthenticated()`, `principal.admin`. */
  #ofCaller(rest: Members): ExpressionClass {
    const last = rest.last.replace(/^is(?=[A-Z])/u, '').toLowerCase();
    return last === 'authenticated' ? AUTHENTICATED : this.#authorized(true);
  }

  #root(name: string, rest: Members): ExpressionClass {
    const { open, closed, authenticated, anonymous } = this.#names;
    if (open.includes(name)) return PUBLIC;
    if (anonymous.includes(name)) return ANONYMOUS;
    if (closed.includes(name)) return DENIED;
    if (authenticated.includes(name)) return AUTHENTICATED;
    // Everything else the root can be asked decides by role, scope, address or permission.
    return rest.called ? this.#authorized(rest.argument) : unreadable(this.#text);
  }

  #authorized(owner: boolean): ExpressionClass {
    return { requirement: { kind: 'authorized', rule: this.#text.trim().replaceAll(/\s+/gu, ' ') }, owner };
  }

  /** Arguments, members and indexes after a name. */
  #members(): Members | null {
    let members: Members | null = { called: false, argument: false, last: '' };
    for (let more = true; more && members !== null; ) {
      const before: Members = members;
      if (this.#skip('.') || this.#skip('?.')) members = this.#member(before);
      else if (this.#skip('(')) members = this.#enclosed(')', before);
      else if (this.#skip('[')) members = this.#enclosed(']', before);
      else more = false;
    }
    return members;
  }

  #member(before: Members): Members | null {
    const name = this.#peek();
    this.#at += 1;
    return name?.kind === 'name' ? { ...before, last: name.text } : null;
  }

  #enclosed(close: ')' | ']', before: Members): Members | null {
    const inside = this.#closed(close);
    if (inside === null) return null;
    return {
      ...before,
      called: before.called || close === ')',
      argument: before.argument || inside.argument,
    };
  }

  /** Runs to the bracket that closes the one just read. */
  #closed(close: string): { readonly argument: boolean } | null {
    let depth = 1;
    let argument = false;
    for (; this.#at < this.#tokens.length; this.#at += 1) {
      const token = this.#peek();
      if (token?.kind !== 'symbol') {
        argument ||= token !== undefined && this.#names.caller.includes(token.text);
        continue;
      }
      if ('([{'.includes(token.text)) depth += 1;
      if (')]}'.includes(token.text)) depth -= 1;
      if (token.text === '#') argument = true;
      if (depth === 0) {
        const fits = token.text === close;
        this.#at += 1;
        return fits ? { argument } : null;
      }
    }
    return null;
  }

  #peek(): SpelToken | undefined {
    return this.#tokens[this.#at];
  }

  #skip(text: string): boolean {
    const token = this.#peek();
    if (token === undefined || (token.kind !== 'symbol' && token.kind !== 'name')) return false;
    const fits = token.kind === 'name' ? token.text.toLowerCase() === text : token.text === text;
    if (fits) this.#at += 1;
    return fits;
  }

  #skipComparison(): boolean {
    const token = this.#peek();
    const found =
      token !== undefined &&
      ((token.kind === 'symbol' && COMPARISONS.has(token.text)) ||
        (token.kind === 'name' && COMPARISON_WORDS.has(token.text.toLowerCase())));
    if (found) this.#at += 1;
    return found;
  }
}

interface Members {
  readonly called: boolean;
  readonly argument: boolean;
  /** Last member named. */
  readonly last: string;
}

function hasRule({ value }: Operand): boolean {
  return value.requirement.kind === 'authorized';
}

function plain(value: ExpressionClass): Operand {
  return { value, caller: false, argument: false };
}
