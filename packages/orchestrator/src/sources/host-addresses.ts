import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { CsqaError } from '../errors.ts';
import type { ResolveHost } from '../ports.ts';

/** The only range of IPv6 that is handed out for public use. */
const globalIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** How long a resolver may take. */
const RESOLVE_TIMEOUT_MS = 10_000;

/** What to resolve, and what may come of it. */
export interface HostQuestion {
  readonly host: string;
  readonly allowPrivateAddresses: boolean;
  readonly resolveHost: ResolveHost;
}

/**
 * The addresses to connect to, all of them public unless private ones are allowed. One bad address among good ones
 * refuses the host. A name that does not resolve and a name that leads inside get the same answer, CLONE_NETWORK: a
 * stranger must not learn which names exist here. An address written out in the URL is told apart, as it tells nothing.
 */
export async function addressesOf(question: HostQuestion): Promise<readonly string[]> {
  const host = question.host.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) {
    if (question.allowPrivateAddresses || isPublicAddress(host)) return [host];
    throw new CsqaError(
      'CLONE_FORBIDDEN_URL',
      `The repository's URL may not be cloned from: ${host} is not a public address.`,
      {
        hint: 'Use the public name of the host.',
        ru: `С этого адреса клонировать нельзя: ${host} — не публичный адрес.`,
      },
    );
  }
  const addresses = await resolve(host, question.resolveHost);
  const refused = question.allowPrivateAddresses
    ? []
    : addresses.filter((address) => !isPublicAddress(address));
  if (addresses.length === 0) throw unreachable(host, new Error('The name has no address.'));
  if (refused.length > 0) throw unreachable(host, new Error(`Not public: ${refused.join(', ')}`));
  return addresses;
}

/** True for an address of the public Internet; an address inside another (v4-mapped, NAT64, 6to4) never is one. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv6 ? parsed.match(globalIpv6) : true;
}

async function resolve(host: string, resolveHost: ResolveHost): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The resolver did not answer.')), RESOLVE_TIMEOUT_MS);
  });
  try {
    return await Promise.race([resolveHost(host), late]);
  } catch (cause) {
    throw unreachable(host, cause);
  } finally {
    clearTimeout(timer);
  }
}

function unreachable(host: string, cause: unknown): CsqaError {
  return new CsqaError('CLONE_NETWORK', `No public address could be reached for the host ${host}.`, {
    hint: 'Check the name and the network.',
    ru: `Ни один публичный адрес хоста ${host} не отвечает.`,
    cause,
  });
}
