import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageFile from '../../package.json' with { type: 'json' };

/**
 * What this analyzer is by its content: its code, its models and signatures, the package that renders reports, the exact
 * versions it depends on, and Node. A version number does not change with every change.
 */
export function ownCode(): string {
  known ??= readOwnCode();
  return known;
}

/** It does not change while it runs. */
let known: string | null = null;

function readOwnCode(): string {
  const digest = createHash('sha256');
  digest.update(JSON.stringify([process.version, packageFile.version, packageFile.dependencies]));
  const code = codeFolder();
  addFolder(digest, code);
  addFolder(digest, join(code, '../data'));
  addFolder(digest, reportFolder());
  return digest.digest('hex');
}

/** `src/` or `dist/`, whichever this code runs from: bundling moves this file up one folder. */
function codeFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return import.meta.url.endsWith('.ts') ? dirname(here) : here;
}

/** Null where the package is part of the same bundle. */
function reportFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('@csqa/report'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

function addFolder(digest: Hash, folder: string | null): void {
  if (folder === null) return;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    const bytes = readFileSync(file);
    digest.update(JSON.stringify([file.slice(folder.length), bytes.length])).update(bytes);
  }
}
