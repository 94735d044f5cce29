import type { MethodId, TypeName } from '../../../base/ids.ts';
import type { Body, Operation, OperationIndex } from '../../../facts/operations.ts';
import { type CallSite, callAt, type ProgramMethod, type ProgramType } from '../../../link/program.ts';
import type { EntryDraft } from '../../entries/entry-draft.ts';
import { callsOf } from '../../match/call-matcher.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny } from '../../match/name-pattern.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { AccessRowOf } from '../../schema/access-rows.ts';
import { requestValues } from '../interceptions/request-values.ts';
import { onlyTarget } from './sure-operations.ts';

type HandlerListRow = AccessRowOf<'handler-list'>;

/** An annotation that code looks for on the methods or on the classes of handlers; or it takes all of them. */
type Mark = { readonly on: 'method' | 'type'; readonly annotation: TypeName } | { readonly on: 'any' };

/** Receivers and locals on the way to the call that gives a list. */
const LONGEST_WAY = 12;
const ASKS_FOR_ANNOTATION = /annotat/iu;
/** Takes some and leaves others. */
const CHOOSES = /annotat|filter|match|contains|startsWith|endsWith|equals|ifPresent|removeIf|^remove/iu;

/**
 * Code that asks the framework for all its handlers and takes the paths of those with an annotation of the tree:
 * `@Anonymous` above a method, and a list that rules let in. The list is known as soon as the handlers are: patterns with
 * `*` for each variable, of those that answer a verb where one is asked for. Undefined where an operation gives something
 * else, or where more goes into the list than that.
 */
export function handlerPaths(
  tools: MatchTools,
  entries: readonly EntryDraft[],
): NonNullable<MatchTools['handlerPaths']> {
  const rows = tools.models.access.flatMap((row) => (row.on === 'handler-list' ? [row] : []));
  const gatherers = findGatherers(tools, rows);
  const byType = new Map<ProgramType, readonly Mark[] | undefined>();
  const marksOfType = (type: ProgramType) => {
    if (!byType.has(type)) byType.set(type, marksBehind({ tools, gatherers }, type));
    return byType.get(type);
  };
  return (method, operation, verb) => {
    if (gatherers.size === 0) return undefined;
    const giver = giverAt(tools, method, operation);
    if (giver === undefined) return undefined;
    const marks = gatherers.get(giver.id) ?? marksOfType(giver.owner);
    return marks === undefined ? undefined : pathsOf(tools, entries, { marks, verb });
  };
}

/** Methods that look through the handlers of a program, with the annotations that they look for. */
function findGatherers(
  tools: MatchTools,
  rows: readonly HandlerListRow[],
): ReadonlyMap<MethodId, readonly Mark[]> {
  const found = new Map<MethodId, readonly Mark[]>();
  const asking = new Set(callsOf(rows, tools).map(({ caller }) => caller));
  for (const method of asking) {
    const body = method.declaration?.body;
    const isCalled = body?.operations.some(
      (each) => each.kind === 'call' && rows.some((row) => fitsAny(each.name, row.method)),
    );
    if (!body || !isCalled) continue;
    const marks = addsText(tools, method, body) ? [] : marksIn(tools, method, body);
    if (marks.length > 0) found.set(method.id, marks);
  }
  return found;
}

/** Annotations of the tree that a method asks for. */
function marksIn({ program }: MatchTools, method: ProgramMethod, body: Body): readonly Mark[] {
  const values = requestValues(body);
  const isChoosing =
    body.operations.some(({ kind }, at) => kind === 'call' && CHOOSES.test(nameAt(body, at))) ||
    body.regions.some(({ kind }) => kind === 'then' || kind === 'case');
  if (!isChoosing) return [{ on: 'any' }];
  return body.operations.flatMap((operation): readonly Mark[] => {
    if (operation.kind !== 'call' || !ASKS_FOR_ANNOTATION.test(operation.name)) return [];
    const types = operation.args.flatMap((argument) => {
      const isClass = body.operations[argument]?.kind === 'class-literal';
      const type = isClass ? method.operationTypes[argument] : undefined;
      const named = type?.kind === 'class' && type.args[0] !== undefined ? classOf(type.args[0]) : undefined;
      const declared = named === undefined ? undefined : program.type(named);
      return declared?.declaration.kind === 'annotation' ? [declared.name] : [];
    });
    const asked = [...(operation.object === null ? [] : [operation.object]), ...operation.args];
    const isOfType = asked.some((each) =>
      values.madeOf(each).some((part) => {
        const made = body.operations[part];
        return made?.kind === 'call' && (made.name === 'getBeanType' || made.name === 'getDeclaringClass');
      }),
    );
    return types.map((annotation) => ({ annotation, on: isOfType ? 'type' : 'method' }));
  });
}

/** A path that is written there goes into the list too. */
function addsText({ program }: MatchTools, method: ProgramMethod, { operations }: Body): boolean {
  return operations.some((each) => {
    if (each.kind !== 'call' || !ADDS.test(each.name)) return false;
    return each.args.some((argument) => {
      const value = program.evaluateOperation(method, argument);
      return value.kind === 'text' && value.value.startsWith('/');
    });
  });
}

function nameAt({ operations }: Body, at: OperationIndex): string {
  const operation = operations[at];
  return operation?.kind === 'call' ? operation.name : '';
}

/** The method of the tree that gives what an operation takes out of it: `urls.getOpen()`, `Lists.of(context).get("GET")`. */
function giverAt(
  tools: MatchTools,
  method: ProgramMethod,
  operation: OperationIndex,
): ProgramMethod | undefined {
  const operations = method.declaration?.body?.operations ?? [];
  let at: OperationIndex | null = operation;
  for (let step = 0; at !== null && step < LONGEST_WAY; step += 1) {
    if ((callAt(method, at)?.targets.length ?? 0) > 0) return onlyTarget(tools, method, at);
    at = sourceOf(operations[at]);
  }
  return undefined;
}

/** What a value is taken out of, or is. */
function sourceOf(operation: Operation | undefined): OperationIndex | null {
  switch (operation?.kind) {
    case 'local':
      return operation.declaration;
    case 'declare':
      return operation.role === 'foreach' ? null : operation.value;
    case 'cast':
      return operation.operand;
    case 'call':
      return operation.object;
    default:
      return null;
  }
}

interface Gathering {
  readonly tools: MatchTools;
  readonly gatherers: ReadonlyMap<MethodId, readonly Mark[]>;
}

/**
 * The marks by which the list of a class is filled: by itself, or by whoever hands it one. Undefined where nobody does it
 * by marks, and where others put something into it too.
 */
function marksBehind({ tools, gatherers }: Gathering, type: ProgramType): readonly Mark[] | undefined {
  // What a method is given comes from whoever calls it.
  const others = type.methods.filter(
    ({ id, name, parameters }) => !gatherers.has(id) && (parameters.length === 0 || name === '<init>'),
  );
  if (others.some((method) => addsToField(tools, method))) return undefined;
  const own = type.methods.flatMap((method) => gatherers.get(method.id) ?? []);
  const given = type.methods.flatMap((method) =>
    tools.program
      .callersOf(method.id)
      .filter((site) => handsOver(tools, method, site))
      .map(({ caller }) => gatherers.get(caller)),
  );
  if (given.some((marks) => marks === undefined)) return undefined;
  const marks = [...own, ...given.flatMap((each) => each ?? [])];
  return marks.length === 0 ? undefined : marks;
}

/** Puts something into a collection. */
const ADDS = /^(?:add|put)/u;

/** `paths.add(…)` where paths is a field. */
function addsToField({ program }: MatchTools, method: ProgramMethod): boolean {
  const operations = method.declaration?.body?.operations ?? [];
  return operations.some(
    (each) =>
      each.kind === 'call' &&
      each.object !== null &&
      ADDS.test(each.name) &&
      program.fieldOf(method, each.object) !== undefined,
  );
}

/** A call that gives the class a list, or that puts something into the one that it gets: `open.getPaths().add("/x")`. */
function handsOver(
  { program }: MatchTools,
  { parameters, returnType }: ProgramMethod,
  site: CallSite,
): boolean {
  if (returnType.kind === 'void') return parameters.length > 0;
  const operations = program.method(site.caller)?.declaration?.body?.operations ?? [];
  return operations.some(
    (each) => each.kind === 'call' && each.object === site.operation && ADDS.test(each.name),
  );
}

function pathsOf(
  tools: MatchTools,
  entries: readonly EntryDraft[],
  { marks, verb }: { readonly marks: readonly Mark[]; readonly verb: string | undefined },
): readonly string[] {
  const annotationsOn = (on: 'method' | 'type') =>
    marks.flatMap((mark) => (mark.on === on ? [mark.annotation] : []));
  const [onMethods, onTypes] = [annotationsOn('method'), annotationsOn('type')];
  const isAny = marks.some(({ on }) => on === 'any');
  const marked = entries.filter((entry) => {
    const method = tools.program.method(entry.handler)?.annotations ?? [];
    const type = tools.program.type(entry.owner)?.annotations ?? [];
    const isMarked =
      isAny ||
      tools.annotations.find(method, onMethods).length > 0 ||
      tools.annotations.find(type, onTypes).length > 0;
    const answers = verb === undefined || entry.verbs.includes(verb) || entry.verbs.includes('*');
    return entry.kind === 'http' && isMarked && (answers || entry.verbs.length === 0);
  });
  const paths = marked.flatMap(({ applicationPaths }) => applicationPaths);
  return [...new Set(paths.map((path) => path.replaceAll(/\{[^{}]*\}/gu, '*')))];
}
