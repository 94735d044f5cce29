import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import { type Application, findApplications } from '../access/applications.ts';
import { isConcrete } from '../match/exposed-methods.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny, simpleName } from '../match/name-pattern.ts';
import type { Row } from '../models.ts';
import type { BeanEntryRow } from '../schema/entry-rows.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { EntryFactory } from './entry-factory.ts';
import type { EntryPaths } from './entry-paths.ts';
import { type FoundHandler, handlerOf } from './handler-of.ts';
import { dependencyLine } from './supplied-entries.ts';

type BeanRow = Row<'entries'> & BeanEntryRow;

/** A bean that is a function. */
interface FunctionBean extends FoundHandler {
  readonly name: string;
  readonly owner: ProgramType;
}

/** Entry points that are functions by themselves: the framework finds them among the beans. */
export function beanEntries(tools: MatchTools, row: BeanRow, factory: EntryFactory): readonly EntryDraft[] {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  if (beans === undefined) return [];
  const families = tools.annotations.familiesWith(beans.factoryMethod);
  const made = tools.productionTypes
    .filter((type) => families.has(type))
    .flatMap((type) => type.methods)
    .filter((method) => tools.annotations.onMethod(method, beans.factoryMethod) !== undefined)
    .filter((method) => tools.types.matchResolved(method.returnType, row.type) === 'certain')
    .flatMap((method) => functionOf(tools, method));
  const classes = tools
    .typesBelow(row.type)
    .filter(isConcrete)
    .filter((type) => tools.annotations.onType(type, beans.stereotypes) !== undefined)
    .flatMap((owner) =>
      tools
        .exposedMethods(owner)
        .filter(({ name }) => fitsAny(name, row.method ?? []))
        .map((handler): FunctionBean => ({ name: beanName(owner), owner, handler })),
    );
  const candidates = [...made, ...classes];
  if (candidates.length === 0) return [];
  const applications = findApplications(tools, beans);
  return candidates
    .filter((bean) =>
      applications.of(bean.owner).some((each) => isUsed(tools, row, { bean, candidates, application: each })),
    )
    .map(({ name, owner, handler, lambda }) =>
      factory.create({
        row,
        owner,
        handler,
        ...(lambda === undefined ? {} : { lambda }),
        verbs: row.verbs,
        paths: pathsOf(row, name),
      }),
    );
}

/** The bean's name, as a path where it is asked by URL. */
function pathsOf({ kind }: BeanRow, name: string): EntryPaths {
  const paths = [kind === 'http' ? `/${name}` : name];
  return { paths, applicationPaths: paths };
}

/** What a factory method returns: a lambda, a reference, or an object. */
function functionOf(tools: MatchTools, method: ProgramMethod): readonly FunctionBean[] {
  const operations = method.declaration?.body?.operations ?? [];
  const regions = method.declaration?.body?.regions ?? [];
  const isOuter = (index: number) =>
    !regions.some(({ kind, start, end }) => kind === 'lambda' && index >= start && index < end);
  return operations.flatMap((operation, index) => {
    if (operation.kind !== 'return' || operation.value === null || !isOuter(index)) return [];
    const found = handlerOf(tools, method, operation.value);
    // What nobody can follow would be the factory method itself, which takes no input.
    if (found.handler === method && found.lambda === undefined) return [];
    return [{ ...found, name: method.name, owner: method.owner }];
  });
}

function beanName({ name }: ProgramType): string {
  const simple = simpleName(name);
  return simple.charAt(0).toLowerCase() + simple.slice(1);
}

function isUsed(
  tools: MatchTools,
  row: BeanRow,
  known: {
    readonly bean: FunctionBean;
    readonly candidates: readonly FunctionBean[];
    readonly application: Application;
  },
): boolean {
  const { bean, candidates, application } = known;
  if (row.dependency !== undefined && dependencyLine(tools, application, row.dependency) === undefined)
    return false;
  if (row.namedBy === undefined) return true;
  const named = row.namedBy.flatMap((key) => application.settings.find(key)?.value ?? []);
  if (named.length > 0)
    return named.some((each) => each.split(/[|;,]/u).some((name) => name.trim() === bean.name));
  return candidates.filter(({ owner }) => application.includes(owner)).length === 1;
}
