import { describe, expect, it } from 'vitest';
import { loadModels } from '../load-models.ts';
import { createSecretNaming, wordsOf } from './secret-naming.ts';

const naming = createSecretNaming((await loadModels()).secretNames);

describe('names of secrets', () => {
  it.each([
    ['password', 'password'],
    ['oldPassword', 'password'],
    ['DB_PASSWORD', 'password'],
    ['apiKey', 'api key'],
    ['userAPIKey2', 'api key'],
    ['client.secret', 'secret'],
    ['accessToken', 'token'],
    ['Authorization', 'authorization header'],
  ])('%s is a %s', (name, what) => {
    expect(naming.whatIs(name)?.en).toBe(what);
  });

  it.each([
    'passwordEncoder',
    'tokenType',
    'tokenizer',
    'csrfTokenName',
    'csrfToken',
    'passwordHash',
    'isPasswordExpired',
    'secretName',
    'passwordParameter',
    'compass',
    'secretary',
    'key',
    'tokenService',
  ])('%s is none', (name) => {
    expect(naming.whatIs(name)).toBeUndefined();
  });

  it('splits names at case changes, digits and marks', () => {
    expect(wordsOf('userAPIKey2_old-Value')).toEqual(['user', 'api', 'key', 'old', 'value']);
  });

  it('takes only values that can hold one', () => {
    expect(naming.canHold({ kind: 'primitive', name: 'boolean' })).toBe(false);
    expect(naming.canHold({ kind: 'array', element: { kind: 'primitive', name: 'char' } })).toBe(true);
    expect(naming.canHold({ kind: 'unknown', reason: 'unknown-name' })).toBe(true);
  });
});
