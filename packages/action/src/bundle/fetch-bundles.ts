import { buffer } from 'node:stream/consumers';
import { fromBuffer } from 'yauzl';
import type { GitHub } from '../github/open-github.ts';
import type { Repository } from '../run-types.ts';
import { BUNDLE_FILE, BUNDLE_PREFIX } from './fork-bundle.ts';

/** Bytes of an archive with a bundle, and of the bundle in it. */
const MOST_BYTES = 64 * 1024 ** 2;
const MOST_BUNDLES = 64;

/**
 * The bundles that a run left, as bytes: nothing is unpacked to a disk, and of an archive only the one file is read whose name
 * we know. What is larger than any bundle is left where it is.
 */
export async function fetchBundles(
  github: GitHub,
  { owner, name }: Repository,
  runId: number,
): Promise<readonly Uint8Array[]> {
  const place = { owner, repo: name };
  const listed = await github.paginate(github.rest.actions.listWorkflowRunArtifacts, {
    ...{ ...place, run_id: runId, per_page: 100 },
  });
  const wanted = listed
    .filter((artifact) => artifact.name.startsWith(BUNDLE_PREFIX) && !artifact.expired)
    .filter(({ size_in_bytes }) => size_in_bytes <= MOST_BYTES)
    .slice(0, MOST_BUNDLES);
  const bundles: Uint8Array[] = [];
  for (const { id } of wanted) {
    const { data } = await github.rest.actions.downloadArtifact({
      ...{ ...place, artifact_id: id, archive_format: 'zip' },
    });
    const bundle = await bundleIn(Buffer.from(data as ArrayBuffer));
    if (bundle !== null) bundles.push(bundle);
  }
  return bundles;
}

/** The one file of an archive that is a bundle by its exact name; null for an archive without one, or of another kind. */
async function bundleIn(archive: Buffer): Promise<Uint8Array | null> {
  const { promise, resolve } = Promise.withResolvers<Uint8Array | null>();
  fromBuffer(archive, { lazyEntries: true, validateEntrySizes: true }, (broken, zip) => {
    if (broken !== null) {
      resolve(null);
      return;
    }
    zip.on('error', () => resolve(null));
    zip.on('end', () => resolve(null));
    zip.on('entry', (entry: Parameters<typeof zip.openReadStream>[0]) => {
      if (entry.fileName !== BUNDLE_FILE || entry.uncompressedSize > MOST_BYTES) {
        zip.readEntry();
        return;
      }
      zip.openReadStream(entry, (failed, stream) => {
        if (failed === null) buffer(stream).then(resolve, () => resolve(null));
        else resolve(null);
      });
    });
    zip.readEntry();
  });
  return await promise;
}
