import { compareText } from '../../base/ordering.ts';
import type { ProgramType } from '../../link/program.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { PathRule } from '../schema/entry-rows.ts';
import { readXml, type XmlElement } from '../xml-elements.ts';

type ServedRule = NonNullable<PathRule['served']>;

/**
 * The addresses below which Spring's XML files serve a class: `<jaxrs:server address="/api">` with its beans, by reference
 * or declared on the spot. A reference to a bean that no XML file of the module declares says no class.
 */
export function servedPrefixes(
  { inventory, texts, types }: MatchTools,
  rule: ServedRule | undefined,
): (owner: ProgramType) => readonly string[] {
  if (rule === undefined) return () => [];
  const files = inventory.configuration
    .filter(({ kind, role }) => kind === 'spring-xml' && role === 'production')
    .map(({ path, module }) => ({ module, elements: readXml(texts.get(path) ?? '') }));
  const classOf = (module: string, bean: string): readonly string[] =>
    files
      .filter((file) => file.module === module)
      .flatMap(({ elements }) => elements.filter((each) => each.name === 'bean' && isNamed(each, bean)))
      .flatMap(({ attributes }) => attributes.get('class') ?? []);
  const served = files.flatMap(({ module, elements }) =>
    elements.flatMap((element, index) => {
      const address = element.attributes.get(rule.address);
      if (element.name !== rule.element || address === undefined || address === '') return [];
      return servicesIn(elements, index, rule).flatMap(({ attributes }) => {
        const named = attributes.get('bean');
        const classes = named === undefined ? [attributes.get('class') ?? ''] : classOf(module, named);
        return classes.map((type) => ({ type, address }));
      });
    }),
  );
  return ({ name }) => {
    const found = served.filter(({ type }) => types.match(name, [type]) === 'certain');
    return [...new Set(found.map(({ address }) => address))].sort(compareText);
  };
}

/** `<ref bean="…"/>` and `<bean class="…"/>` directly inside the lists of an element. */
function servicesIn(
  elements: readonly XmlElement[],
  server: number,
  { services }: ServedRule,
): readonly XmlElement[] {
  return elements.filter(({ name, parent }) => {
    const list = parent === null ? undefined : elements[parent];
    return (name === 'ref' || name === 'bean') && list?.parent === server && services.includes(list.name);
  });
}

function isNamed({ attributes }: XmlElement, name: string): boolean {
  return ['id', 'name'].some((key) =>
    attributes
      .get(key)
      ?.split(/[\s,;]+/u)
      .includes(name),
  );
}
