import type { Evidence } from './labels.ts';
import type { MatchTools } from './match/match-tools.ts';
import { readXml } from './xml-elements.ts';

/** Where a parameter of web.xml, of the whole program or of one servlet, has a value, or names it in a list. */
export function webXmlParameter(
  { inventory, texts }: MatchTools,
  isMeant: (module: string) => boolean,
  wanted: { readonly webXmlParameter: string; readonly value: string },
): Evidence | undefined {
  for (const { kind, role, module, path } of inventory.configuration) {
    if (kind !== 'web-xml' || role !== 'production' || !isMeant(module)) continue;
    const elements = readXml(texts.get(path) ?? '');
    const parents = new Set(
      elements.flatMap(({ name, text, parent }) =>
        name === 'param-name' && text.trim() === wanted.webXmlParameter && parent !== null ? [parent] : [],
      ),
    );
    const found = elements.find(
      ({ name, text, parent }) =>
        name === 'param-value' &&
        parent !== null &&
        parents.has(parent) &&
        text.split(/[\s,;]+/u).includes(wanted.value),
    );
    if (found !== undefined) return { file: path, line: found.line, text: wanted.webXmlParameter };
  }
  return undefined;
}
