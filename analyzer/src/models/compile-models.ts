import { byText } from '../base/ordering.ts';
import type { FrameworkFile } from './model-schema.ts';
import { dependencyClassesFile, frameworkFile, secretNamesFile } from './model-schema.ts';
import { type FrameworkModels, type Models, SECTIONS } from './models.ts';
import { namedTypes } from './named-types.ts';
import { invalid, type ModelText, parseModelFile } from './parse-model-file.ts';

const SHARED = {
  secretNames: 'shared/secret-names.yml',
  dependencyClasses: 'shared/dependency-classes.yml',
} as const;

/**
 * Checks all model files and joins them to one set of rows. Throws AnalysisError MODEL_INVALID for a file that does not
 * fit, a row id used twice, or a reference to a condition or parameter set that no file has.
 */
export function compileModels(files: readonly ModelText[]): Models {
  const sorted = [...files].sort(byText((file) => file.path));
  const shared = new Map(sorted.filter(isShared).map((file) => [file.path, file]));
  const frameworks = sorted.filter((file) => !isShared(file)).map(parseFramework);
  const rows = Object.fromEntries(
    SECTIONS.map((section) => [
      section,
      frameworks.flatMap((file) => file[section].map((row) => ({ ...row, framework: file.framework }))),
    ]),
  ) as unknown as FrameworkModels;
  const models: Models = {
    ...rows,
    frameworks: frameworks.map((file) => ({ id: file.framework, title: file.title })),
    namedTypes: namedTypes(rows),
    secretNames: parseModelFile(needed(shared, SHARED.secretNames), secretNamesFile),
    dependencyClasses: parseModelFile(needed(shared, SHARED.dependencyClasses), dependencyClassesFile)
      .dependencyClasses,
  };
  checkIds(models);
  checkReferences(models);
  return models;
}

function isShared(file: ModelText): boolean {
  return file.path.startsWith('shared/');
}

function parseFramework(file: ModelText): FrameworkFile {
  const parsed = parseModelFile(file, frameworkFile);
  const name = file.path
    .split('/')
    .at(-1)
    ?.replace(/\.ya?ml$/u, '');
  if (parsed.framework !== name) {
    throw invalid(`${file.path}:1: framework: expected ${JSON.stringify(name)}, got ${parsed.framework}`);
  }
  return parsed;
}

function needed(shared: ReadonlyMap<string, ModelText>, path: string): ModelText {
  const file = shared.get(path);
  if (file === undefined) throw invalid(`${path}: expected this file among the models`);
  return file;
}

function checkIds(models: Models): void {
  const seen = new Map<string, string>();
  for (const section of SECTIONS) {
    for (const row of models[section]) {
      if (!('id' in row)) continue;
      const before = seen.get(row.id);
      if (before !== undefined) {
        throw invalid(`${row.framework}: row ${row.id}: expected an id of its own, ${before} has the same`);
      }
      seen.set(row.id, `${row.framework}/${section}`);
    }
  }
}

function checkReferences(models: Models): void {
  const conditions = new Set(models.conditions.map((row) => row.id));
  const sets = new Set(models.parameterSets.map((row) => row.id));
  for (const row of [...models.entries, ...models.guards, ...models.implicit]) {
    const needs = 'needs' in row ? (row.needs ?? []) : [];
    const missing = needs.find((need) => !conditions.has(need));
    if (missing !== undefined) {
      throw invalid(`${row.framework}: row ${row.id}: needs: expected the id of a condition, got ${missing}`);
    }
  }
  for (const row of models.entries) {
    if (!sets.has(row.parameters)) {
      throw invalid(
        `${row.framework}: row ${row.id}: parameters: expected the id of a parameter set, got ${row.parameters}`,
      );
    }
  }
}
