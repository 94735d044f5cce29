import { SCOPES, type Scope } from '../../data/tokens.ts';

/** Whoever a request comes from, once that is shown. */
export interface Principal {
  /** Stable and without a secret: `operator`, or `token:` and the id of a named token. Limits are counted by it. */
  readonly id: string;
  /** For people and the audit log. */
  readonly name: string;
  readonly scope: Scope;
  /** How it was shown. A browser adds `cookie` and `local` by itself, so forms need a CSRF token there. */
  readonly via: 'path' | 'bearer' | 'cookie' | 'local';
}

/** What a route asks for; `public` asks for nothing. */
export type Access = 'public' | Scope;

/** Whether a scope is enough: each allows what those before it do. */
export function allows(scope: Scope, wanted: Scope): boolean {
  return SCOPES.indexOf(scope) >= SCOPES.indexOf(wanted);
}
