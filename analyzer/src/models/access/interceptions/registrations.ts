import type { TypeName } from '../../../base/ids.ts';
import type { Text } from '../../../base/text.ts';
import type { ProgramMethod, ProgramType } from '../../../link/program.ts';
import type { Evidence } from '../../labels.ts';
import { matchCalls } from '../../match/call-matcher.ts';
import { textsOf } from '../../match/constant-texts.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny, simpleName } from '../../match/name-pattern.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { AccessRowOf, InterceptionRow } from '../../schema/access-rows.ts';
import { readXml } from '../../xml-elements.ts';
import type { Application } from '../applications.ts';
import type { BeanCondition, BeanConditions } from '../bean-conditions.ts';
import { ACTIVE } from '../bean-conditions.ts';
import { CodeWalker, type WalkedCall } from '../code/code-walker.ts';
import type { PatternStyle } from '../path-matchers/path-relation.ts';
import { shortText } from '../requirement.ts';
import { requestValues } from './request-values.ts';

/** An interceptor with the paths it stands before. */
export interface Registration {
  readonly type: TypeName;
  readonly row: InterceptionRow;
  /** Null for every path; a pattern that is not known is `{?}`. */
  readonly includes: readonly string[] | null;
  readonly excludes: readonly string[];
  readonly style: PatternStyle;
  readonly condition: BeanCondition;
  /** It stands before handlers only that carry all of these annotations, on the method or its class. */
  readonly boundBy: readonly TypeName[];
  readonly evidence: Evidence;
}

/** What registrations of one application are read with. */
export interface RegistrationContext {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly beans: AccessRowOf<'beans'>;
  readonly conditions: BeanConditions;
}

/** Everything that puts an interceptor of the tree before requests: calls, beans, annotations, web.xml. */
export function readRegistrations(context: RegistrationContext): readonly Registration[] {
  const rows = context.tools.models.access.filter(
    (row): row is InterceptionRow & { readonly framework: string } => row.on === 'interception',
  );
  const called = calledRegistrations(context, rows);
  const known = new Set(called.map(({ type }) => type));
  const others = rows.flatMap((row) =>
    context.tools
      .typesBelow(row.type)
      .filter((type) => context.application.includes(type))
      .flatMap((type) => declaredRegistrations(context, row, { type, isRegistered: known.has(type.name) })),
  );
  const enabled = called
    .filter(({ draft }) => draft.enabled)
    .map(({ draft: _draft, ...registration }) => registration);
  return [...enabled, ...others, ...rows.flatMap((row) => webXmlRegistrations(context, row))];
}

interface Draft {
  type: TypeName | undefined;
  includes: string[] | null;
  readonly excludes: string[];
  enabled: boolean;
  readonly row: AccessRowOf<'registration'>;
  readonly line: number;
  readonly doubt: Text | undefined;
  /** Annotations of handlers that the registration asks for. */
  readonly boundBy: readonly TypeName[];
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

function readRegistrationCall(
  walker: CodeWalker<Draft>,
  call: WalkedCall<Draft>,
  {
    registrations,
    drafts,
  }: { readonly registrations: readonly AccessRowOf<'registration'>[]; readonly drafts: Draft[] },
) {
  const draft = call.receiver;
  if (draft === undefined) return startedRegistration(walker, call, { registrations, drafts });
  const { row } = draft;
  if (fitsAny(call.name, row.takes)) draft.type ??= argumentType(call);
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
  {
    registrations,
    drafts,
  }: { readonly registrations: readonly AccessRowOf<'registration'>[]; readonly drafts: Draft[] },
) {
  const facts = walker.tools.callAt(call.frame.method, call.index);
  const row = registrations.find(
    (each) =>
      (call.name === 'new' || fitsAny(call.name, each.takes)) &&
      facts?.owners.some((owner) => walker.tools.types.match(owner, each.type) === 'certain'),
  );
  if (row === undefined) return undefined;
  const type = call.args.length > 0 ? argumentType(call) : undefined;
  const boundBy = call.doubt === undefined ? [] : annotationsAsked(walker.tools, call);
  const draft: Draft = {
    type,
    includes: null,
    excludes: [],
    enabled: true,
    row,
    line: call.line,
    doubt: boundBy.length > 0 ? undefined : call.doubt,
    boundBy,
  };
  drafts.push(draft);
  return { kind: 'object', object: draft } as const;
}

/** `register(new Gate())`, `register(Gate.class)`. */
function argumentType({ frame, args }: WalkedCall<Draft>): TypeName | undefined {
  const [first] = args;
  const type = first === undefined ? undefined : frame.method.operationTypes[first];
  if (type === undefined) return undefined;
  const isLiteral = first !== undefined && frame.regions.operation(first)?.kind === 'class-literal';
  const [named] = isLiteral && type.kind === 'class' ? type.args : [];
  return classOf(named ?? type);
}

/** `if (info.getResourceMethod().isAnnotationPresent(Secured.class))` around a registration. */
function annotationsAsked(tools: MatchTools, { frame, index }: WalkedCall<Draft>): readonly TypeName[] {
  const body = frame.method.declaration?.body;
  if (body === undefined || body === null) return [];
  const { madeOf } = requestValues(body);
  return frame.regions.around(index, 0).flatMap((region) => {
    if (region.kind !== 'then' || region.condition === undefined) return [];
    return madeOf(region.condition).flatMap((part) => {
      if (body.operations[part]?.kind !== 'class-literal') return [];
      const type = frame.method.operationTypes[part];
      const [named] = type?.kind === 'class' ? type.args : [];
      const name = named === undefined ? undefined : classOf(named);
      const declared = name === undefined ? undefined : tools.program.type(name);
      return declared?.declaration.kind === 'annotation' ? [declared.name] : [];
    });
  });
}

/** Annotations on an interceptor's class that bind it to handlers which carry them too. */
function bindingsOf(tools: MatchTools, row: InterceptionRow, type: TypeName): readonly TypeName[] {
  const { bindings } = row;
  const annotations = tools.program.type(type)?.annotations ?? [];
  if (bindings === undefined) return [];
  return tools.annotations.find(annotations, bindings).map(({ written }) => written.type);
}

function finished(
  tools: MatchTools,
  rows: readonly InterceptionRow[],
  from: { readonly draft: Draft; readonly method: ProgramMethod; readonly condition: BeanCondition },
): readonly (Registration & { readonly draft: Draft })[] {
  const { draft, method, condition } = from;
  const { type } = draft;
  const row =
    type === undefined ? undefined : rows.find((each) => tools.types.match(type, each.type) === 'certain');
  if (type === undefined || row === undefined) return [];
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
      boundBy: [...draft.boundBy, ...bindingsOf(tools, row, type)],
      evidence,
    },
  ];
}

function declaredRegistrations(
  { tools, beans, conditions }: RegistrationContext,
  row: InterceptionRow,
  { type, isRegistered }: { readonly type: ProgramType; readonly isRegistered: boolean },
): readonly Registration[] {
  const common = {
    type: type.name,
    row,
    excludes: [],
    style: 'servlet' as const,
    condition: conditions.ofType(type),
    boundBy: bindingsOf(tools, row, type.name),
  };
  const place = { file: type.file.facts.path, line: type.declaration.line };
  const byAnnotation = row.annotations.flatMap(({ annotation, attributes }): readonly Registration[] => {
    const found = tools.annotations.find(type.annotations, annotation)[0];
    if (found === undefined) return [];
    const patterns = (attributes ?? []).flatMap((name) => textsOf(found.attributes.get(name)));
    const evidence = {
      file: found.written.file,
      line: found.written.line,
      text: shortText(`@${simpleName(found.written.type)}(${patterns.join(', ')})`),
    };
    return [{ ...common, includes: patterns.length > 0 ? patterns : null, evidence }];
  });
  if (byAnnotation.length > 0 || !row.everywhereAsBean || isRegistered) return byAnnotation;
  if (!isBean(tools, beans, type)) return [];
  return [
    {
      ...common,
      includes: null,
      evidence: { ...place, text: shortText(`bean ${type.declaration.name} before every path`) },
    },
  ];
}

function isBean(tools: MatchTools, beans: AccessRowOf<'beans'>, type: ProgramType): boolean {
  if (tools.annotations.find(type.annotations, beans.stereotypes).length > 0) return true;
  return tools.annotations
    .methodsWith(beans.factoryMethod)
    .some((method) => classOf(method.returnType) === type.name);
}

function webXmlRegistrations(
  { tools, application }: RegistrationContext,
  row: InterceptionRow,
): readonly Registration[] {
  if (!row.webXml) return [];
  const files = tools.inventory.configuration.filter(
    (file) => file.kind === 'web-xml' && file.role === 'production' && application.modules.has(file.module),
  );
  return files.flatMap((file) => {
    const elements = readXml(tools.texts.get(file.path) ?? '');
    const textIn = (parent: number, name: string) =>
      elements.filter((each) => each.parent === parent && each.name === name).map((each) => each.text.trim());
    const classes = new Map(
      elements.flatMap((element, index) =>
        element.name === 'filter'
          ? [[textIn(index, 'filter-name')[0] ?? '', textIn(index, 'filter-class')[0] ?? ''] as const]
          : [],
      ),
    );
    return elements.flatMap((element, index): readonly Registration[] => {
      const named = classes.get(
        element.name === 'filter-mapping' ? (textIn(index, 'filter-name')[0] ?? '') : '',
      );
      const name = named === undefined ? undefined : tools.program.typeSeenFrom(file.module, named)?.name;
      if (name === undefined) return [];
      if (tools.types.match(name, row.type) !== 'certain') return [];
      const includes = textIn(index, 'url-pattern');
      const evidence = {
        file: file.path,
        line: element.line,
        text: shortText(`<filter-mapping> ${includes.join(', ')}`),
      };
      const common = { excludes: [], style: 'servlet', condition: ACTIVE, boundBy: [] } as const;
      return [{ type: name, row, includes, evidence, ...common }];
    });
  });
}
