import { expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at } from '../../test/samples.ts';
import { createToken, listTokens, revokeToken, useToken } from './tokens.ts';

describeDatabases('tokens', (places) => {
  it('are known by what they hash to, and stored as nothing else', async () => {
    const { db } = await places.newDatabase();
    const { token, secret } = await createToken(db, { name: 'ci', scope: 'submit' }, at(0));
    expect(secret).toMatch(/^csqa_[\w-]{43}$/u);
    expect(await useToken(db, secret, at(5))).toEqual({ ...token, last_used_at: at(5) });
    expect(await useToken(db, secret, at(64))).toMatchObject({ last_used_at: at(5) });
    expect(await useToken(db, secret, at(65))).toMatchObject({ last_used_at: at(65) });
    const stored = JSON.stringify(await db.selectFrom('api_token').selectAll().execute());
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(secret.slice('csqa_'.length));
    expect(Object.keys(token)).not.toContain('hash');
  });

  it('open nothing when they are unknown, malformed or revoked', async () => {
    const { db } = await places.newDatabase();
    const { token, secret } = await createToken(db, { name: 'ci', scope: 'read' }, at(0));
    expect(await useToken(db, `${secret}x`, at(1))).toBeUndefined();
    expect(await useToken(db, '', at(1))).toBeUndefined();
    expect(await revokeToken(db, token.id, at(2))).toBe(true);
    expect(await revokeToken(db, token.id, at(3))).toBe(false);
    expect(await useToken(db, secret, at(4))).toBeUndefined();
    expect(await listTokens(db)).toMatchObject([{ name: 'ci', revoked_at: at(2), last_used_at: null }]);
  });
});
