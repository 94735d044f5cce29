import { defineConfig } from 'tsup';

/** What browsers load: one script and one style sheet, with all that they need in them. */
export default defineConfig({
  entry: { app: 'src/client/app.ts', style: 'src/client/style.css', icon: 'src/client/icon.svg' },
  format: ['iife'],
  platform: 'browser',
  target: 'es2022',
  tsconfig: 'src/client/tsconfig.json',
  outDir: 'dist/client',
  outExtension: () => ({ js: '.js' }),
  noExternal: [/./],
  splitting: false,
  minify: true,
  loader: { '.svg': 'copy' },
});
