import type { TypeName } from '../../../base/ids.ts';
import type { Text } from '../../../base/text.ts';
import type { OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import { matchCalls } from '../../match/call-matcher.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny, simpleName } from '../../match/name-pattern.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { AccessRowOf, InterceptionRow } from '../../schema/access-rows.ts';
import type { BeanCondition } from '../bean-conditions.ts';
import { CodeWalker, type WalkedCall } from '../code/code-walker.ts';
import { shortText } from '../requirement.ts';
import { bindingsOf, declaredRegistrations } from './declared-registrations.ts';
import { type HandlerQuestion, handlerQuestion } from './handler-question.ts';
import type { Registration, RegistrationContext } from './registration.ts';
import { xmlRegistrations } from './xml-registrations.ts';

/** Everything that puts an interceptor of the tree before requests: calls, beans, annotations, web.xml. */
export function readRegistrations(context: RegistrationContext): readonly Registration[] {
  const rows = context.tools.models.access.filter(
    (row): row is InterceptionRow & { readonly framework: string } => row.on === 'interception',
  );
  const called = calledRegistrations(context, rows);
  const known = new Set(called.map(({ type }) => type));
  const enabled = called
    .filter(({ draft }) => draft.enabled)
    .map(({ draft: _draft, ...registration }) => registration);
  const declared = rows.flatMap((row) => [
    ...declaredRegistrations(context, row, known),
    ...xmlRegistrations(context, row),
  ]);
  return [...enabled, ...declared];
}

interface Draft {
  type: TypeName | undefined;
  includes: string[] | null;
  readonly excludes: string[];
  enabled: boolean;
  readonly row: AccessRowOf<'registration'>;
  readonly line: number;
  readonly doubt: Text | undefined;
  /** What the registration asks of the handler that it is made for. */
  readonly asked: HandlerQuestion | undefined;
  readonly only: TypeName | undefined;
}

function calledRegistrations(
  context: RegistrationContext,
  rows: readonly InterceptionRow[],
): readonly (Registration & { readonly draft: Draft })[] {
  const { tools, application } = context;
  const registrations = tools.models.access.filter((row) => row.on === 'registration');
  return [...registeringMethods(tools, registrations)].flatMap((method) => {
    if (!application.includes(method.owner)) return [];
    const drafts: Draft[] = [];
    const walker = new CodeWalker<Draft>(context, {
      read: (call, self) => readRegistrationCall(self, call, { registrations, drafts }),
    });
    walker.runMethod(method, []);
    const condition = context.conditions.ofMethod(method);
    return drafts.flatMap((draft) => finished(tools, rows, { draft, method, condition }));
  });
}

/** In their order. */
function registeringMethods(
  tools: MatchTools,
  rows: readonly AccessRowOf<'registration'>[],
): ReadonlySet<ProgramMethod> {
  const taking = rows.map(({ type, takes }) => ({ type, method: takes }));
  const calls = matchCalls(taking, tools).filter(({ matches }) =>
    matches.some(({ confidence }) => confidence === 'certain'),
  );
  return new Set(calls.map(({ call }) => call.caller));
}

interface DraftsRead {
  readonly registrations: readonly AccessRowOf<'registration'>[];
  readonly drafts: Draft[];
}

function readRegistrationCall(walker: CodeWalker<Draft>, call: WalkedCall<Draft>, read: DraftsRead) {
  const draft = call.receiver;
  if (draft === undefined) return startedRegistration(walker, call, read);
  const { row } = draft;
  if (fitsAny(call.name, row.takes)) {
    // `register(a).register(b)`: the second is one more, and so is each of `registerClasses(a, b)`.
    if (draft.type !== undefined || call.args.length > 1)
      return takenDraft(walker, call, { row, drafts: read.drafts });
    draft.type = argumentType(call, call.args[0]);
  }
  if (fitsAny(call.name, row.adds)) {
    draft.includes ??= [];
    draft.includes.push(...call.args.flatMap((argument) => walker.textsAt(call.frame, argument) ?? ['{?}']));
  }
  if (row.removes !== undefined && fitsAny(call.name, row.removes)) {
    draft.excludes.push(...call.args.flatMap((argument) => walker.textsAt(call.frame, argument) ?? ['{?}']));
  }
  if (row.enables !== undefined && fitsAny(call.name, row.enables)) {
    const [first] = call.args;
    const operation = first === undefined ? undefined : call.frame.regions.operation(first);
    if (operation?.kind === 'literal' && operation.value === 'false') draft.enabled = false;
  }
  return { kind: 'object', object: draft } as const;
}

function startedRegistration(
  walker: CodeWalker<Draft>,
  call: WalkedCall<Draft>,
  { registrations, drafts }: DraftsRead,
) {
  const facts = walker.tools.callAt(call.frame.method, call.index);
  const row = registrations.find(
    (each) =>
      (call.name === 'new' || fitsAny(call.name, each.takes)) &&
      facts?.owners.some((owner) => walker.tools.types.match(owner, each.type) === 'certain'),
  );
  return row === undefined ? undefined : takenDraft(walker, call, { row, drafts });
}

/** The registration of what a call takes; with handlers of its own, one for each interceptor. */
function takenDraft(
  walker: CodeWalker<Draft>,
  call: WalkedCall<Draft>,
  { row, drafts }: { readonly row: AccessRowOf<'registration'>; readonly drafts: Draft[] },
) {
  const { frame, index } = call;
  const asked = handlerQuestion(walker.tools, frame.method, { regions: frame.regions, index });
  const only = row.only === undefined ? undefined : argumentType(call, call.args[row.only]);
  // `registerClasses(Gate.class, Other.class)`; what is no interceptor among them, as a priority, says nothing.
  const taken = row.only === undefined ? call.args : call.args.slice(row.only + 1);
  const made = (taken.length === 0 ? [undefined] : taken).map(
    (argument): Draft => ({
      type: argumentType(call, argument),
      includes: null,
      excludes: [],
      enabled: true,
      row,
      line: call.line,
      doubt: asked === undefined ? call.doubt : undefined,
      asked,
      only,
    }),
  );
  drafts.push(...made);
  const [object] = made;
  return object === undefined ? undefined : ({ kind: 'object', object } as const);
}

/** `register(new Gate())`, `register(Gate.class)`. */
function argumentType(
  { frame }: WalkedCall<Draft>,
  argument: OperationIndex | undefined,
): TypeName | undefined {
  const type = argument === undefined ? undefined : frame.method.operationTypes[argument];
  if (argument === undefined || type === undefined) return undefined;
  const isLiteral = frame.regions.operation(argument)?.kind === 'class-literal';
  const [named] = isLiteral && type.kind === 'class' ? type.args : [];
  return classOf(named ?? type);
}

function finished(
  tools: MatchTools,
  rows: readonly InterceptionRow[],
  from: { readonly draft: Draft; readonly method: ProgramMethod; readonly condition: BeanCondition },
): readonly (Registration & { readonly draft: Draft })[] {
  const { draft, method, condition } = from;
  const { type } = draft;
  if (type === undefined) return [];
  const isForeign = isForeignTo(tools, draft.row, type);
  const row = rows.find(({ id, type: known }) =>
    isForeign ? id === draft.row.foreign?.as : tools.types.match(type, known) === 'certain',
  );
  if (row === undefined) return [];
  const evidence = {
    file: method.owner.file.facts.path,
    line: draft.line,
    text: shortText(`${simpleName(type)} before ${draft.includes?.join(', ') ?? 'every path'}`),
  };
  const doubted: BeanCondition =
    draft.doubt === undefined ? condition : { state: 'unknown', reason: draft.doubt, evidence };
  return [
    {
      draft,
      type,
      row,
      includes: draft.includes,
      excludes: draft.excludes,
      style: draft.row.style === 'regex' ? 'ant' : draft.row.style,
      condition: condition.state === 'inactive' ? condition : doubted,
      boundBy: bindingsOf(tools, row, type),
      asked: draft.asked,
      only: draft.only,
      isForeign,
      evidence,
    },
  ];
}

/** A class of a library that is not known to let everybody on. */
function isForeignTo(
  { program }: MatchTools,
  { foreign }: AccessRowOf<'registration'>,
  type: TypeName,
): boolean {
  return foreign !== undefined && program.type(type) === undefined && !fitsAny(type, foreign.harmless);
}
