import type { Requirement } from './requirement.ts';
import type { ExpressionNames } from './spel/classify-expression.ts';

/**
 * What a list of roles asks, one of which is enough. Spring's `IS_AUTHENTICATED_…`, Micronaut's `isAuthenticated()` and `**`
 * are no roles. `text` names the list where it is empty.
 */
export function ofRoles(names: ExpressionNames, roles: readonly string[], text: string): Requirement {
  const words = roles.map((role) => role.replace(/\(\)$/u, ''));
  if (words.some((word) => names.anonymous.includes(word) || word === 'IS_AUTHENTICATED_ANONYMOUSLY')) {
    return { kind: 'public' };
  }
  const isLogin = (word: string) =>
    word === '**' || word.startsWith('IS_AUTHENTICATED_') || names.authenticated.includes(word);
  if (words.length > 0 && words.some(isLogin)) return { kind: 'authenticated' };
  if (words.some((word) => names.closed.includes(word))) return { kind: 'denied' };
  return { kind: 'authorized', rule: roles.length > 0 ? roles.join(', ') : text };
}
