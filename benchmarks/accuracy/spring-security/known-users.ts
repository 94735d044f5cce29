import type { FileFacts } from '../../../analyzer/src/facts/file-facts.ts';
import { readXml } from '../../../analyzer/src/models/xml-elements.ts';
import type { Authority } from './access-test.ts';
import { type BodyReader, type Link, readBody } from './body-reader.ts';
import { authoritiesOf, rolesOf } from './read-request.ts';
import type { BeanFiles } from './xml-sample.ts';

/** Somebody that a configuration lets in with a password. */
export interface KnownUser {
  readonly name: string;
  readonly password: string;
  readonly authorities: readonly Authority[];
}

/** Users that the classes of a sample declare in memory. */
export function knownUsers(facts: readonly FileFacts[]): readonly KnownUser[] {
  return facts
    .flatMap(({ types }) => types)
    .flatMap(({ methods }) => methods)
    .flatMap((method) => {
      const body = readBody(method);
      return body.operations.flatMap((_, index) => usersOf(body, body.chain(index)));
    });
}

/** Users that bean files declare in memory. */
export function usersOfBeanFiles({ texts }: BeanFiles): readonly KnownUser[] {
  return [...texts.values()].flatMap((text) =>
    readXml(text).flatMap(({ name: element, attributes }) => {
      const [name, password] = [
        attributes.get('name'),
        attributes.get('password')?.replace(/^\{noop\}/u, ''),
      ];
      if (element !== 'user' || name === undefined || password === undefined) return [];
      const authorities = (attributes.get('authorities') ?? '').split(',').map((each) => each.trim());
      return [{ name, password, authorities: authorities.map((authority) => ({ authority })) }];
    }),
  );
}

/** Users of `PasswordEncodedUser`, a class of the tests that stands for three of them. */
const READY_MADE: ReadonlyMap<string, readonly Authority[]> = new Map([
  ['user', [{ role: 'USER' }]],
  ['admin', [{ role: 'USER' }, { role: 'ADMIN' }]],
]);

function usersOf(body: BodyReader, chain: readonly Link[]): readonly KnownUser[] {
  const ready = chain.length === 1 && chain[0]?.args.length === 0 ? READY_MADE.get(chain[0].name) : undefined;
  if (ready !== undefined && chain[0] !== undefined)
    return [{ name: chain[0].name, password: 'password', authorities: ready }];
  const last = chain.at(-1);
  if (last?.name !== 'roles' && last?.name !== 'authorities') return [];
  const authorities = last.name === 'roles' ? rolesOf(body.texts(last.args)) : authoritiesOf(body, last.args);
  const argumentOf = (names: readonly string[]): string | null =>
    body.text(chain.findLast(({ name, args }) => names.includes(name) && args.length === 1)?.args[0]);
  const name = argumentOf(['withUsername', 'username', 'withUser']);
  const password = argumentOf(['password'])?.replace(/^\{noop\}/u, '');
  if (authorities === null || name === null || password === undefined) return [];
  return [{ name, password, authorities }];
}
