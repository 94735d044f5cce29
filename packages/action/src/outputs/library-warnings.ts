import { type Language, plain } from '@csqa/report';
import type { JudgedProject } from '../run-types.ts';
import type { Said } from '../text/said.ts';

/** What mends it in a workflow; the analyzer's own words are for a command line. */
const REMEDY: Said = {
  en: 'Set network: bridge, with CSQA_MAVEN_MIRROR in env where there is a mirror, or name in CSQA_M2_CACHE_DIR a directory that has them.',
  ru: 'Поставьте network: bridge (для зеркала — ещё CSQA_MAVEN_MIRROR в env) или укажите в CSQA_M2_CACHE_DIR каталог, где они есть.',
};

/** What could not be known of the libraries of a project, one line each with what mends it: a verdict without it is weaker. */
export function libraryWarnings(
  { analysis: { project, head } }: JudgedProject,
  language: Language,
): readonly string[] {
  return head.diagnostics
    .filter(({ stage, severity }) => stage === 'libraries' && severity === 'warning')
    .map(({ code, localized, ...own }) => {
      const { message, hint = '' } = (language === 'ru' ? localized?.ru : own) ?? own;
      return plain(
        `${project.slug}: ${message} ${code.startsWith('class-path-') ? REMEDY[language] : hint}`,
        600,
      );
    });
}
