import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Labels } from '../src/models/labels.ts';
import { loadModels } from '../src/models/load-models.ts';
import { labelsOf } from './labels-of.ts';

const models = loadModels();

/** Labels of a tree of files, texts by path; the tree is gone when the test is finished. */
export async function labelledFiles(files: Readonly<Record<string, string>>): Promise<Labels> {
  const root = mkdtempSync(join(tmpdir(), 'labelled-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return (await labelsOf(root, models)).labels;
}

/** `GET|POST /a,/b Type.method` for each entry point, without `framework:` owners' packages; sorted as labelled. */
export function routesOf({ entryPoints }: Labels): string[] {
  return entryPoints.map(({ verbs, paths, handler, dormant, supplied }) => {
    const end = handler.indexOf('(');
    const [type = '', member = ''] = handler.slice(0, end === -1 ? undefined : end).split('#');
    const state = dormant === undefined ? '' : ' dormant';
    const by = supplied === undefined ? '' : ` ${supplied}`;
    return `${verbs.join('|')} ${paths.join(',')} ${type.slice(type.lastIndexOf('.') + 1)}.${member}${state}${by}`.trim();
  });
}
