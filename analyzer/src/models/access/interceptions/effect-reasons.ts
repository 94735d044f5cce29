import type { Text } from '../../../base/text.ts';

/** A setting that only run time knows stands around the check. */
export function checksOnlyWhere(name: string, setting: string): Text {
  return { en: `${name} checks only where ${setting}`, ru: `${name} проверяет, только если ${setting}` };
}

/** Nobody can tell which paths are let on. */
export function pathsNotRead(name: string, question: string): Text {
  return {
    en: `${name} lets on paths that only run time knows: ${question}`,
    ru: `${name} пропускает пути, известные только при выполнении: ${question}`,
  };
}
