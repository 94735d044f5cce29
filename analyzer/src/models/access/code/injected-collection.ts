import type { MethodId } from '../../../base/ids.ts';
import { byNumber, byText, inOrder } from '../../../base/ordering.ts';
import type { OperationIndex } from '../../../facts/operations.ts';
import { callAt, type Program, type ProgramMethod } from '../../../link/program.ts';
import { textsOf } from '../../match/constant-texts.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { Application } from '../applications.ts';

/** Calls back to where a stream or a collection comes from. */
const LONGEST_CHAIN = 10;

/**
 * Whether an operation gives all objects of a type of the tree that the framework holds: a parameter or field such as
 * `List<RuleSource>` or `ObjectProvider<RuleSource>`, or what is made of one (`provider.orderedStream()`).
 */
export function isInjectedCollection(
  program: Program,
  method: ProgramMethod,
  operation: OperationIndex,
): boolean {
  const operations = method.declaration?.body?.operations ?? [];
  let at: OperationIndex | null = operation;
  for (let step = 0; at !== null && step < LONGEST_CHAIN; step += 1) {
    const each: (typeof operations)[number] | undefined = operations[at];
    if (each?.kind === 'call') {
      at = each.object;
      continue;
    }
    const given = each?.kind === 'local' ? operations[each.declaration] : each;
    const isHeld =
      given?.kind === 'parameter' ||
      ((given?.kind === 'name' || given?.kind === 'field') && program.fieldOf(method, at) !== undefined);
    const type = method.operationTypes[at];
    const [item] = type?.kind === 'class' ? type.args : [];
    return isHeld && item?.kind === 'class' && program.type(item.name) !== undefined;
  }
  return false;
}

/** One object of an injected collection: a class whose method runs, or a bean method that gives the object. */
export interface HeldObject {
  readonly method: ProgramMethod;
  /** The method gives a function that is the object. */
  readonly gives: boolean;
}

/**
 * The objects that a call is made on, one after the other, where it stands in a loop over an injected collection: of every
 * class of the application and every bean method, in the order that their annotations say.
 */
export function objectsBehind(
  { tools, application }: { readonly tools: MatchTools; readonly application: Application },
  method: ProgramMethod,
  index: OperationIndex,
): readonly HeldObject[] {
  const operations = method.declaration?.body?.operations ?? [];
  const call = operations[index];
  const object = call?.kind === 'call' ? call.object : null;
  const receiver = object === null ? undefined : operations[object];
  const item = receiver?.kind === 'local' ? operations[receiver.declaration] : undefined;
  const isEach = item?.kind === 'lambda-parameter' || (item?.kind === 'declare' && item.role === 'foreach');
  const type = object === null ? undefined : method.operationTypes[object];
  const wanted = type === undefined ? undefined : classOf(type);
  if (!isEach || wanted === undefined) return [];
  const beans = tools.models.access.find((row) => row.on === 'beans');
  const rank = ({ method: { annotations, owner }, gives }: HeldObject): number => {
    const found = tools.annotations.find(gives ? annotations : owner.annotations, beans?.order ?? [])[0];
    const value = Number(textsOf(found?.attributes.get('value'))[0] ?? Number.NaN);
    return Number.isFinite(value) ? value : Number.MAX_SAFE_INTEGER;
  };
  const targets = (callAt(method, index)?.targets ?? [])
    .flatMap((target: { readonly method: MethodId }) => tools.program.method(target.method) ?? [])
    .filter((each) => each.declaration?.body && application.includes(each.owner));
  const givers = tools.productionMethods.filter(
    (each) =>
      classOf(each.returnType) === wanted &&
      application.includes(each.owner) &&
      tools.annotations.find(each.annotations, beans?.factoryMethod ?? []).length > 0,
  );
  return [
    ...targets.map((each) => ({ method: each, gives: false })),
    ...givers.map((each) => ({ method: each, gives: true })),
  ].sort(
    inOrder<HeldObject>(
      byNumber(rank),
      byText((each) => each.method.id),
    ),
  );
}
