import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { at, clinic, waitingRun } from '../../test/samples.ts';
import { requestCancel } from './runs.ts';
import { attachUpload, removeUploads, storeUpload, uploadContent, uploadOf } from './uploads.ts';

const LIMITS = { bytes: 5_000_000, allBytes: 7_000_000 };

function pieces(content: Uint8Array, size: number): Readable {
  const count = Math.ceil(content.length / size);
  return Readable.from(Array.from({ length: count }, (_, i) => content.subarray(i * size, (i + 1) * size)));
}

async function all(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

describeDatabases('uploads', (places) => {
  it('come back byte for byte, to their run alone, and go when it has ended', async () => {
    const { db } = await places.newDatabase();
    const project = await clinic(db);
    const run = await waitingRun(db, project);
    const content = randomBytes(2_500_001);
    const sent = { name: 'clinic.zip', content: pieces(content, 65_537), limits: LIMITS };
    const upload = await storeUpload(db, sent, at(0));
    expect(upload).toMatchObject({ name: 'clinic.zip', bytes: content.length, run_id: null });
    expect(await attachUpload(db, upload.id, run.id)).toBe(true);
    const other = await waitingRun(db, project);
    expect(await attachUpload(db, upload.id, other.id)).toBe(false);
    const found = await uploadOf(db, run.id);
    if (found === undefined) throw new Error('no upload');
    expect((await all(uploadContent(db, found))).equals(content)).toBe(true);
    expect(await removeUploads(db, at(1000))).toBe(0);
    await requestCancel(db, run.id, at(1));
    expect(await removeUploads(db, at(-1000))).toBe(1);
    expect(await db.selectFrom('upload_chunk').selectAll().execute()).toEqual([]);
  });

  it('that are too large, or break off, leave nothing', async () => {
    const { db } = await places.newDatabase();
    const large = { name: 'a', content: pieces(randomBytes(LIMITS.bytes + 1), 1_000_000), limits: LIMITS };
    await expect(storeUpload(db, large, at(0))).rejects.toMatchObject({ code: 'UPLOAD_TOO_LARGE' });
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield randomBytes(2_000_000);
      await Promise.reject(new Error('the sender went away'));
    }
    const sent = { name: 'b', content: broken(), limits: LIMITS };
    await expect(storeUpload(db, sent, at(0))).rejects.toThrow('went away');
    expect(await db.selectFrom('upload').selectAll().execute()).toEqual([]);
    const fits = { name: 'c', content: pieces(randomBytes(LIMITS.bytes), 1_000_000), limits: LIMITS };
    await storeUpload(db, fits, at(0));
    const again = { name: 'd', content: pieces(randomBytes(LIMITS.bytes), 1_000_000), limits: LIMITS };
    await expect(storeUpload(db, again, at(0))).rejects.toMatchObject({ code: 'UPLOADS_FULL' });
    expect(await removeUploads(db, at(1))).toBe(1);
  });

  it('that were changed behind our back are not analysed', async () => {
    const { db } = await places.newDatabase();
    const run = await waitingRun(db, await clinic(db));
    const { id } = await storeUpload(
      db,
      { name: 'x', content: pieces(randomBytes(9), 4), limits: LIMITS },
      at(0),
    );
    await attachUpload(db, id, run.id);
    await db
      .updateTable('upload_chunk')
      .set({ data: randomBytes(9) })
      .execute();
    const found = await uploadOf(db, run.id);
    if (found === undefined) throw new Error('no upload');
    await expect(all(uploadContent(db, found))).rejects.toMatchObject({ code: 'UPLOAD_UNUSABLE' });
  });
});
