import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_NAMES, jsonSchemaOf } from '../src/schema/json-schemas.ts';

/**
 * Writes the JSON Schemas of the contract to packages/report/schema/<document>.schema.json. With `--check` it writes nothing
 * and exits 1 when a file differs from what it would write.
 */
const folder = join(import.meta.dirname, '..', 'schema');
const check = process.argv.includes('--check');

if (!check) mkdirSync(folder, { recursive: true });
for (const name of DOCUMENT_NAMES) {
  const file = join(folder, `${name}.schema.json`);
  const text = `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`;
  if (!check) {
    writeFileSync(file, text);
  } else if (currentText(file) !== text) {
    console.error(`${file} is not what the zod schemas say`);
    process.exitCode = 1;
  }
}

/** The file's text; null where there is no file. */
function currentText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
