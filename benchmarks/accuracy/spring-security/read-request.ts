import type { Authority, Caller, Skipped, TestRequest } from './access-test.ts';
import type { BodyReader, Link } from './body-reader.ts';
import type { TestMembers } from './test-members.ts';

const VERBS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
/** What a request may carry without changing who asks for what. */
const NEUTRAL: ReadonlySet<string> = new Set([
  'accept',
  'contentType',
  'content',
  'param',
  'params',
  'queryParam',
  'locale',
  'secure',
]);
const NEUTRAL_HEADERS: ReadonlySet<string> = new Set([
  'Accept',
  'ACCEPT',
  'Content-Type',
  'CONTENT_TYPE',
  'X-Requested-With',
]);

/** Reads `get("/a").with(user("u").roles("USER")).with(csrf())`; `annotated` is whom the test's annotations name. */
export function readRequest(
  body: BodyReader,
  [start, ...links]: readonly Link[],
  { annotated, members }: { readonly annotated: Caller; readonly members: TestMembers },
): TestRequest | Skipped {
  if (start === undefined) return { skipped: 'request built elsewhere' };
  if (start.name === 'formLogin' || start.name === 'logout') return { skipped: 'login or logout' };
  const path = pathOf(body, start);
  if (!VERBS.has(start.name) || path === null) return { skipped: 'request built elsewhere' };
  let request: TestRequest = { verb: start.name.toUpperCase(), path, caller: annotated, csrf: false };
  for (const link of links) {
    const more = linkOf(body, link, members);
    if ('skipped' in more) return more;
    request = { ...request, ...more };
  }
  return request;
}

/** What one more call of the chain makes of the request. */
function linkOf(body: BodyReader, link: Link, members: TestMembers): Partial<TestRequest> | Skipped {
  if (carriesToken(body, link)) return ANOTHER_WAY;
  if (NEUTRAL.has(link.name) || isNeutralHeader(body, link)) return {};
  if (link.name !== 'with') return { skipped: `request with ${link.name}()` };
  const [argument] = link.args;
  return processed(body, { chain: argument === undefined ? [] : body.chain(argument), members });
}

function isNeutralHeader(body: BodyReader, { name, args }: Link): boolean {
  const [argument] = args;
  if (name !== 'header' || argument === undefined) return false;
  const operation = body.operation(argument);
  const header = operation?.kind === 'field' ? operation.name : body.text(argument);
  return header !== null && NEUTRAL_HEADERS.has(header);
}

/** `param("access_token", …)` is a credential. */
function carriesToken(body: BodyReader, { name, args }: Link): boolean {
  return /^(?:param|queryParam)$/u.test(name) && body.text(args[0]) === 'access_token';
}

const ANOTHER_WAY: Skipped = { skipped: 'another way to log in, or a request made by code' };
const BUILT_ELSEWHERE: Skipped = { skipped: 'user built elsewhere' };

/** What `with(…)` adds: a token, a user, a password. */
function processed(
  body: BodyReader,
  { chain, members }: { readonly chain: readonly Link[]; readonly members: TestMembers | null },
): Partial<TestRequest> | Skipped {
  const [start] = chain;
  switch (start?.name) {
    case 'csrf':
      return { csrf: true };
    case 'anonymous':
      return { caller: { kind: 'nobody' } };
    case 'user': {
      const caller = userOf(body, chain);
      return caller === null ? BUILT_ELSEWHERE : { caller };
    }
    case 'httpBasic': {
      const [name, password] = body.texts(start.args);
      if (typeof name !== 'string' || typeof password !== 'string') return BUILT_ELSEWHERE;
      return { caller: { kind: 'password', name, password } };
    }
    case 'authentication': {
      const caller = tokenUser(body, start);
      return caller === null ? ANOTHER_WAY : { caller };
    }
    default: {
      const helper = chain.length === 1 && start?.args.length === 0 ? members?.made(start.name) : undefined;
      return helper === undefined
        ? ANOTHER_WAY
        : processed(helper.body, { chain: helper.chain, members: null });
    }
  }
}

/** `authentication(new TestingAuthenticationToken("user", "password", "ROLE_USER"))`. */
function tokenUser(body: BodyReader, { args }: Link): Caller | null {
  const [argument] = args;
  const token = argument === undefined ? undefined : body.operation(argument);
  if (token?.kind !== 'new' || token.type.name !== 'TestingAuthenticationToken') return null;
  const authorities = authoritiesOf(body, token.args.slice(2));
  return authorities === null || authorities.length === 0 ? null : { kind: 'user', authorities };
}

function pathOf(body: BodyReader, start: Link): string | null {
  const [template, ...values] = body.texts(start.args);
  if (typeof template !== 'string') return null;
  let next = 0;
  const path = template.replace(/\{[^}]*\}/gu, (name) => values[next++] ?? name);
  const plain = path.split('?')[0] ?? '';
  return /^\/[\w./~-]*$/u.test(plain) ? plain : null;
}

/** `user("name").roles("A", "B")` or `.authorities(…)`; without either, the role USER. */
function userOf(body: BodyReader, [start, ...links]: readonly Link[]): Caller | null {
  if (body.text(start?.args[0]) === null) return null;
  let authorities: readonly Authority[] = [{ role: 'USER' }];
  for (const { name, args } of links) {
    if (name === 'password') continue;
    const read =
      name === 'roles'
        ? rolesOf(body.texts(args))
        : name === 'authorities'
          ? authoritiesOf(body, args)
          : null;
    if (read === null) return null;
    authorities = read;
  }
  return { kind: 'user', authorities };
}

/** Roles from texts; null where one is not constant. */
export function rolesOf(texts: readonly (string | null)[]): readonly Authority[] | null {
  const roles = texts.flatMap((role) => (role === null ? [] : [{ role }]));
  return roles.length === texts.length ? roles : null;
}

/** Texts, `new SimpleGrantedAuthority("A")` and `AuthorityUtils.createAuthorityList("A", "B")`. */
export function authoritiesOf(body: BodyReader, args: Link['args']): readonly Authority[] | null {
  const found: Authority[] = [];
  for (const argument of args) {
    const operation = body.operation(argument);
    const inner =
      operation?.kind === 'new' || (operation?.kind === 'call' && /authorit/iu.test(operation.name))
        ? operation.args
        : [argument];
    for (const text of body.texts(inner)) {
      if (text === null) return null;
      found.push({ authority: text });
    }
  }
  return found;
}
