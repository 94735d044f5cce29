import type { MatchTools } from '../match/match-tools.ts';
import type { Row } from '../models.ts';
import type { DescribedEntryRow } from '../schema/entry-rows.ts';
import { type ApiGenerator, generatesFor, generatorFor, readApiGenerators } from './api-generators.ts';
import { type ApiOperation, camelCase, readApiOperations } from './openapi-operations.ts';

/** A row about generated interfaces. */
export type DescribedRow = Row<'entries'> & DescribedEntryRow;

/** An operation with what the build generates from its description, where a build file of the tree says it. */
export interface GeneratedOperation {
  readonly operation: ApiOperation;
  readonly generator: ApiGenerator | undefined;
  /** Simple names that the generated interface may have, the likeliest first; none where nothing says it. */
  readonly interfaceNames: readonly string[];
}

/** All operations of descriptions from which server code of the row's kind may be generated. */
export function generatedOperations(tools: MatchTools, row: DescribedRow): readonly GeneratedOperation[] {
  const operations = readApiOperations(tools);
  const generators = operations.length === 0 ? [] : readApiGenerators(tools);
  return operations.flatMap((operation): readonly GeneratedOperation[] => {
    const generator = generatorFor(generators, operation);
    if (generator === undefined) {
      return row.toldByBuild ? [] : [{ operation, generator, interfaceNames: [] }];
    }
    if (!generatesFor(generator, row)) return [];
    return [{ operation, generator, interfaceNames: interfacesOf(row, operation, generator) }];
  });
}

/** Named after the first tag, or after the first part of the path; some generators do either, whatever they are told. */
function interfacesOf(
  { grouping }: DescribedRow,
  { tags, path }: ApiOperation,
  generator: ApiGenerator,
): readonly string[] {
  const byTag = tags[0] ?? 'default';
  const byPath = path.split('/').find((part) => part !== '') ?? 'default';
  const told = generator.isOn('useTags') ? byTag : byPath;
  const groups = grouping === 'either' ? [told, byTag, byPath] : [told];
  return [...new Set(groups)].map((group) => {
    const name = camelCase(group);
    return name.slice(0, 1).toUpperCase() + name.slice(1) + generator.apiSuffix;
  });
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
  if (isBare) return '';
  const property = row.basePathProperty?.replace('{}', () => camelCase(operation.title));
  return (property === undefined ? undefined : setting(property)) ?? operation.serverPath;
}
