import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { languages } from '../languages/registry.ts';
import { readSignatures } from '../link/signatures/read-signatures.ts';
import type { SignatureStore } from '../link/signatures/signature-store.ts';

/** Opens the signature files of every language: beside the sources and beside the built package they are in `data/`. */
export function loadSignatures(): ReadonlyMap<string, SignatureStore> {
  return new Map(
    languages.flatMap((language) => {
      const folder = fileURLToPath(new URL(`../data/signatures/${language.id}`, packageFolder()));
      return existsSync(folder) ? [[language.id, readSignatures(folder, language.rules)] as const] : [];
    }),
  );
}

/** `src/` or `dist/`, whichever this code runs from: bundling moves a stage up one folder. */
function packageFolder(): URL {
  const here = new URL('./', import.meta.url);
  return here.pathname.endsWith('/stages/') ? new URL('../', here) : here;
}
