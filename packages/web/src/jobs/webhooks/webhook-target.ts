import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress, type ResolveHost } from '@csqa/orchestrator';
import { type Sentence, WebError } from '../../failures/web-error.ts';

/** Which addresses a webhook may have. */
export interface TargetRules {
  /** Also private addresses, plain http and any port: for an operator whose receivers are inside. */
  readonly allowPrivate: boolean;
}

/** The addresses of a name, as the system knows them. */
export const resolveBySystem: ResolveHost = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * Reads the address of a webhook by the rules of addresses to clone from: https on its usual port, no user name and no
 * password. Where the name leads is checked when it is called. Throws SETTING_INVALID.
 */
export function readTarget(written: string, rules: TargetRules): URL {
  const url = URL.parse(written);
  if (url === null)
    throw invalid({ en: 'the address of a webhook is not a URL', ru: 'Адрес вебхука — не URL.' });
  const isHttp = url.protocol === 'http:';
  if (url.protocol !== 'https:' && !(isHttp && rules.allowPrivate))
    throw invalid({ en: 'a webhook is called over https', ru: 'Вебхук вызывается по https.' });
  if (url.username !== '' || url.password !== '')
    throw invalid({
      en: 'the address of a webhook holds a user name or a password',
      ru: 'В адресе вебхука есть имя пользователя или пароль.',
    });
  if (url.port !== '' && !rules.allowPrivate)
    throw invalid({
      en: 'the port of a webhook is not the usual one of https',
      ru: 'Порт вебхука — не обычный порт https.',
    });
  const host = hostOf(url);
  if (isIP(host) !== 0 && !rules.allowPrivate && !isPublicAddress(host)) {
    throw invalid({
      en: `${host} of a webhook is not a public address`,
      ru: `Адрес вебхука ${host} не публичный.`,
    });
  }
  url.hash = '';
  return url;
}

/**
 * The addresses to connect to: looked up once, all of them public. A connection goes to one of these and is not looked up
 * again, so that a name cannot lead elsewhere in between.
 */
export async function addressesOf(
  url: URL,
  rules: TargetRules,
  resolveHost: ResolveHost,
): Promise<readonly string[]> {
  const host = hostOf(url);
  const addresses = isIP(host) === 0 ? await resolveHost(host) : [host];
  if (addresses.length > 0 && (rules.allowPrivate || addresses.every(isPublicAddress))) return addresses;
  // The same for a name that does not exist: nobody is to learn which names exist here.
  throw new Error('no public address could be reached');
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '');
}

function invalid({ en, ru }: Sentence): WebError {
  return new WebError('SETTING_INVALID', en, {
    ru,
    hint: 'give it as https://host/path; for receivers on private addresses the operator sets CSQA_WEBHOOK_PRIVATE=1',
  });
}
