import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { unpacked } from '../base/unpacked.ts';
import type { Models } from './models.ts';

let shipped: Promise<Models> | undefined;

/**
 * Gives the models that ship with the analyzer, read once a process. The built package holds them as one checked JSON
 * file (parsing and checking the YAML took too long at every start); beside the sources the YAML itself is read.
 * Throws AnalysisError MODEL_INVALID with file, line and row where a YAML file does not fit its schema.
 */
export function loadModels(): Promise<Models> {
  shipped ??= readShipped();
  return shipped;
}

async function readShipped(): Promise<Models> {
  const compiled = await readIfThere(new URL('./models.json', import.meta.url));
  if (compiled !== undefined) return JSON.parse(compiled) as Models;
  return readModels(new URL('./data/', import.meta.url));
}

/** Reads and checks the YAML files below a folder. */
export async function readModels(folder: URL): Promise<Models> {
  const paths = (await readdir(folder, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yml'))
    .sort();
  const files = await Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(fileURLToPath(new URL(path, folder)), 'utf8') })),
  );
  const { compileModels } = await import('./compile-models.ts');
  return compileModels(files);
}

async function readIfThere(file: URL): Promise<string | undefined> {
  try {
    return unpacked(await readFile(file)).toString('utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
