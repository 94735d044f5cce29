import type { Authority } from './access-test.ts';

/** What else decides whether a caller's authorities suffice. */
export interface AuthorityRules {
  readonly rolePrefix: string;
  /** `ROLE_ADMIN > ROLE_USER`, with what follows from it. */
  readonly implied: ReadonlyMap<string, readonly string[]>;
}

/**
 * Whether a caller with these authorities passes a rule as the analyzer names it: `hasRole("A")`, `hasAnyAuthority('A', 'B')`,
 * joined by `and`, `or` and parentheses, or a bare list of authorities. Null where something else decides.
 */
export function passes(
  rule: string,
  authorities: readonly Authority[],
  rules: AuthorityRules,
): boolean | null {
  const held = closure(
    authorities.map((each) => ('role' in each ? `${rules.rolePrefix}${each.role}` : each.authority)),
    rules.implied,
  );
  const bare = rule.split(/,\s*/u);
  if (bare.every((each) => /^[A-Z][\w:]*$/u.test(each))) return bare.some((each) => held.has(each));
  const tokens = rule.match(/\w+\([^()]*\)|\(|\)|\band\b|\bor\b|&&|\|\||\w+|\S/giu) ?? [];
  let at = 0;
  const result = alternatives();
  return at === tokens.length ? result : null;

  function alternatives(): boolean | null {
    let value = conjunction();
    while (/^(?:or|\|\|)$/iu.test(tokens[at] ?? '')) {
      at += 1;
      const right = conjunction();
      value = value === true || right === true ? true : value === null || right === null ? null : false;
    }
    return value;
  }

  function conjunction(): boolean | null {
    let value = single();
    while (/^(?:and|&&)$/iu.test(tokens[at] ?? '')) {
      at += 1;
      const right = single();
      value = value === false || right === false ? false : value === null || right === null ? null : true;
    }
    return value;
  }

  function single(): boolean | null {
    const token = tokens[at];
    at += 1;
    if (token !== '(') return check(token ?? '', held, rules);
    const inner = alternatives();
    if (tokens[at] !== ')') return null;
    at += 1;
    return inner;
  }
}

function check(call: string, held: ReadonlySet<string>, { rolePrefix }: AuthorityRules): boolean | null {
  const { name, list } = /^(?<name>\w+)(?:\((?<list>[^()]*)\))?$/u.exec(call)?.groups ?? {};
  const words = [...(list ?? '').matchAll(/["'](?<word>[^"']*)["']/gu)].map(
    ({ groups }) => groups?.word ?? '',
  );
  const roles = words.map((word) => (word.startsWith(rolePrefix) ? word : `${rolePrefix}${word}`));
  switch (name) {
    case 'hasRole':
    case 'hasAnyRole':
    case 'isUserInRole':
      return words.length > 0 && list !== undefined ? roles.some((role) => held.has(role)) : null;
    case 'hasAllRoles':
      return words.length > 0 ? roles.every((role) => held.has(role)) : null;
    case 'hasAuthority':
    case 'hasAnyAuthority':
      return words.length > 0 ? words.some((word) => held.has(word)) : null;
    case 'hasAllAuthorities':
      return words.length > 0 ? words.every((word) => held.has(word)) : null;
    case 'authenticated':
    case 'isAuthenticated':
    case 'fullyAuthenticated':
    case 'isFullyAuthenticated':
    case 'permitAll':
      return true;
    case 'denyAll':
    case 'rememberMe':
    case 'isRememberMe':
    case 'anonymous':
    case 'isAnonymous':
      return false;
    default:
      return null;
  }
}

function closure(
  start: readonly string[],
  implied: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const held = new Set<string>();
  const waiting = [...start];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (held.has(each)) continue;
    held.add(each);
    waiting.push(...(implied.get(each) ?? []));
  }
  return held;
}
