import type { FastifyInstance } from 'fastify';
import type { BlobStore } from './blob-store.ts';
import { type TwirpCall, TwirpError, textOf, twirpService } from './twirp.ts';

/** An entry of the cache. */
export interface FakeCacheEntry {
  readonly key: string;
  /** Hash of the paths and of how they are packed. */
  readonly version: string;
  readonly blob: string;
  isFinished: boolean;
}

/** What the service is told. */
export interface CacheSetting {
  readonly token: string;
  readonly blobs: BlobStore;
  /** The oldest first. */
  readonly entries: FakeCacheEntry[];
  /** The token may read only, as in runs that a fork caused. */
  readonly isReadOnly: () => boolean;
}

/** The service of caches as @actions/cache speaks to it: entries are found by key or by its beginning, and never overwritten. */
export function cacheService(
  app: FastifyInstance,
  { token, blobs, entries, isReadOnly }: CacheSetting,
): void {
  const find = (key: string, version: string): FakeCacheEntry | undefined =>
    entries.find((entry) => entry.key === key && entry.version === version);
  twirpService(
    app,
    { service: 'github.actions.results.api.v1.CacheService', token },
    {
      CreateCacheEntry: ({ message, origin }: TwirpCall) => {
        const [key, version] = [textOf(message, 'key'), textOf(message, 'version')];
        if (isReadOnly())
          throw new TwirpError(403, 'permission_denied', 'cache write denied: read-only token');
        if (find(key, version) !== undefined)
          throw new TwirpError(409, 'already_exists', 'cache entry exists');
        const { id, url } = blobs.make(origin);
        entries.push({ key, version, blob: id, isFinished: false });
        return { ok: true, signed_upload_url: url };
      },
      FinalizeCacheEntryUpload: ({ message }: TwirpCall) => {
        const entry = find(textOf(message, 'key'), textOf(message, 'version'));
        const size = entry === undefined ? null : (blobs.contentOf(entry.blob)?.length ?? null);
        if (entry === undefined || size === null)
          throw new TwirpError(404, 'not_found', 'nothing was uploaded');
        if (Number(message.size_bytes) !== size)
          throw new TwirpError(400, 'invalid_argument', 'another size');
        entry.isFinished = true;
        return { ok: true, entry_id: String(entries.indexOf(entry) + 1) };
      },
      GetCacheEntryDownloadURL: ({ message, origin }: TwirpCall) => {
        const [key, version] = [textOf(message, 'key'), textOf(message, 'version')];
        const prefixes = [key, ...(Array.isArray(message.restore_keys) ? message.restore_keys : [])].map(
          String,
        );
        const ready = entries.filter((entry) => entry.version === version && entry.isFinished);
        const found =
          ready.find((entry) => entry.key === key) ??
          prefixes.flatMap((prefix) => ready.findLast((entry) => entry.key.startsWith(prefix)) ?? [])[0];
        if (found === undefined) return { ok: false };
        return { ok: true, signed_download_url: blobs.urlOf(origin, found.blob), matched_key: found.key };
      },
    },
  );
}
