import type { Diagnostic } from '../../base/diagnostics.ts';
import { byText } from '../../base/ordering.ts';
import { pluralRu } from '../../base/text.ts';
import type { MavenCause } from './maven-failure.ts';
import type { AskedModule } from './maven-modules.ts';

/** Names that one diagnostic lists. */
const SHOWN = 5;

/** Modules whose class path stays unknown, one diagnostic for each cause. */
export function unresolvedModules(
  failed: readonly { readonly module: AskedModule; readonly cause: MavenCause }[],
): readonly Diagnostic[] {
  const causes = new Map<string, { readonly cause: MavenCause; readonly modules: AskedModule[] }>();
  for (const { module, cause } of failed) {
    const known = causes.get(cause.message.en) ?? { cause, modules: [] };
    known.modules.push(module);
    causes.set(cause.message.en, known);
  }
  return [...causes.values()].flatMap(({ cause, modules }): Diagnostic[] => {
    const [first] = [...modules].sort(byText(({ file }) => file));
    if (first === undefined) return [];
    const count = modules.length;
    const modulesRu = pluralRu(count, ['модуля', 'модулей', 'модулей']);
    return [
      {
        code: 'class-path-unresolved',
        stage: 'libraries',
        severity: 'warning',
        message: {
          en: `What ${count === 1 ? 'one module brings' : `${count} modules bring`} along is not known: ${cause.message.en}.`,
          ru: `Неизвестно, что приносят зависимости ${modulesRu}: ${cause.message.ru}.`,
        },
        hint: cause.hint,
        file: first.file,
      },
    ];
  });
}

/** Libraries that are on a class path and whose own dependencies are not known. */
export function incompletePath(missing: readonly string[], offline: boolean): readonly Diagnostic[] {
  if (missing.length === 0) return [];
  const named = missing.slice(0, SHOWN).join(', ');
  const more = missing.length - SHOWN;
  return [
    {
      code: 'class-path-incomplete',
      stage: 'libraries',
      severity: 'warning',
      message: {
        en: `Maven has no pom of ${named}${more > 0 ? ` and ${more} more` : ''}: what they bring along is not known.`,
        ru: `У Maven нет pom для ${named}${more > 0 ? ` и ещё ${more}` : ''}: неизвестно, что они приносят с собой.`,
      },
      hint: offline
        ? {
            en: 'Give the container a network (--network), or a repository that holds them (CSQA_M2_CACHE_DIR).',
            ru: 'Дайте контейнеру сеть (--network) или репозиторий, где они есть (CSQA_M2_CACHE_DIR).',
          }
        : {
            en: 'Name a mirror that has them (CSQA_MAVEN_MIRROR).',
            ru: 'Укажите зеркало, где они есть (CSQA_MAVEN_MIRROR).',
          },
    },
  ];
}

/** Modules that Maven was not asked about, because it may not be run here. */
export function notAsked(count: number): Diagnostic {
  return {
    code: 'class-path-unresolved',
    stage: 'libraries',
    severity: 'warning',
    message: {
      en: `What ${count === 1 ? 'one module brings' : `${count} modules bring`} along is not known: Maven is run only in the image csqa-metrics:full.`,
      ru: `Неизвестно, что приносят зависимости ${pluralRu(count, ['модуля', 'модулей', 'модулей'])}: Maven запускается только в образе csqa-metrics:full.`,
    },
    hint: {
      en: 'Run csqa analyze --mode full --engine docker.',
      ru: 'Запустите csqa analyze --mode full --engine docker.',
    },
  };
}
