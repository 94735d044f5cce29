import type {
  CallSite,
  ProgramField,
  ProgramMethod,
  ProgramParameter,
  ProgramType,
} from '../../link/program.ts';
import type { ImplicitCall } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { type BeanDefinition, createBeanDefinitions, qualifiersOf } from './bean-definitions.ts';

type InjectionRow = ImplicitRowOf<'injection'>;

/**
 * Calls on an injected field reach the bean that the container puts there. All classes that fit stay targets; the one
 * that a qualifier, a mark or the conditions single out becomes certain, the others possible.
 */
export function narrowedCalls(tools: MatchTools, rows: readonly InjectionRow[]): readonly ImplicitCall[] {
  const [row] = rows;
  if (row === undefined) return [];
  const beansOf = createBeanDefinitions(tools, row);
  const found: ImplicitCall[] = [];
  for (const caller of tools.productionMethods) {
    const { calls } = caller;
    for (let i = 0; i < calls.length; i++) {
      const site = calls[i];
      // Most calls have one target: only the others are worth asking what the container makes.
      if (site === undefined || site.targets.length < 2 || beansOf(caller.owner).length === 0) continue;
      for (const call of narrow(tools, { row, beansOf, caller, site })) found.push(call);
    }
  }
  return found;
}

interface Narrowing {
  readonly row: InjectionRow;
  readonly beansOf: (type: ProgramType) => readonly BeanDefinition[];
  readonly caller: ProgramMethod;
  readonly site: CallSite;
}

function narrow(tools: MatchTools, narrowing: Narrowing): readonly ImplicitCall[] {
  const { row, beansOf, caller, site } = narrowing;
  const field = injectedField(tools, caller, site);
  if (field === undefined) return [];
  const bodies = site.targets.flatMap(({ method: id }) => {
    const method = tools.program.method(id);
    return method?.declaration?.body == null ? [] : [method];
  });
  if (bodies.length < 2) return [];
  const candidates = bodies.filter((method) => beansOf(method.owner).length > 0);
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

/** As the container does: by qualifier, then the primary one, then by the name of the place; among those that are there. */
function choose(
  tools: MatchTools,
  { row, beansOf, caller, field }: Narrowing & { readonly field: ProgramField },
  candidates: readonly ProgramMethod[],
): ProgramMethod | undefined {
  const there = candidates.flatMap((method) =>
    beansOf(method.owner).flatMap((bean) => (bean.isAbsent ? [] : [{ method, bean }])),
  );
  if (there.length === 1 && candidates.length > 1) return there[0]?.method;
  const onlyOf = (test: (bean: BeanDefinition) => boolean) => {
    const fitting = there.filter(({ bean }) => test(bean));
    return fitting.length === 1 ? fitting[0]?.method : undefined;
  };
  const places = placesOf(tools, caller.owner, field);
  const wanted = places.flatMap(({ annotations }) => qualifiersOf(tools, row, annotations));
  if (wanted.length > 0) return onlyOf(({ names }) => names.some((name) => wanted.includes(name)));
  const named = places.map(({ name }) => name);
  return (
    onlyOf(({ isPrimary }) => isPrimary) ?? onlyOf(({ names }) => names.some((name) => named.includes(name)))
  );
}

/** Where the container hands the object over: the parameters that are stored in the field, else the field. */
function placesOf(
  tools: MatchTools,
  owner: ProgramType,
  field: ProgramField,
): readonly Pick<ProgramField, 'name' | 'annotations'>[] {
  const stored = tools.valuesOf(field).flatMap(({ method, operation }): readonly ProgramParameter[] => {
    if (method.owner !== owner) return [];
    const operations = method.declaration?.body?.operations ?? [];
    const value = operations[operation];
    const read = value?.kind === 'local' ? operations[value.declaration] : undefined;
    const parameter = read?.kind === 'parameter' ? method.parameters[read.index] : undefined;
    return parameter === undefined ? [] : [parameter];
  });
  return stored.length === 0 ? [field] : [{ name: '', annotations: field.annotations }, ...stored];
}
