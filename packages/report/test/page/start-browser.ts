import { type Browser, chromium } from 'playwright-core';
import { browserFile } from './browser-file.ts';

/** As far from a reader's browser as a container without a graphics card needs; the package's own list would switch off safety. */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** The browser that comes from npm; null, with one line that says so, where it cannot start. CSQA_E2E=required makes that a failure. */
export async function startBrowser(): Promise<Browser | null> {
  try {
    return await chromium.launch({ executablePath: await browserFile(), args: ARGUMENTS });
  } catch (cause) {
    if (process.env.CSQA_E2E === 'required')
      throw new Error('CSQA_E2E=required, but no browser starts', { cause });
    process.stderr.write('skipped: what is shown in a browser cannot be looked at, for none starts here\n');
    return null;
  }
}
