import type { TypeName } from '../../base/ids.ts';
import type { ProgramMethod, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { createBeanPresence } from './bean-presence.ts';

type InjectionRow = ImplicitRowOf<'injection'>;

/** One object that the container makes of a class: the class is marked, or a factory method returns a new one. */
export interface BeanDefinition {
  /** Names and qualifiers that single it out. */
  readonly names: readonly string[];
  readonly isPrimary: boolean;
  /** Under the settings of its applications it is in none of them. */
  readonly isAbsent: boolean;
}

/** Finds what the container makes of each class of production code. */
export function createBeanDefinitions(
  tools: MatchTools,
  row: InjectionRow,
): (type: ProgramType) => readonly BeanDefinition[] {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  const presence = createBeanPresence(tools);
  const isPrimary = (annotations: readonly ResolvedAnnotation[]) =>
    tools.annotations.find(annotations, row.primary).length > 0;
  const made = madeByFactories(tools, beans?.factoryMethod ?? []);
  const marked = (type: ProgramType): readonly BeanDefinition[] => {
    const [stereotype] = tools.annotations.find(type.annotations, beans?.stereotypes ?? []);
    if (stereotype === undefined) return [];
    const given = textsOf(stereotype.attributes.get('value')).filter((name) => name !== '');
    const { name } = type.declaration;
    const usual = name.slice(0, 1).toLowerCase() + name.slice(1);
    return [
      {
        names: [...(given.length > 0 ? given : [usual]), ...qualifiersOf(tools, row, type.annotations)],
        isPrimary: isPrimary(type.annotations),
        isAbsent: presence.ofType(type) === 'inactive',
      },
    ];
  };
  const known = new Map<ProgramType, readonly BeanDefinition[]>();
  return (type) => {
    const before = known.get(type);
    if (before !== undefined) return before;
    const factories = (made.get(type.name) ?? []).map(
      ({ method, given }): BeanDefinition => ({
        names: [
          ...(given.length > 0 ? given : [method.name]),
          ...qualifiersOf(tools, row, method.annotations),
        ],
        isPrimary: isPrimary(method.annotations) || isPrimary(type.annotations),
        isAbsent: presence.ofMethod(method) === 'inactive',
      }),
    );
    const definitions = [...marked(type), ...factories];
    known.set(type, definitions);
    return definitions;
  };
}

interface Factory {
  readonly method: ProgramMethod;
  /** Names that its annotation gives. */
  readonly given: readonly string[];
}

/** Factory methods by the class of what they return: of the object that is made, as far as the body tells. */
function madeByFactories(
  tools: MatchTools,
  annotation: readonly string[],
): ReadonlyMap<TypeName, readonly Factory[]> {
  const made = new Map<TypeName, Factory[]>();
  for (const method of tools.annotations.methodsWith(annotation)) {
    const [found] = tools.annotations.find(method.annotations, annotation);
    if (found === undefined) continue;
    const given = ['value', 'name']
      .flatMap((name) => textsOf(found.attributes.get(name)))
      .filter((name) => name !== '');
    for (const type of returnedTypes(method)) made.set(type, [...(made.get(type) ?? []), { method, given }]);
  }
  return made;
}

function returnedTypes(method: ProgramMethod): ReadonlySet<TypeName> {
  const types = new Set<TypeName>();
  for (const operation of method.declaration?.body?.operations ?? []) {
    if (operation.kind !== 'return' || operation.value === null) continue;
    const made = method.operationTypes[originOf(method, operation.value) ?? operation.value];
    const name = made === undefined ? undefined : classOf(made);
    if (name !== undefined) types.add(name);
  }
  return types;
}

/** Names that qualifiers among annotations give. */
export function qualifiersOf(
  tools: MatchTools,
  row: InjectionRow,
  annotations: readonly ResolvedAnnotation[],
): readonly string[] {
  return tools.annotations
    .find(annotations, row.qualifier)
    .flatMap(({ attributes }) => [...textsOf(attributes.get('value')), ...textsOf(attributes.get('name'))]);
}
