import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpacked } from '../../base/unpacked.ts';
import type { ResolutionRules } from '../../facts/resolution-rules.ts';
import { type SignatureLibrary, type SignatureStore, signatureStore } from './signature-store.ts';

interface SignatureManifest {
  readonly libraries: readonly { readonly name: string; readonly packages: readonly string[] }[];
}

/**
 * Opens the signature files of a folder (`analyzer/data/signatures/<language>`). Only the manifest is read at once.
 * Throws where the folder has no manifest: the analyzer is then not installed whole.
 */
export function readSignatures(folder: string, rules: ResolutionRules): SignatureStore {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as SignatureManifest;
  const libraries = manifest.libraries.map(
    ({ name, packages }): SignatureLibrary => ({
      name,
      packages,
      read: () => unpacked(readFileSync(join(folder, `${name}.sig`))).toString('utf8'),
    }),
  );
  return signatureStore(libraries, rules);
}
