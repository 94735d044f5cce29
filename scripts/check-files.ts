import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from './file-rules.ts';
import { repositoryRoot } from './run-command.ts';

const outside = new Set(['node_modules', 'dist', '.turbo', '.git', 'fixtures']);
const files = globSync('**/*.{ts,tsx,mts,js,mjs}', {
  cwd: repositoryRoot,
  exclude: (name) => outside.has(name.split(/[\\/]/u).at(-1) ?? name),
})
  .map((file) => file.replaceAll('\\', '/'))
  .sort((left, right) => (left < right ? -1 : 1));
const violations = files.flatMap((file) => checkFile(file, readFileSync(join(repositoryRoot, file), 'utf8')));

for (const { file, message } of violations) console.error(`${file}: ${message}`);
console.log(`${files.length} files, ${violations.length} against the rules of names and sizes`);
process.exitCode = violations.length > 0 || files.length === 0 ? 1 : 0;
