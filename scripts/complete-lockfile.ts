import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lockfile, missingPlatformPackages, withPlatformPackages } from './platform-lock.ts';
import { repositoryRoot } from './run-command.ts';

const file = join(repositoryRoot, 'package-lock.json');
const text = await readFile(file, 'utf8');
const lockfile = JSON.parse(text) as Lockfile;
const missing = missingPlatformPackages(lockfile);

if (process.argv.includes('--check')) {
  if (/"resolved": "https?:/u.test(text))
    fail('package-lock.json records where packages came from; keep .npmrc as it is');
  if (missing.length > 0) {
    fail(
      `package-lock.json lacks ${missing.length} platform packages, so npm ci refuses it; run npm run lockfile`,
    );
  }
  if (process.exitCode !== 1) console.log('package-lock.json is complete for every platform');
} else {
  await writeFile(file, `${JSON.stringify(withPlatformPackages(lockfile), null, 2)}\n`);
  console.log(`package-lock.json: ${missing.length} platform packages added`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
