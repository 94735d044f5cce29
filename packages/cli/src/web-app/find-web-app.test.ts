import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scratchDirectory } from '../../test/scratch-directory.ts';
import { cliTextsOf } from '../text/texts-of.ts';
import { findWebApp } from './find-web-app.ts';

describe('the web app beside the command line', () => {
  it.each(['en', 'ru'] as const)(
    'is its bin where it is installed and built, and missing where not, in %s',
    async (language) => {
      const { webApp } = cliTextsOf(language);
      const root = await scratchDirectory();
      const from = pathToFileURL(join(root, 'node_modules', 'csqa', 'dist', 'main.js')).href;
      const missing = { code: 'WEB_APP_MISSING', message: webApp.missing, fix: webApp.missingFix };
      await expect(findWebApp(webApp, from)).rejects.toMatchObject(missing);
      const folder = join(root, 'node_modules', '@csqa', 'web');
      await mkdir(join(folder, 'dist'), { recursive: true });
      await writeFile(join(folder, 'package.json'), JSON.stringify({ bin: { 'csqa-web': 'dist/main.js' } }));
      await expect(findWebApp(webApp, from)).rejects.toMatchObject(missing);
      await writeFile(join(folder, 'dist', 'main.js'), '');
      expect(await findWebApp(webApp, from)).toBe(join(folder, 'dist', 'main.js'));
      await writeFile(join(folder, 'package.json'), '{}');
      await expect(findWebApp(webApp, from)).rejects.toMatchObject(missing);
    },
  );
});
