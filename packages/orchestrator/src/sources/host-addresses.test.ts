import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesOf, isPublicAddress } from './host-addresses.ts';

function ask(host: string, answer: readonly string[] | Error, allowPrivateAddresses = false) {
  const resolveHost = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
  return addressesOf({ host, allowPrivateAddresses, resolveHost });
}

describe('an address', () => {
  it.each(['1.1.1.1', '140.82.121.4', '2606:4700:4700::1111', '2a00:1450:4001::200e'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['192.0.2.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fd00::1', 'ff02::1', '2001:db8::1', '4000::1'],
    ...['::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8', '2002:7f00:1::', '2001::1'],
    ...['', 'localhost', '1.1.1.1.1'],
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('inside of another one is never public', () => {
    fc.assert(
      fc.property(fc.ipV4(), (inner) => {
        expect(isPublicAddress(`::ffff:${inner}`)).toBe(false);
        expect(isPublicAddress(`64:ff9b::${inner}`)).toBe(false);
      }),
    );
  });
});

describe('a host', () => {
  it('is reached at all of its public addresses', async () => {
    expect(await ask('github.com', ['140.82.121.4', '2606:50c0::1'])).toEqual([
      '140.82.121.4',
      '2606:50c0::1',
    ]);
  });

  it('is refused where one address of many is private', async () => {
    await expect(ask('rebind.example', ['140.82.121.4', '127.0.0.1'])).rejects.toMatchObject({
      code: 'CLONE_NETWORK',
    });
  });

  it('is refused where its name has no address or does not resolve', async () => {
    await expect(ask('nowhere.example', [])).rejects.toMatchObject({ code: 'CLONE_NETWORK' });
    await expect(ask('nowhere.example', new Error('ENOTFOUND'))).rejects.toMatchObject({
      code: 'CLONE_NETWORK',
    });
  });

  it('that is an address is looked at without a resolver', async () => {
    expect(await ask('140.82.121.4', new Error('not asked'))).toEqual(['140.82.121.4']);
    expect(await ask('[2606:50c0::1]', new Error('not asked'))).toEqual(['2606:50c0::1']);
    await expect(ask('[::1]', [])).rejects.toMatchObject({ code: 'CLONE_FORBIDDEN_URL' });
    expect(await ask('[::1]', [], true)).toEqual(['::1']);
  });
});
