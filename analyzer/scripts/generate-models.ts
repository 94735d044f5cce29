import { writeFile } from 'node:fs/promises';
import { readModels } from '../src/models/load-models.ts';

/** Checks the model files and writes them as one JSON file: `node scripts/generate-models.ts <file>`. */
const target = process.argv[2];
if (target === undefined) throw new Error('expected the file to write as the argument');
await writeFile(target, JSON.stringify(await readModels(new URL('../src/models/data/', import.meta.url))));
