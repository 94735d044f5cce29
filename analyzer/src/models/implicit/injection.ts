import type {
  CallSite,
  ProgramField,
  ProgramMethod,
  ProgramType,
  ResolvedAnnotation,
} from '../../link/program.ts';
import type { ImplicitCall } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { createBeanPresence } from './bean-presence.ts';

type InjectionRow = ImplicitRowOf<'injection'>;

/**
 * Calls on an injected field reach the bean that the container puts there. All classes that fit stay targets; the one
 * that a qualifier, a mark or the conditions single out becomes certain, the others possible.
 */
export function narrowedCalls(tools: MatchTools, rows: readonly InjectionRow[]): readonly ImplicitCall[] {
  const [row] = rows;
  if (row === undefined) return [];
  const beans = beanKnowledge(tools, row);
  return tools.productionMethods.flatMap((caller) =>
    beans.isBean(caller.owner)
      ? caller.calls.flatMap((site) => narrow(tools, { row, beans, caller, site }))
      : [],
  );
}

interface Narrowing {
  readonly row: InjectionRow;
  readonly beans: BeanKnowledge;
  readonly caller: ProgramMethod;
  readonly site: CallSite;
}

function narrow(tools: MatchTools, narrowing: Narrowing): readonly ImplicitCall[] {
  const { row, beans, caller, site } = narrowing;
  const bodies = site.targets.flatMap(({ method: id }) => {
    const method = tools.program.method(id);
    return method?.declaration?.body == null ? [] : [method];
  });
  if (bodies.length < 2) return [];
  const field = injectedField(tools, caller, site);
  if (field === undefined) return [];
  const candidates = bodies.filter((method) => beans.isBean(method.owner));
  const chosen = choose(tools, { ...narrowing, field }, candidates);
  if (chosen === undefined) return [];
  return bodies.map((method) => ({
    caller: caller.id,
    operation: site.operation,
    target: {
      method: method.id,
      how: `implicit:${row.id}`,
      confidence: method === chosen ? 'certain' : 'possible',
    },
  }));
}

function injectedField(
  tools: MatchTools,
  caller: ProgramMethod,
  { operation }: CallSite,
): ProgramField | undefined {
  const call = caller.declaration?.body?.operations[operation];
  const receiver = call?.kind === 'call' ? call.object : null;
  const found = receiver === null ? undefined : tools.program.fieldOf(caller, receiver)?.field;
  return found?.owner === caller.owner.name ? found : undefined;
}

/** As the container does: by qualifier, then the primary one, then by the name of the field; among those that are there. */
function choose(
  tools: MatchTools,
  { row, beans, caller, field }: Narrowing & { readonly field: ProgramField },
  candidates: readonly ProgramMethod[],
): ProgramMethod | undefined {
  const there = candidates.filter((method) => !beans.isAbsent(method.owner));
  if (there.length === 1 && candidates.length > 1) return there[0];
  const onlyOf = (test: (type: ProgramType) => boolean) => {
    const fitting = there.filter(({ owner }) => test(owner));
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  const wanted = qualifiersAt(tools, row, { owner: caller.owner, field });
  if (wanted.length > 0) return onlyOf((type) => beans.namesOf(type).some((name) => wanted.includes(name)));
  return (
    onlyOf((type) => tools.annotations.find(type.annotations, row.primary).length > 0) ??
    onlyOf((type) => beans.namesOf(type).includes(field.name))
  );
}

/** On the field, or on the constructor parameter that has its name. */
function qualifiersAt(
  tools: MatchTools,
  row: InjectionRow,
  { owner, field }: { readonly owner: ProgramType; readonly field: ProgramField },
): readonly string[] {
  const parameters = owner.methods
    .filter(({ declaration }) => declaration?.kind === 'constructor')
    .flatMap((method) => method.parameters)
    .filter(({ name }) => name === field.name);
  return [field, ...parameters].flatMap(({ annotations }) => qualifiersOf(tools, row, annotations));
}

function qualifiersOf(
  tools: MatchTools,
  row: InjectionRow,
  annotations: readonly ResolvedAnnotation[],
): readonly string[] {
  return tools.annotations
    .find(annotations, row.qualifier)
    .flatMap(({ attributes }) => [...textsOf(attributes.get('value')), ...textsOf(attributes.get('name'))]);
}

interface BeanKnowledge {
  isBean(type: ProgramType): boolean;
  namesOf(type: ProgramType): readonly string[];
  /** Under the settings of its applications the class is in none of them. */
  isAbsent(type: ProgramType): boolean;
}

function beanKnowledge(tools: MatchTools, row: InjectionRow): BeanKnowledge {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  const stereotypes = beans?.stereotypes ?? [];
  const presence = createBeanPresence(tools);
  const stereotypeOf = (type: ProgramType) => tools.annotations.find(type.annotations, stereotypes)[0];
  return {
    isBean: (type) => stereotypeOf(type) !== undefined,
    namesOf(type) {
      const given = textsOf(stereotypeOf(type)?.attributes.get('value')).filter((name) => name !== '');
      const { name } = type.declaration;
      const usual = name.slice(0, 1).toLowerCase() + name.slice(1);
      return [...(given.length > 0 ? given : [usual]), ...qualifiersOf(tools, row, type.annotations)];
    },
    isAbsent: (type) => presence(type) === 'inactive',
  };
}
