import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redactor } from './redaction.ts';

it('a secret is gone in every form that git or curl may show it in', () => {
  const redact = redactor([{ value: 'p@ss word/+', username: 'ada' }]);
  const forms = [
    'p@ss word/+',
    encodeURIComponent('p@ss word/+'),
    Buffer.from('ada:p@ss word/+').toString('base64'),
  ];
  for (const form of forms)
    expect(redact(`Authorization: Basic ${form}, again ${form}`)).not.toContain(form.replace(/=+$/, ''));
});

it('what stands before the @ of any URL is gone, secret or not', () => {
  expect(redactor([])('cloning https://ada:x@github.com/a and ssh://git@host/b')).toBe(
    'cloning https://***@github.com/a and ssh://***@host/b',
  );
});

it('a text without secrets stays as it is', () => {
  expect(redactor([{ value: 'abc' }])('the alphabet begins with abc')).toBe('the alphabet begins with abc');
});

it('no secret of some length survives, wherever it stands', () => {
  const secret = fc.string({ minLength: 4, maxLength: 40 }).filter((text) => !'***@'.includes(text));
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
      fc.pre(!`${before}***${after}`.includes(value));
      expect(redactor([{ value }])(`${before}${value}${after}`)).not.toContain(value);
    }),
  );
});
