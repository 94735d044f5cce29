import type { CallOperation, NewOperation, OperationIndex } from '../../../facts/operations.ts';
import type { CallFacts } from '../../match/call-facts.ts';
import { fitsAny } from '../../match/name-pattern.ts';
import { originOf } from '../../match/value-origin.ts';
import type { RequestMatcherRow } from '../../schema/access-rows.ts';
import { BodyRegions } from '../code/body-regions.ts';
import type { CodeWalker, Frame } from '../code/code-walker.ts';
import { writtenSource } from '../code/written-source.ts';
import type { RequestMatcher } from '../path-matchers/request-matcher.ts';
import { patternsMatcher, verbAt } from './verb-and-patterns.ts';

/** Matchers in matchers, and matchers read for one rule: one object can stand in many others. */
const DEEPEST = 8;
const MOST_READ = 500;

/** Where a matcher is looked for; `depth` counts matchers in matchers. */
export interface MatcherPlace<V> {
  readonly walker: CodeWalker<V>;
  readonly frame: Frame<V>;
  readonly depth?: number;
  readonly budget?: { read: number };
}

/** The matcher that an operation makes: a factory call, a construction, a constant. Undefined where no row knows it. */
export function matcherObject<V>(
  { walker, frame, depth = 0, budget = { read: 0 } }: MatcherPlace<V>,
  operation: OperationIndex,
): RequestMatcher | undefined {
  budget.read += 1;
  const origin = originOf(frame.method, operation) ?? operation;
  const made = frame.regions.operation(origin);
  if (made === undefined || depth > DEEPEST || budget.read > MOST_READ) return undefined;
  const context = { walker, frame, depth: depth + 1, budget };
  switch (made.kind) {
    case 'field':
    case 'name':
      return constantMatcher(walker, made.name) ?? writtenElsewhere(context, origin);
    case 'new-array':
      return joined('either', made.items, context);
    case 'call':
    case 'new': {
      const row = rowAt(walker, frame, origin);
      if (row !== undefined) return madeMatcher(context, row, made);
      return LISTS.test(made.kind === 'call' ? made.name : '')
        ? joined('either', made.args, context)
        : writtenElsewhere(context, origin);
    }
    default:
      return undefined;
  }
}

/** A matcher that a field holds or a method of the tree makes. */
function writtenElsewhere<V>(
  { walker, frame, depth, budget }: Context<V>,
  operation: OperationIndex,
): RequestMatcher | undefined {
  const source = writtenSource(walker.tools, frame.method, operation);
  const body = source?.method.declaration?.body;
  if (source === undefined || body === undefined || body === null) return undefined;
  const home = {
    method: source.method,
    regions: new BodyRegions(body),
    values: new Map(),
    doubt: undefined,
    returned: undefined,
    depth: frame.depth,
  };
  return matcherObject({ walker, frame: home, depth, budget }, source.operation);
}

/** Make a list of their arguments. */
const LISTS = /^(?:of|asList|copyOf)$/u;

function madeMatcher<V>(
  context: Context<V>,
  row: RequestMatcherRow,
  made: CallOperation | NewOperation,
): RequestMatcher | undefined {
  switch (row.how) {
    case 'any':
      return { kind: 'any' };
    case 'chosen':
      return { kind: 'chosen' };
    case 'either':
    case 'both':
      return joined(row.how, made.args, context);
    case 'not': {
      const inner = made.args[0] === undefined ? undefined : matcherObject(context, made.args[0]);
      return inner === undefined ? undefined : { kind: 'not', matcher: inner };
    }
    case 'same':
      return made.object === null ? undefined : matcherObject(context, made.object);
    case 'fixed':
      return patternsMatcher(withBase(context.walker, row, row.patterns ?? []), {
        style: row.style,
        verb: null,
      });
    case 'endpoints':
      return endpointMatcher(context, row, made.args);
    case 'dispatch':
      return dispatchMatcher(context, made.args);
    case 'arguments':
      return argumentsMatcher(context, row, made);
  }
}

type Context<V> = Required<MatcherPlace<V>>;

/**
 * The row of a call. The types that fluent calls of a library give are not known: there the call that the chain starts with
 * must be one of the same row's types.
 */
function rowAt<V>(
  walker: CodeWalker<V>,
  frame: Frame<V>,
  origin: OperationIndex,
): RequestMatcherRow | undefined {
  const call = walker.tools.callAt(frame.method, origin);
  const made = frame.regions.operation(origin);
  const direct = call === undefined ? undefined : rowFor(walker, call);
  if (direct !== undefined || made?.kind !== 'call') return direct;
  let start = made.object;
  for (let step = 0; start !== null && step < DEEPEST; step += 1) {
    const at = originOf(frame.method, start) ?? start;
    const before = frame.regions.operation(at);
    const facts = walker.tools.callAt(frame.method, at);
    const row = facts === undefined ? undefined : rowFor(walker, { ...facts, member: made.name });
    if (row !== undefined || before?.kind !== 'call') return row;
    start = before.object;
  }
  return undefined;
}

function rowFor<V>({ tools }: CodeWalker<V>, call: CallFacts): RequestMatcherRow | undefined {
  return tools.models.access.find(
    (row): row is RequestMatcherRow & { readonly framework: string } =>
      row.on === 'request-matcher' &&
      fitsAny(call.member, row.method) &&
      call.owners.some((owner) => tools.types.match(owner, row.type) === 'certain'),
  );
}

function constantMatcher<V>({ tools }: CodeWalker<V>, name: string): RequestMatcher | undefined {
  const known = tools.models.access.some(
    (row) =>
      row.on === 'request-matcher' && row.how === 'any' && row.method.includes(name) && name === 'INSTANCE',
  );
  return known ? { kind: 'any' } : undefined;
}

function joined<V>(
  kind: 'either' | 'both',
  args: readonly OperationIndex[],
  context: Context<V>,
): RequestMatcher {
  return {
    kind,
    matchers: itemsOf(context, args).map(
      (argument) =>
        matcherObject(context, argument) ?? {
          kind: 'unknown',
          reason: { en: 'a matcher that is not read', ru: 'такое условие не читается' },
        },
    ),
  };
}

/** The arguments, or what stands in the one list among them: `new AndRequestMatcher(List.of(one, other))`. */
function itemsOf<V>({ frame }: Context<V>, args: readonly OperationIndex[]): readonly OperationIndex[] {
  const [only, ...others] = args;
  if (only === undefined || others.length > 0) return args;
  const made = frame.regions.operation(originOf(frame.method, only) ?? only);
  if (made?.kind === 'new-array') return made.items;
  return made?.kind === 'call' && LISTS.test(made.name) ? made.args : args;
}

/** `new DispatcherTypeRequestMatcher(DispatcherType.ERROR)`: only REQUEST comes from outside. */
function dispatchMatcher<V>({ frame }: Context<V>, args: readonly OperationIndex[]): RequestMatcher {
  const names = args.map((argument) => frame.regions.operation(originOf(frame.method, argument) ?? argument));
  if (names.some((each) => each?.kind !== 'field' && each?.kind !== 'name'))
    return {
      kind: 'unknown',
      reason: { en: 'the kind of dispatch is not a constant', ru: 'вид диспетчеризации — не константа' },
    };
  const isRequest = names.some((each) => each !== undefined && 'name' in each && each.name === 'REQUEST');
  return isRequest ? { kind: 'any' } : { kind: 'none' };
}

/** Patterns and an optional verb, in either order. */
function argumentsMatcher<V>(
  { walker, frame }: Context<V>,
  row: RequestMatcherRow,
  { args, object }: CallOperation | NewOperation,
): RequestMatcher | undefined {
  const verbs = args.map((argument) => verbOrText(walker, frame, argument));
  if (verbs.includes(null))
    return {
      kind: 'unknown',
      reason: { en: 'the verb of the matcher is not a constant', ru: 'глагол в условии — не константа' },
    };
  const verb = verbs.find((each) => each !== undefined) ?? null;
  const patterns = args.flatMap((argument, index) =>
    verbs[index] === undefined ? (walker.textsAt(frame, argument) ?? []) : [],
  );
  const paths = patterns.filter((text) => text !== 'true' && text !== 'false');
  if (paths.length === 0) return verb === null ? undefined : { kind: 'verb', verb };
  const prefix = basePath({ walker, frame }, row, object);
  if (prefix === null)
    return {
      kind: 'unknown',
      reason: {
        en: 'the base path of the matcher is not a constant',
        ru: 'базовый путь условия — не константа',
      },
    };
  return patternsMatcher(paths, { style: row.style, verb, prefix });
}

/** `builder.basePath("/mvc").matcher("/path")`: what stands before every pattern; null where it is not known. */
function basePath<V>(
  { walker, frame }: Pick<MatcherPlace<V>, 'walker' | 'frame'>,
  { prefixes }: RequestMatcherRow,
  receiver: OperationIndex | null,
): string | null {
  let at = receiver;
  for (let step = 0; at !== null && prefixes !== undefined && step < DEEPEST; step += 1) {
    const made = frame.regions.operation(originOf(frame.method, at) ?? at);
    if (made?.kind !== 'call') return '';
    const [first] = made.args;
    if (fitsAny(made.name, prefixes) && first !== undefined)
      return walker.textsAt(frame, first)?.[0]?.replace(/\/$/u, '') ?? null;
    at = made.object;
  }
  return '';
}

/** Older constructors take the verb as a text: `new AntPathRequestMatcher("/x", "GET")`. */
function verbOrText<V>(
  walker: CodeWalker<V>,
  frame: Frame<V>,
  argument: OperationIndex,
): string | null | undefined {
  const verb = verbAt(frame, argument);
  if (verb !== undefined) return verb;
  const texts = walker.textsAt(frame, argument);
  return texts?.length === 1 && /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/u.test(texts[0] ?? '')
    ? texts[0]
    : undefined;
}

function endpointMatcher<V>(
  { walker, frame }: Context<V>,
  row: RequestMatcherRow,
  args: readonly OperationIndex[],
): RequestMatcher {
  const named = args.flatMap((argument) => walker.textsAt(frame, argument) ?? []);
  const patterns =
    named.length === 0 || named.length < args.length
      ? ['<base>/**']
      : named.map((name) => `<base>/${name}/**`);
  return patternsMatcher(withBase(walker, row, patterns), { style: row.style, verb: null });
}

function withBase<V>(
  { application }: CodeWalker<V>,
  { base }: RequestMatcherRow,
  patterns: readonly string[],
): readonly string[] {
  if (base === undefined) return patterns;
  const setting = application.settings.find(base.property)?.value ?? base.otherwise;
  return patterns.map((pattern) => pattern.replace('<base>', () => setting.replace(/\/$/u, '')));
}
