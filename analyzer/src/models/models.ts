import type { Text } from '../base/text.ts';
import type { DependencyClassRows, FrameworkFile, SecretNames } from './model-schema.ts';

/** Sections of a framework file that are lists of rows. */
export type Section = {
  [Key in keyof FrameworkFile]-?: FrameworkFile[Key] extends readonly unknown[] ? Key : never;
}[Exclude<keyof FrameworkFile, 'references'>];

/** A row with the framework that it belongs to. */
export type Row<Name extends Section> = FrameworkFile[Name][number] & { readonly framework: string };

/** All rows of all frameworks by section, in the order of files and rows: what loading gives and matching reads. */
export type FrameworkModels = { readonly [Name in Section]: readonly Row<Name>[] };

/** Everything that model data says, checked. */
export interface Models extends FrameworkModels {
  /** Framework ids with titles, sorted. */
  readonly frameworks: readonly { readonly id: string; readonly title: Text }[];
  /** Full names of the types that rows speak of, sorted. */
  readonly namedTypes: readonly string[];
  readonly secretNames: SecretNames;
  readonly dependencyClasses: DependencyClassRows;
}

/** All sections, in the order that a file lists them. */
export const SECTIONS = [
  'types',
  'results',
  'annotations',
  'aliasAnnotations',
  'conditions',
  'entries',
  'parameterSets',
  'entropy',
  'containers',
  'fixedTypes',
  'constraints',
  'customConstraints',
  'cascades',
  'methodValidation',
  'validationResults',
  'binders',
  'guards',
  'access',
  'sanitizers',
  'sinks',
  'sources',
  'logs',
  'responses',
  'secretCalls',
  'secretTypes',
  'hiddenParts',
  'generatedTexts',
  'declassifiers',
  'exceptionDetails',
  'propagators',
  'elements',
  'addresses',
  'emptyTests',
  'listViews',
  'listTests',
  'refusals',
  'refusingTexts',
  'identityLosses',
  'decisions',
  'failureDefaults',
  'continuations',
  'crypto',
  'securityCode',
  'testRequests',
  'implicit',
  'errorHandlers',
  'storedTypes',
  'hiddenFields',
  'dataAnswers',
  'pageAnswers',
  'redirectAnswers',
  'identityReads',
  'bindingLimits',
  'misuses',
  'lenient',
  'weakParameters',
  'weakAnnotations',
  'sessionLogins',
  'weakConstants',
  'weakSettings',
  'synthesis',
] as const satisfies readonly Section[];
