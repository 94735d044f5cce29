import { describe, expect, it } from 'vitest';
import { childOf, itemsOf, parseXml, textOf } from './xml-document.ts';

describe('parseXml', () => {
  it('gives every element the line its tag opens on', () => {
    const { root, problem } = parseXml(
      '<project>\n  <dependencies>\n    <dependency\n      scope="x">\n    </dependency>\n  </dependencies>\n</project>',
    );
    expect(problem).toBeNull();
    expect(itemsOf(root ?? undefined, 'dependencies', 'dependency')[0]?.line).toBe(3);
  });

  it('reads text, CDATA and attributes, and drops prefixes and comments', () => {
    const { root } = parseXml('<x:a k="1"><b> t<!-- c --><![CDATA[&u]]> </b></x:a>');
    expect(root).toMatchObject({ name: 'a' });
    expect(root?.attributes.get('k')).toBe('1');
    expect(textOf(root ?? undefined, 'b')).toBe('t&u');
    expect(childOf(root ?? undefined, 'c')).toBeUndefined();
  });

  it('keeps what stands before a break and names its line', () => {
    const { root, problem } = parseXml('<project>\n<groupId>org.acme</groupId>\n<oops\n</project>');
    expect(textOf(root ?? undefined, 'groupId')).toBe('org.acme');
    expect(problem?.line).toBe(4);
  });

  it.each([
    ['an external entity', '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>'],
    ['entities that double', '<!DOCTYPE p [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><p>&b;</p>'],
  ])('does not expand %s', (_, text) => {
    const { root, problem } = parseXml(text);
    expect(root?.text).toBe('');
    expect(problem?.message).toContain('entity');
  });

  it('stops at a depth that no document needs', () => {
    expect(parseXml('<a>'.repeat(5_000)).problem?.message).toContain('nest');
  });

  it('has no root in an empty text', () => {
    expect(parseXml('').root).toBeNull();
  });
});
