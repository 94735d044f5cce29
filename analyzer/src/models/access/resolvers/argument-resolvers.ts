import type { TypeName } from '../../../base/ids.ts';
import type { Text } from '../../../base/text.ts';
import type { OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod, ProgramParameter, ProgramType } from '../../../link/program.ts';
import type { EntryDraft } from '../../entries/entry-draft.ts';
import type { Evidence } from '../../labels.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny, simpleName } from '../../match/name-pattern.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { AccessRowOf } from '../../schema/access-rows.ts';
import type { BeanCondition } from '../bean-conditions.ts';
import { CodeWalker, type WalkedCall } from '../code/code-walker.ts';
import { createUnavoidable } from '../code/unavoidable.ts';
import { type InterceptorEffect, interceptorEffect } from '../interceptions/interceptor-effect.ts';
import type { RegistrationContext } from '../interceptions/registration.ts';
import { requestValues } from '../interceptions/request-values.ts';
import { type Outcome, type Requirement, shortText } from '../requirement.ts';
import { turnedAway } from '../told-callers.ts';
import { isSupported } from './supported-parameter.ts';
import { givesNullForStrangers } from './telling-resolver.ts';

type ResolverRow = AccessRowOf<'argument-resolver'>;

/** What objects that give parameters ask of the callers of a handler. */
export type ArgumentResolvers = (entry: EntryDraft) => readonly Outcome[];

/** A registered object that turns callers away while it gives a parameter, or tells who they are by it. */
interface Resolver {
  /** It gives null to handlers for whoever has not logged in. */
  readonly tells: boolean;
  readonly row: ResolverRow;
  readonly type: ProgramType;
  readonly supports: ProgramMethod | undefined;
  readonly effect: InterceptorEffect;
  readonly condition: BeanCondition;
  readonly evidence: Evidence;
}

/** Reads the objects that an application registers to give its handlers their parameters; those that say nothing of the caller are left out. */
export function createArgumentResolvers(context: RegistrationContext): ArgumentResolvers {
  const { tools } = context;
  const resolvers = tools.models.access.flatMap((row) =>
    row.on === 'argument-resolver' ? resolversOf(context, row) : [],
  );
  const isUnavoidable = createUnavoidable(tools);
  return (entry) => {
    const handler = resolvers.length === 0 ? undefined : tools.program.method(entry.handler);
    return resolvers.flatMap((each) =>
      handler === undefined || !each.row.frameworks.includes(entry.framework)
        ? []
        : each.tells
          ? (turnedAway({ tools, isUnavoidable }, handler, toldBy(tools, each)) ?? [])
          : outcomeOf(tools, each, handler),
    );
  };
}

/** The parameters that an object tells the caller by. */
function toldBy(tools: MatchTools, { row, supports }: Resolver) {
  return (parameter: ProgramParameter): string | undefined =>
    supports !== undefined && isSupported(tools, row, { method: supports, parameter }) === true
      ? row.id
      : undefined;
}

function outcomeOf(tools: MatchTools, resolver: Resolver, handler: ProgramMethod): readonly Outcome[] {
  const { row, supports, effect, condition, type, evidence } = resolver;
  const answers = handler.parameters.map((parameter) =>
    supports === undefined ? null : isSupported(tools, row, { method: supports, parameter }),
  );
  const isGiven = answers.includes(true);
  if (!isGiven && !answers.includes(null)) return [];
  const doubt = condition.state === 'unknown' ? condition.reason : undefined;
  const reason = effect.reason ?? doubt ?? (isGiven ? undefined : notTold(type));
  const requirement: Requirement =
    reason === undefined ? { kind: 'authenticated' } : { kind: 'unknown', reason };
  return [
    { requirement, mechanism: 'argument-resolver', row: row.id, evidence: [evidence, effect.evidence] },
  ];
}

function notTold({ declaration: { name } }: ProgramType): Text {
  return {
    en: `${name} turns callers away, and for which parameters only run time knows`,
    ru: `${name} отказывает вызывающим, но для каких параметров, известно только при выполнении`,
  };
}

interface Found {
  readonly name: TypeName;
  readonly condition: BeanCondition;
  readonly evidence: Evidence;
}

function resolversOf(context: RegistrationContext, row: ResolverRow): readonly Resolver[] {
  const { tools, application } = context;
  const byType = new Map<TypeName, Resolver | undefined>();
  for (const found of [...registeredInCode(context, row), ...registeredInFiles(context, row)]) {
    const { condition, evidence } = found;
    const type = tools.program.type(found.name);
    if (type === undefined || condition.state === 'inactive' || byType.get(type.name) !== undefined) continue;
    const method = (names: readonly string[]) =>
      tools.exposedMethods(type).find((each) => fitsAny(each.name, names) && each.declaration?.body);
    const gives = method(row.resolves);
    const effect =
      gives === undefined
        ? undefined
        : interceptorEffect({ tools, settings: application.settings }, judgedBy(row), { method: gives });
    if (gives === undefined || effect === undefined) continue;
    const tells = effect.effect === 'nothing';
    if (tells && !givesNullForStrangers({ tools, settings: application.settings }, row, gives)) continue;
    const supports = method(row.supports);
    byType.set(type.name, { tells, row, type, supports, effect, condition, evidence });
  }
  return [...byType.values()].filter((each) => each !== undefined);
}

function judgedBy({ credentials }: ResolverRow) {
  return { goesOn: 'return', credentials } as const;
}

const LIST = 'list';

function registeredInCode(context: RegistrationContext, row: ResolverRow): readonly Found[] {
  const { tools, application, conditions } = context;
  return row.registering.flatMap(({ type, method }) =>
    tools
      .typesBelow(type)
      .filter((each) => application.includes(each))
      .flatMap((each) => each.methods.filter(({ name }) => fitsAny(name, method)))
      .flatMap((each) => {
        const found: Found[] = [];
        const condition = conditions.ofMethod(each);
        const walker: CodeWalker<typeof LIST> = new CodeWalker<typeof LIST>(context, {
          read(call) {
            if (call.receiver !== LIST) return undefined;
            if (fitsAny(call.name, row.adds)) found.push(...takenBy(context, row, { call, condition }));
            return { kind: 'object', object: LIST };
          },
        });
        walker.runMethod(each, [{ kind: 'object', object: LIST }]);
        return found;
      }),
  );
}

/** The classes of what a call takes; where it names none (`addAll(resolvers)`), all of the application. */
function takenBy(
  { tools, application, beans, conditions }: RegistrationContext,
  row: ResolverRow,
  { call, condition }: { readonly call: WalkedCall<typeof LIST>; readonly condition: BeanCondition },
): readonly Found[] {
  const { method } = call.frame;
  const body = method.declaration?.body;
  if (body === undefined || body === null) return [];
  const { madeOf } = requestValues(body);
  const isTaken = (name: TypeName | undefined): name is TypeName =>
    name !== undefined &&
    tools.program.type(name) !== undefined &&
    tools.types.match(name, row.type) === 'certain';
  const parts: readonly OperationIndex[] = call.args.flatMap(madeOf);
  const named = new Set(
    parts.flatMap((part) => {
      const type = method.operationTypes[part];
      const name = type === undefined ? undefined : classOf(type);
      return isTaken(name) ? [name] : [];
    }),
  );
  const evidenceOf = (name: TypeName) => ({
    file: method.owner.file.facts.path,
    line: call.line,
    text: shortText(`${simpleName(name)} gives parameters`),
  });
  if (named.size > 0) {
    const doubted = (evidence: Evidence): BeanCondition =>
      call.doubt === undefined ? condition : { state: 'unknown', reason: call.doubt, evidence };
    return [...named].map((name) => {
      const evidence = evidenceOf(name);
      return {
        name,
        condition: condition.state === 'inactive' ? condition : doubted(evidence),
        evidence,
      };
    });
  }
  return tools
    .typesBelow(row.type)
    .filter((type) => application.includes(type))
    .filter((type) => tools.annotations.find(type.annotations, beans.stereotypes).length > 0)
    .map((type) => ({
      name: type.name,
      condition: conditions.ofType(type),
      evidence: evidenceOf(type.name),
    }));
}

/** `<mvc:argument-resolvers><bean class="…"/></mvc:argument-resolvers>`. */
function registeredInFiles({ files }: RegistrationContext, row: ResolverRow): readonly Found[] {
  if (row.xml === undefined) return [];
  return files.flatMap((file) =>
    file.elements.flatMap(({ name, attributes, parent, line }, index): readonly Found[] => {
      const list = parent === null ? undefined : file.elements[parent];
      const written = attributes.get('class');
      if (name !== 'bean' || list === undefined || list.name !== row.xml || written === undefined) return [];
      const evidence = { file: file.path, line, text: shortText(`<${list.name}> ${simpleName(written)}`) };
      return [{ name: written as TypeName, condition: file.conditionAt(index), evidence }];
    }),
  );
}
