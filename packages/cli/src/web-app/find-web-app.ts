import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { WebAppError } from '../failures/web-app-error.ts';
import type { WebAppTexts } from '../text/catalogue.ts';

const WEB_PACKAGE = '@csqa/web';

/**
 * Finds the program of the web app: the bin of its package. It is no dependency of ours, because nobody who only analyses
 * needs it; it is there in a clone of the repository. `from` is the URL of the file that looks for it. Throws WebAppError.
 */
export async function findWebApp(texts: WebAppTexts, from = import.meta.url): Promise<string> {
  try {
    const manifestPath = findPackageJSON(WEB_PACKAGE, from);
    if (manifestPath === undefined) throw new Error(`there is no package ${WEB_PACKAGE}`);
    const { bin } = JSON.parse(await readFile(manifestPath, 'utf8'));
    const script = join(dirname(manifestPath), String(Object.values(bin)[0]));
    await access(script, constants.R_OK);
    return script;
  } catch (error) {
    throw missing(texts, error);
  }
}

function missing({ missing: message, missingFix: fix }: WebAppTexts, cause: unknown): WebAppError {
  return new WebAppError('WEB_APP_MISSING', message, { fix, cause });
}
