import { describe, expect, it } from 'vitest';
import { addressesOf, readTarget } from './webhook-target.ts';

const strangers = { allowPrivate: false };
const inside = { allowPrivate: true };

describe('the address of a webhook', () => {
  it('is https to a public host, and may hold a query', () => {
    expect(readTarget('https://hooks.example.org/a?b=c#d', strangers).href).toBe(
      'https://hooks.example.org/a?b=c',
    );
  });

  it.each([
    'http://hooks.example.org/',
    'ftp://hooks.example.org/',
    'file:///etc/passwd',
    'https://user:password@hooks.example.org/',
    'https://hooks.example.org:8443/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.1.2.3/',
    'not a url',
  ])('may not be %s', (written) => {
    expect(() => readTarget(written, strangers)).toThrowError(
      expect.objectContaining({ code: 'SETTING_INVALID' }),
    );
  });

  it('may be inside where the operator says so, but never of another protocol', () => {
    expect(readTarget('http://10.1.2.3:8080/hook', inside).port).toBe('8080');
    expect(() => readTarget('gopher://10.1.2.3/', inside)).toThrow('https');
  });

  it('is refused where one of its addresses is private, as one that does not exist is', async () => {
    const url = new URL('https://hooks.example.org/');
    const resolves = (...addresses: string[]) =>
      addressesOf(url, strangers, () => Promise.resolve(addresses));
    expect(await resolves('93.184.215.14', '2606:2800:21f::1')).toHaveLength(2);
    await expect(resolves('93.184.215.14', '10.0.0.1')).rejects.toThrow('no public address');
    await expect(resolves('fd00::1')).rejects.toThrow('no public address');
    await expect(resolves()).rejects.toThrow('no public address');
    expect(await addressesOf(url, inside, () => Promise.resolve(['10.0.0.1']))).toEqual(['10.0.0.1']);
  });
});
