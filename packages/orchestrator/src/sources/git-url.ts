import { CsqaError } from '../errors.ts';
import type { CheckoutOptions } from '../options.ts';

/** A URL that may be cloned from, taken apart. */
export interface RemoteUrl {
  readonly protocol: 'https' | 'http' | 'file';
  /** As git gets it and as reports show it. There are no credentials in it. */
  readonly href: string;
  /** Lower case, international names in their ASCII form, without a closing dot; empty for `file`. */
  readonly host: string;
  readonly port: number;
}

const defaultPorts = { https: 443, http: 80, file: 0 } as const;

/** `user@host:path`: what ssh users paste. It must not be taken for a URL, nor for a path. */
const scpForm = /^(?:[^\s/:@]+@)?[^\s/:@]+:(?!\/\/)/;

/**
 * Reads a URL that somebody else may have written and decides whether it may be cloned from. Throws CLONE_FORBIDDEN_URL
 * saying which rule it breaks. Addresses behind the name are checked when they are resolved, not here.
 */
export function readRemoteUrl(written: string, checkout: CheckoutOptions): RemoteUrl {
  if (written.startsWith('-'))
    throw forbidden(
      {
        en: 'it begins with "-" and would be read as an option',
        ru: 'он начинается с «-» и был бы принят за параметр',
      },
      httpsForm,
    );
  if (scpForm.test(written))
    throw forbidden(
      {
        en: 'it is of the form user@host:path, which is ssh',
        ru: 'он вида user@host:path, а это ssh',
      },
      httpsForm,
    );
  const url = parse(written);
  const protocol = allowedProtocol(url, checkout);
  if (url.username !== '' || url.password !== '') {
    throw forbidden(
      { en: 'it holds a user name or a password', ru: 'в нём имя пользователя или пароль' },
      'Remove what stands before the @ and pass the token as credentials.',
    );
  }
  if (url.hash !== '' || url.search !== '')
    throw forbidden({ en: 'it has a query or a fragment', ru: 'в нём есть запрос или фрагмент' }, httpsForm);
  const remote = {
    protocol,
    href: url.href,
    host: hostOf(url),
    port: Number(url.port) || defaultPorts[protocol],
  };
  if (protocol === 'file') return remote;
  assertHostAllowed(remote, checkout);
  return remote;
}

const httpsForm = 'Give it as https://host/owner/repository.git.';

function parse(written: string): URL {
  try {
    return new URL(written);
  } catch (cause) {
    throw forbidden({ en: 'it is not a URL', ru: 'это не адрес' }, httpsForm, cause);
  }
}

function allowedProtocol(url: URL, checkout: CheckoutOptions): RemoteUrl['protocol'] {
  const name = url.protocol.slice(0, -1);
  const protocol = checkout.allowProtocols.find((allowed) => allowed === name);
  if (protocol !== undefined) {
    if (protocol === 'file' && url.hostname !== '')
      throw forbidden(
        { en: 'a file URL names no host', ru: 'в адресе file:// не бывает хоста' },
        'Use file:///absolute/path.',
      );
    return protocol;
  }
  const allowed = checkout.allowProtocols.join(', ');
  const en = `its protocol is ${name}, and only ${allowed} may be used here`;
  throw forbidden({ en, ru: `его протокол — ${name}, а здесь разрешены только ${allowed}` }, httpsForm);
}

function hostOf(url: URL): string {
  return url.hostname.toLowerCase().replace(/\.$/, '');
}

function assertHostAllowed(remote: RemoteUrl, checkout: CheckoutOptions): void {
  const usualPort = remote.port === defaultPorts[remote.protocol];
  const { allowedHosts } = checkout;
  if (allowedHosts !== undefined) {
    const names = usualPort
      ? [remote.host, `${remote.host}:${remote.port}`]
      : [`${remote.host}:${remote.port}`];
    const listed = allowedHosts.some((allowed) => names.includes(allowed.toLowerCase()));
    if (listed) return;
    throw forbidden(
      {
        en: `its host ${names[0]} is not on the list of allowed hosts`,
        ru: `хоста ${names[0]} нет в списке разрешённых`,
      },
      `Use one of ${allowedHosts.join(', ')}, or add the host to CSQA_ALLOWED_HOSTS.`,
    );
  }
  if (!usualPort && !checkout.allowPrivateAddresses) {
    const en = `its port ${remote.port} is not the usual one of ${remote.protocol}`;
    throw forbidden({ en, ru: `порт ${remote.port} — не обычный для ${remote.protocol}` }, httpsForm);
  }
  if (checkout.proxy !== undefined && !checkout.allowPrivateAddresses) {
    throw forbidden(
      {
        en: 'with a proxy, which resolves names itself, the host must be on a list of allowed hosts',
        ru: 'прокси сам разрешает имена, поэтому хост должен быть в списке разрешённых',
      },
      'Set CSQA_ALLOWED_HOSTS, or unset HTTPS_PROXY.',
    );
  }
}

/** A rule that a URL breaks, as a clause in both languages. */
interface Rule {
  readonly en: string;
  readonly ru: string;
}

function forbidden(rule: Rule, hint: string, cause?: unknown): CsqaError {
  return new CsqaError('CLONE_FORBIDDEN_URL', `The repository's URL may not be cloned from: ${rule.en}.`, {
    hint,
    ru: `С этого адреса клонировать нельзя: ${rule.ru}.`,
    cause,
  });
}
