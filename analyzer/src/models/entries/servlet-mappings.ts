import { byText } from '../../base/ordering.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { readXml, type XmlElement } from '../xml-elements.ts';

/** URL patterns by the name of the servlet class, from web.xml. */
export type ServletMappings = ReadonlyMap<string, readonly string[]>;

/** Reads the servlets of all production web.xml files. */
export function readServletMappings(tools: MatchTools): ServletMappings {
  const mappings = new Map<string, readonly string[]>();
  const files = tools.inventory.configuration
    .filter((file) => file.kind === 'web-xml' && file.role === 'production')
    .sort(byText((file) => file.path));
  for (const file of files) {
    const elements = readXml(tools.texts.get(file.path) ?? '');
    const classes = new Map<string, string>();
    for (const servlet of groupsOf(elements, 'servlet')) {
      classes.set(first(servlet, 'servlet-name'), first(servlet, 'servlet-class'));
    }
    for (const mapping of groupsOf(elements, 'servlet-mapping')) {
      const named = classes.get(first(mapping, 'servlet-name'));
      const type = named === undefined ? undefined : tools.program.typeSeenFrom(file.module, named)?.name;
      if (type === undefined) continue;
      mappings.set(type, [...(mappings.get(type) ?? []), ...(mapping.get('url-pattern') ?? [])]);
    }
  }
  return mappings;
}

type Group = ReadonlyMap<string, readonly string[]>;

/** Children's texts by name, for each element of a name. */
function groupsOf(elements: readonly XmlElement[], name: string): readonly Group[] {
  const groups = new Map<number, Map<string, string[]>>();
  elements.forEach((element, index) => {
    if (element.name === name) groups.set(index, new Map());
    const group = element.parent === null ? undefined : groups.get(element.parent);
    if (group === undefined) return;
    const texts = group.get(element.name) ?? [];
    texts.push(element.text.trim());
    group.set(element.name, texts);
  });
  return [...groups.values()];
}

function first(group: Group, name: string): string {
  return group.get(name)?.[0] ?? '';
}
