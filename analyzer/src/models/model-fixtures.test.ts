import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../test/labels-of.ts';
import { labels, markedLabels, onlyLabelling, printLabels } from '../../test/model-fixtures.ts';
import { loadModels } from './load-models.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/models/', import.meta.url));
const models = await loadModels();
const tree = await labelsOf(fixtures, models);
const labelling = models.frameworks.filter(({ id }) => labels(models, id)).map(({ id }) => id);
const filesOf = (framework: string) =>
  readdirSync(`${fixtures}${framework}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:java|yml|xml)$/u.test(path))
    .map((path) => `${framework}/${path.replaceAll('\\', '/')}`);

describe('models of frameworks', () => {
  it('have a sample each', () => {
    expect(labelling.filter((framework) => !existsSync(`${fixtures}${framework}`))).toEqual([]);
  });

  it('have no sample without a model', () => {
    const known = new Set(models.frameworks.map(({ id }) => id));
    expect(readdirSync(fixtures).filter((folder) => !known.has(folder))).toEqual([]);
  });

  it.each(labelling)('%s: labels what its sample marks, and nothing else', (framework) => {
    const found = tree.relabel(onlyLabelling(models, framework));
    const printed = printLabels(tree.program, found, framework);
    const marked = markedLabels(fixtures, filesOf(framework));
    expect(Object.fromEntries(printed)).toEqual(Object.fromEntries(marked));
    expect(marked.size).toBeGreaterThan(0);
  });

  it.each(labelling)('%s: has lines in its sample that must stay silent', (framework) => {
    const marked = markedLabels(fixtures, filesOf(framework));
    const methods = tree.program.methods.filter((method) =>
      method.owner.file.facts.path.startsWith(`${framework}/`),
    );
    const callsAndMethods = methods.flatMap((method) => [
      `${method.owner.file.facts.path}:${method.declaration?.line ?? 0}`,
      ...method.calls.map((call) => `${call.file}:${call.nameLine}`),
    ]);
    expect(callsAndMethods.some((place) => !marked.has(place))).toBe(true);
  });

  it('label the same tree the same way twice', () => {
    const again = tree.relabel(models);
    expect(JSON.stringify(again)).toBe(JSON.stringify(tree.labels));
  });
});
