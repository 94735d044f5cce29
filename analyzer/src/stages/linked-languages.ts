import { fileURLToPath } from 'node:url';
import { languages } from '../languages/registry.ts';
import type { ModuleDependencies } from '../link/homonyms.ts';
import { readSignatures } from '../link/signatures/read-signatures.ts';
import type { LinkContext } from '../link/world.ts';
import type { Models } from '../models/models.ts';

/** Rules and signature files of every language; the files stand in `data/` of the package, beside `src/` and `dist/`. */
export function linkedLanguages(): Pick<LinkContext, 'rules' | 'signatures'> {
  return {
    rules: new Map(languages.map((language) => [language.id, language.rules])),
    signatures: new Map(
      languages.map((language) => {
        const folder = fileURLToPath(new URL(`../data/signatures/${language.id}`, packageFolder()));
        return [language.id, readSignatures(folder, language.rules)];
      }),
    ),
  };
}

/** All that linking is told besides the facts. */
export function linkContext(models: Models, dependencies: ModuleDependencies): LinkContext {
  const { synthesis, namedTypes, results } = models;
  return { ...linkedLanguages(), synthesis, namedTypes, results, dependencies };
}

/** `src/` or `dist/`, whichever this code runs from: bundling moves a stage up one folder. */
function packageFolder(): URL {
  const here = new URL('./', import.meta.url);
  return here.pathname.endsWith('/stages/') ? new URL('../', here) : here;
}
