import { byText } from '../../base/ordering.ts';
import { withParents } from '../access/module-graph.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { ToldGeneration } from '../schema/entry-rows.ts';
import type { ApiGenerator } from './api-generators.ts';
import { type ApplicationProperties, propertiesByModule } from './application-properties.ts';

type Setting = ToldGeneration['folder'];

/** What settings of one module say, in the place where a build file would say it. */
interface ToldModule {
  readonly module: string;
  readonly rule: ToldGeneration;
  readonly settings: ApplicationProperties;
  /** Paths of the descriptions in its folder. */
  readonly descriptions: readonly string[];
  /** The folder with a slash at its end. */
  readonly folder: string;
  /** Something is set for one description by a name that it may be called only there. */
  readonly setsEach: boolean;
}

/** Reads what an extension of the build generates where settings of an application, not build files, say it. */
export function readToldGenerators(tools: MatchTools, rule: ToldGeneration): readonly ApiGenerator[] {
  const { applications, configuration, dependencies, modules } = tools.inventory;
  const files = configuration.filter(({ kind, role }) => kind === 'openapi' && role === 'production');
  const settingsOf = propertiesByModule(tools.inventory);
  const named = new Set(
    dependencies
      .filter(({ group, name }) => fitsAny(`${group ?? ''}:${name}`, rule.dependency))
      .map(({ module }) => module),
  );
  return modules.toSorted(byText(({ id }) => id)).flatMap(({ id, dir }) => {
    const inherited = withParents(modules, [id]);
    if (named.size === 0 || ![...inherited].some((each) => named.has(each))) return [];
    const settings = settingsOf(id);
    const folder = pathOf(dir, firstSet(settings, rule.folder), '');
    const descriptions = files.map(({ path }) => path).filter((path) => path.startsWith(folder));
    const setsEach = applications
      .filter(({ module }) => module === id)
      .some((application) => application.settings.some(({ property }) => property.key.startsWith(rule.each)));
    return generatorsOf({ module: id, rule, settings, descriptions, folder, setsEach });
  });
}

/** Joins parts of a path; what is empty or `.` is no part. */
function pathOf(...parts: readonly string[]): string {
  const names = parts.flatMap((part) => part.split('/')).filter((name) => name !== '' && name !== '.');
  return [...names, ...(parts.at(-1) === '' ? [''] : [])].join('/');
}

function firstSet(settings: ApplicationProperties, { properties, otherwise }: Setting): string {
  return properties.map(settings.value).find((value) => value !== undefined) ?? otherwise;
}

/** One for each description: the one that is named, else all in the folder. */
function generatorsOf(told: ToldModule): readonly ApiGenerator[] {
  const { rule, settings, folder, descriptions } = told;
  const single = firstSet(settings, rule.description);
  const read = single === '' ? descriptions : [pathOf(folder, single)];
  const name = firstSet(settings, rule.generator).toLowerCase();
  const makes = rule.makes[name];
  if (makes === undefined) return [];
  return read.map((path) => {
    const own = ownSettings(told, path);
    const base = own('package') ?? (told.setsEach ? '' : firstSet(settings, rule.package));
    return {
      module: told.module,
      name,
      library: '',
      reads: (file) => file === path,
      apiPackage: base === '' ? '' : [base, makes.below].filter((part) => part !== '').join('.'),
      apiSuffix: rule.suffix,
      grouping: makes.grouping,
      validates: (own('validation') ?? firstSet(settings, rule.validation)) === 'true',
      isOn: (option) => option === 'interfaceOnly',
      requestMapping: 'none',
    };
  });
}

/** Settings of one description stand behind the name of its file, with `_` for what is neither letter nor digit. */
function ownSettings(
  { rule, settings, folder }: ToldModule,
  path: string,
): (what: 'package' | 'validation') => string | undefined {
  const name = path.slice(folder.length).replaceAll(/[^a-zA-Z0-9]/gu, '_');
  return (what) => {
    const ends = rule[what].properties.map((property) => property.slice(property.lastIndexOf('.') + 1));
    return ends
      .map((end) => settings.value(`${rule.each}${name}.${end}`))
      .find((value) => value !== undefined);
  };
}
