import type { MatchTools } from '../match/match-tools.ts';
import type { Row } from '../models.ts';
import type { DescribedEntryRow } from '../schema/entry-rows.ts';
import { type ApiGenerator, generatesFor, generatorFor, readApiGenerators } from './api-generators.ts';
import { type ApiOperation, apiOperations, camelCase } from './openapi-operations.ts';
import { readToldGenerators } from './told-generators.ts';

/** A row about generated interfaces. */
export type DescribedRow = Row<'entries'> & DescribedEntryRow;

/** An operation with what the build generates from its description, where a build file of the tree says it. */
export interface GeneratedOperation {
  readonly operation: ApiOperation;
  readonly generator: ApiGenerator | undefined;
  /** Simple names that the generated interface may have, the likeliest first; none where nothing says it. */
  readonly interfaceNames: readonly string[];
  readonly methodName: string;
}

/** All operations of descriptions from which server code of the row's kind may be generated. */
export function generatedOperations(tools: MatchTools, row: DescribedRow): readonly GeneratedOperation[] {
  const operations = apiOperations(tools);
  const generators = operations.length === 0 ? [] : generatorsOf(tools, row);
  return operations.flatMap((operation): readonly GeneratedOperation[] => {
    const generator = generatorFor(generators, operation);
    if (generator === undefined) {
      return row.toldByBuild ? [] : [{ operation, generator, interfaceNames: [], methodName: operation.id }];
    }
    if (!generatesFor(generator, row)) return [];
    const interfaceNames = interfacesOf(row, operation, generator);
    const methodName = generator.grouping === 'word' ? methodByWords(operation) : operation.id;
    return [{ operation, generator, interfaceNames, methodName }];
  });
}

function generatorsOf(tools: MatchTools, { told }: DescribedRow): readonly ApiGenerator[] {
  return told === undefined ? readApiGenerators(tools) : readToldGenerators(tools, told);
}

/** Named after the tags, or after the first part of the path; some generators do either, whatever they are told. */
function interfacesOf(
  { grouping }: DescribedRow,
  operation: ApiOperation,
  generator: ApiGenerator,
): readonly string[] {
  const byTag = operation.tags.length === 0 ? ['default'] : operation.tags;
  const byPath = operation.path.split('/').find((part) => part !== '') ?? 'default';
  const told = { tag: byTag, path: [byPath], word: [firstWord(operation.path)] }[generator.grouping];
  const groups = grouping === 'either' ? [...told, ...byTag.slice(0, 1), byPath] : told;
  return [...new Set(groups)].map((group) => {
    const name = camelCase(group);
    return name.slice(0, 1).toUpperCase() + name.slice(1) + generator.apiSuffix;
  });
}

/** `/heroes/{id}` and `/heroes-of-old` give `heroes`, `/{id}` gives `root`. */
function firstWord(path: string): string {
  const word = path.replace(/^\//u, '').split(/[/_-]/u)[0] ?? '';
  return word === '' || word.includes('{') ? 'root' : word;
}

/** The id with `_` for what no name may hold, else the words of the summary, else the last part of the path. */
function methodByWords({ id, operationId, summary, path }: ApiOperation): string {
  if (operationId !== '') return operationId.replaceAll(/[^a-zA-Z0-9_]/gu, '_');
  const words = summary.split(' ').map((word) => word.replaceAll(/\W/gu, ''));
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  if (name !== '') return name.slice(0, 1).toLowerCase() + name.slice(1);
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  return last.replaceAll(/\{[^}]*\}|\W/gu, '') || id;
}

/**
 * What generated code puts before the path: the server's path or the property that replaces it, on generated controllers;
 * nothing where only interfaces are generated, unless they are told to carry it.
 */
export function generatedBase(
  row: DescribedRow,
  { operation, generator }: GeneratedOperation,
  setting: (key: string) => string | undefined,
): string {
  const isBare =
    generator !== undefined &&
    (generator.requestMapping === 'none' ||
      (generator.requestMapping === 'controller' && generator.isOn('interfaceOnly')));
  if (isBare) return generator.grouping === 'word' ? operation.contextRoot : '';
  const property = row.basePathProperty?.replace('{}', () => camelCase(operation.title));
  return (property === undefined ? undefined : setting(property)) ?? operation.serverPath;
}
