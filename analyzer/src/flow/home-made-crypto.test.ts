import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

function found(members: string): string[] {
  const sample = sampleOf(`class Cards { int[] data; ${members} }`);
  return sample.view().homeMadeCrypto.map((each) => each.label);
}

const XOR = '{ for (int i = 0; i < data.length; i++) data[i] = data[i] ^ key; }';

describe('cryptography of its own making', () => {
  it.each([
    ['a cipher by XOR', `void encrypt(int key) ${XOR}`, ['Cards.encrypt']],
    ['a word behind others', `void cardEncrypt(int key) ${XOR}`, ['Cards.cardEncrypt']],
    ['a longer name', `void decryptCard(int key) ${XOR}`, ['Cards.decryptCard']],
    [
      'shifts that are assigned',
      'int hashPassword(int key) { for (int d : data) key ^= d; return key; }',
      ['Cards.hashPassword'],
    ],
    [
      'in a lambda',
      'void scramble(java.util.List<Integer> all, int key) { all.replaceAll(one -> one ^ key); }',
      ['Cards.scramble'],
    ],
  ])('is %s', (...[, members, labels]) => expect(found(members)).toEqual(labels));

  it.each([
    ['the same arithmetic under another name', `void blend(int key) ${XOR}`],
    [
      'a hash for lookups',
      'public int hashCode() { int h = 1; for (int d : data) h = h << 5 ^ d; return h; }',
    ],
    ['a name without arithmetic', 'void encrypt(int key) { store(key); } void store(int key) { }'],
    ['arithmetic outside of a loop', 'int encrypt(int key) { return key ^ 7; }'],
    [
      'a call of a library beside it',
      'void encrypt(int key) throws Exception { javax.crypto.Cipher.getInstance("AES/GCM/NoPadding"); for (int d : data) key ^= d; }',
    ],
  ])('is not %s', (_, members) => expect(found(members)).toEqual([]));

  it('is not looked for in tests', () => {
    const sample = sampleOf({
      'src/main/java/A.java': 'class A { }',
      'src/test/java/CardsTest.java': `class CardsTest { int[] data; void encrypt(int key) ${XOR} }`,
    });
    expect(sample.view().homeMadeCrypto).toEqual([]);
  });
});
