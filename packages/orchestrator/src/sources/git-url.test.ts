import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsqaError } from '../errors.ts';
import { type CheckoutOptions, checkoutOptionsSchema } from '../options.ts';
import { readRemoteUrl } from './git-url.ts';

type Input = Parameters<typeof checkoutOptionsSchema.parse>[0];

function options(input: Input = {}): CheckoutOptions {
  return checkoutOptionsSchema.parse(input);
}

function refusal(url: string, input: Input = {}): string {
  try {
    return `accepted as ${readRemoteUrl(url, options(input)).href}`;
  } catch (error) {
    if (!(error instanceof CsqaError)) throw error;
    expect(error.code).toBe('CLONE_FORBIDDEN_URL');
    return error.message;
  }
}

describe('a URL is accepted', () => {
  it.each<[string, Input, { host: string; port: number }]>([
    ['https://github.com/spring-projects/spring-petclinic', {}, { host: 'github.com', port: 443 }],
    [
      'https://GitHub.com:443/clinic.git',
      { allowedHosts: ['github.com'] },
      { host: 'github.com', port: 443 },
    ],
    ['https://github.com./clinic.git', { allowedHosts: ['github.com'] }, { host: 'github.com', port: 443 }],
    [
      'https://git.clinic.example:8443/a',
      { allowedHosts: ['git.clinic.example:8443'] },
      { host: 'git.clinic.example', port: 8443 },
    ],
    ['https://localhost:8443/a', { allowPrivateAddresses: true }, { host: 'localhost', port: 8443 }],
    ['https://пример.рф/a.git', {}, { host: 'xn--e1afmkfd.xn--p1ai', port: 443 }],
    ['file:///srv/clinic.git', { allowProtocols: ['file'] }, { host: '', port: 0 }],
  ])('%s', (url, input, expected) => {
    expect(readRemoteUrl(url, options(input))).toMatchObject(expected);
  });
});

describe('a URL is refused', () => {
  it.each<[string, Input, string]>([
    ['--upload-pack=touch /tmp/x', {}, 'begins with "-"'],
    ['git@github.com:clinic/clinic.git', {}, 'which is ssh'],
    ['github.com:clinic/clinic.git', {}, 'which is ssh'],
    ['C:\\clinic', {}, 'which is ssh'],
    ['ssh://git@github.com/clinic.git', {}, 'its protocol is ssh'],
    ['ext::sh -c touch% /tmp/x', {}, 'which is ssh'],
    ['http://github.com/clinic.git', {}, 'its protocol is http'],
    ['file:///etc', {}, 'its protocol is file'],
    ['file://server/share', { allowProtocols: ['file'] }, 'names no host'],
    ['/srv/clinic.git', { allowProtocols: ['file'] }, 'is not a URL'],
    ['https://ada@github.com/clinic.git', {}, 'user name or a password'],
    ['https://:sesame@github.com/clinic.git', {}, 'user name or a password'],
    ['https://github.com/clinic.git?x=1', {}, 'query'],
    ['https://github.com:22/clinic.git', {}, 'port 22'],
    ['https://evil.example/clinic.git', { allowedHosts: ['github.com'] }, 'not on the list'],
    ['https://github.com.evil.example/a', { allowedHosts: ['github.com'] }, 'not on the list'],
    ['https://github.com:8443/a', { allowedHosts: ['github.com'] }, 'github.com:8443 is not on the list'],
    ['https://github.com/a', { proxy: 'http://proxy:3128' }, 'with a proxy'],
  ])('%s', (url, input, reason) => {
    expect(refusal(url, input)).toContain(reason);
  });

  it('without ever repeating a password', () => {
    expect(refusal('https://ada:sesame@github.com/clinic.git')).not.toContain('sesame');
  });
});

it('whatever is written, an accepted URL is https, names a host and holds no credentials', () => {
  const written = fc.oneof(fc.webUrl(), fc.string(), fc.stringMatching(/^https?:\/\/[\w.@:[\]%/\\-]{1,40}$/));
  fc.assert(
    fc.property(written, (url) => {
      try {
        const remote = readRemoteUrl(url, options());
        expect(remote.href).toMatch(/^https:\/\/[^/@]+\//);
        expect(remote.port).toBe(443);
      } catch (error) {
        expect(error).toMatchObject({ code: 'CLONE_FORBIDDEN_URL' });
      }
    }),
  );
});
