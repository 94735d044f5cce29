import type { Text } from '../../base/text.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { Evidence } from '../labels.ts';
import { type CallMatch, createCallMatcher, matchCalls } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { Row } from '../models.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { CallGuardRow } from '../schema/guard-rows.ts';
import type { Application } from './applications.ts';
import type { BeanCondition, BeanConditions } from './bean-conditions.ts';
import { notKnown } from './chains/matcher-arguments.ts';
import { CodeWalker, type Frame, type WalkedCall, type WalkValue } from './code/code-walker.ts';
import { renderCall } from './code/render-operation.ts';
import { type AccessRequest, matchRequest, type RequestMatcher } from './path-matchers/request-matcher.ts';
import { eitherOf, type Outcome, type Requirement, shortText, strongest, weakest } from './requirement.ts';

type RouterRow = AccessRowOf<'router-checks'>;
type CallGuard = Row<'guards'> & CallGuardRow;

/** One statement of a checking function: a check for some requests, or the end of all checks for them. */
interface Statement {
  readonly matcher: RequestMatcher;
  /** Null: no further statement is run. */
  readonly requirement: Requirement | null;
  readonly evidence: Evidence;
  readonly doubt: Text | undefined;
}

/** A function that checks requests, with the requests it is called for. */
export interface Router {
  readonly matcher: RequestMatcher;
  readonly statements: readonly Statement[];
  readonly condition: BeanCondition;
  readonly row: RouterRow;
  readonly evidence: Evidence;
  /** Annotations on a handler that keep the function from being called. */
  readonly liftedBy: readonly string[];
  /** Whether annotations on handlers are looked at before the same requests; null where only run time knows. */
  readonly annotated: boolean | null;
}

/** What the checking functions of an application ask. */
export interface RouterChecks {
  decide(request: AccessRequest, entry: EntryDraft): Outcome;
}

interface RouterContext {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly conditions: BeanConditions;
}

/**
 * Reads functions that check requests by path, all statements in sequence (Sa-Token): from interceptors and filters that are
 * made with one, or with none and look at annotations only.
 */
export function readRouters(context: RouterContext): readonly Router[] {
  return context.tools.models.access.flatMap((row) =>
    row.on === 'router-checks' ? routersOf(context, row) : [],
  );
}

/** What the functions among them ask. Undefined where there is none. */
export function routerChecks(context: RouterContext, all: readonly Router[]): RouterChecks | undefined {
  const routers = all.filter(({ statements }) => statements.length > 0);
  if (routers.length === 0) return undefined;
  return {
    decide: (request, entry) =>
      routers
        .map((router) =>
          isLifted(context.tools, router, entry) ? checkingNothing(router) : decideBy(router, request),
        )
        .reduce(strongest),
  };
}

function isLifted({ program, annotations }: MatchTools, { liftedBy }: Router, entry: EntryDraft): boolean {
  const carriers = [program.method(entry.handler), program.type(entry.owner)];
  return carriers.some(
    (each) => each !== undefined && annotations.find(each.annotations, liftedBy).length > 0,
  );
}

function checkingNothing({ row, evidence }: Router): Outcome {
  return {
    requirement: { kind: 'public' },
    mechanism: 'path-rule',
    row: row.id,
    evidence: [{ ...evidence, text: shortText(`${evidence.text} checks nothing here`) }],
  };
}

function decideBy(router: Router, request: AccessRequest): Outcome {
  const open = checkingNothing(router);
  if (router.condition.state === 'inactive') return open;
  const asked = (): Outcome => runFrom(router, { request, open, at: 0 }, open);
  const doubt = router.condition.state === 'unknown' ? router.condition.reason : undefined;
  const match = matchRequest(router.matcher, request);
  if (doubt !== undefined && match.relation !== 'none') return eitherOf(asked(), open, doubt);
  if (match.relation === 'all') return asked();
  return match.relation === 'unknown' ? eitherOf(asked(), open, match.reason ?? MAYBE_CHECKED) : open;
}

const MAYBE_CHECKED: Text = {
  en: 'the check may or may not run',
  ru: 'проверка может выполниться, а может и нет',
};

function atRunTime(written: string): Text {
  return { en: `${written} is decided at run time`, ru: `${written}: решается во время выполнения` };
}

/** Runs the statements from one on; `so` is what those before it ask. */
function runFrom(
  router: Router,
  run: { readonly request: AccessRequest; readonly open: Outcome; readonly at: number },
  so: Outcome,
): Outcome {
  const statement = router.statements[run.at];
  if (statement === undefined) return so;
  const rest = (outcome: Outcome) => runFrom(router, { ...run, at: run.at + 1 }, outcome);
  const match = matchRequest(statement.matcher, run.request);
  if (match.relation === 'none' || match.relation === 'single') return rest(so);
  const doubt = statement.doubt ?? (match.relation === 'unknown' ? match.reason : undefined);
  const { requirement, evidence } = statement;
  if (requirement === null) {
    if (doubt !== undefined) return eitherOf(so, rest(so), doubt);
    return match.relation === 'all' ? so : weakest(so, rest(so));
  }
  const own: Outcome = { ...run.open, requirement, evidence: [evidence, router.evidence] };
  if (doubt !== undefined) return rest(eitherOf(strongest(so, own), so, doubt));
  // Some of the requests only: who wants no check sends another one.
  return rest(match.relation === 'all' ? strongest(so, own) : so);
}

/** A registration while its code is read; `functions` are run when it is complete. */
interface Draft {
  readonly kind: 'draft';
  readonly includes: string[];
  readonly excludes: string[];
  readonly functions: { readonly frame: Frame<Part>; readonly operation: OperationIndex }[];
  readonly evidence: Evidence;
  readonly doubt: Text | undefined;
  readonly liftedBy: readonly string[];
  annotated: boolean | null;
}

/** Requests that a statement is about, narrowed by each call. */
interface Narrowed {
  readonly kind: 'narrowed';
  readonly matchers: readonly RequestMatcher[];
}

type Part = Draft | Narrowed;
type Call = WalkedCall<Part>;
type Walker = CodeWalker<Part>;
type Value = WalkValue<Part>;

function routersOf(context: RouterContext, row: RouterRow): readonly Router[] {
  const { tools, application, conditions } = context;
  const made = matchCalls([{ type: row.makers }], tools).filter(({ matches }) =>
    matches.some(({ confidence }) => confidence === 'certain'),
  );
  const makers = new Set(made.map(({ call }) => call.caller));
  return [...makers].flatMap((method) => {
    if (!application.includes(method.owner)) return [];
    const reader = new RouterReader(tools, row);
    const walker: Walker = new CodeWalker<Part>({ tools, application }, reader);
    walker.runMethod(method, []);
    return reader.drafts.map((draft): Router => {
      const statements = draft.functions.flatMap((function_) => reader.run(walker, function_));
      const condition = conditions.ofMethod(method);
      const doubted: BeanCondition =
        draft.doubt === undefined || condition.state === 'inactive'
          ? condition
          : { state: 'unknown', reason: draft.doubt, evidence: draft.evidence };
      const matcher = scopeOf(row, draft);
      const { evidence, liftedBy, annotated } = draft;
      return { matcher, statements, condition: doubted, row, evidence, liftedBy, annotated };
    });
  });
}

function scopeOf(row: RouterRow, { includes, excludes }: Draft): RequestMatcher {
  const of = (patterns: readonly string[]) => either(row, patterns);
  const include: RequestMatcher = includes.length === 0 ? { kind: 'any' } : of(includes);
  if (excludes.length === 0) return include;
  return { kind: 'both', matchers: [include, { kind: 'not', matcher: of(excludes) }] };
}

function either({ style }: RouterRow, patterns: readonly string[]): RequestMatcher {
  return {
    kind: 'either',
    matchers: patterns.map((pattern) => ({ kind: 'pattern', style, pattern, verb: null })),
  };
}

class RouterReader {
  readonly drafts: Draft[] = [];
  readonly #tools: MatchTools;
  readonly #row: RouterRow;
  readonly #guards: (call: Call) => CallMatch<CallGuard> | undefined;
  #statements: Statement[] = [];
  #context: RequestMatcher = { kind: 'any' };

  constructor(tools: MatchTools, row: RouterRow) {
    this.#tools = tools;
    this.#row = row;
    const rows = tools.models.guards.filter(
      (each): each is CallGuard => each.on === 'call' && each.asksCaller && each.result === 'thrown',
    );
    const matcher = createCallMatcher(rows, tools);
    this.#guards = ({ frame, index }) => {
      const facts = tools.callAt(frame.method, index);
      return facts === undefined ? undefined : matcher(facts)[0];
    };
  }

  /** Runs a checking function and gives its statements. */
  run(walker: Walker, { frame, operation }: Draft['functions'][number]): readonly Statement[] {
    this.#statements = [];
    this.#context = { kind: 'any' };
    const ran = walker.runFunction(frame, operation, { parameters: [], doubt: undefined });
    if (ran !== 'no-function') return this.#statements;
    const reason = { en: 'the checking function is not read', ru: 'проверяющая функция не читается' };
    const evidence = {
      file: frame.method.owner.file.facts.path,
      line: frame.method.declaration?.line ?? 1,
      text: reason.en,
    };
    return [
      { matcher: { kind: 'any' }, requirement: { kind: 'unknown', reason }, evidence, doubt: undefined },
    ];
  }

  read(call: Call, walker: Walker): Value | undefined {
    const { receiver } = call;
    if (receiver?.kind === 'draft') return this.#draftCall(call, walker, receiver);
    if (receiver?.kind === 'narrowed') return this.#narrow(call, walker, receiver);
    const handed = call.args
      .map((argument) => walker.valueAt(call.frame, argument))
      .find((each) => each?.kind === 'object');
    if (handed?.kind === 'object' && handed.object.kind === 'draft') return handed;
    if (this.#isOf(call, this.#row.makers) && call.name === 'new') return this.#start(call);
    if (this.#isOf(call, this.#row.router))
      return this.#narrow(call, walker, { kind: 'narrowed', matchers: [] });
    this.#check(call);
    return undefined;
  }

  #isOf({ frame, index }: Call, types: readonly string[]): boolean {
    const facts = this.#tools.callAt(frame.method, index);
    return facts?.owners.some((owner) => this.#tools.types.match(owner, types) === 'certain') ?? false;
  }

  #start(call: Call): Value {
    const draft: Draft = {
      kind: 'draft',
      includes: [],
      excludes: [],
      functions: call.args.map((operation) => ({ frame: call.frame, operation })),
      evidence: this.#evidence(call, renderCall(call.frame.method, call.index)),
      doubt: call.doubt,
      liftedBy: this.#row.lifted.flatMap(({ makers, annotation }) =>
        this.#isOf(call, makers) ? annotation : [],
      ),
      annotated: this.#row.annotated.some(({ makers }) => this.#isOf(call, makers)),
    };
    this.drafts.push(draft);
    return { kind: 'object', object: draft };
  }

  #draftCall(call: Call, walker: Walker, draft: Draft): Value {
    const row = this.#row;
    const texts = () => call.args.flatMap((argument) => walker.textsAt(call.frame, argument) ?? ['{?}']);
    if (fitsAny(call.name, row.adds)) draft.includes.push(...texts());
    if (fitsAny(call.name, row.removes)) draft.excludes.push(...texts());
    if (fitsAny(call.name, row.sets)) {
      draft.functions.push(...call.args.map((operation) => ({ frame: call.frame, operation })));
    }
    if (row.annotated.some((each) => fitsAny(call.name, each.switch))) {
      const [said] = texts();
      draft.annotated = said === 'true' ? true : said === 'false' ? false : null;
    }
    return { kind: 'object', object: draft };
  }

  /** `match("/a/**")`, `notMatch("/a/login")`, `check(r -> …)`, `stop()`; a function among the arguments is run. */
  #narrow(call: Call, walker: Walker, { matchers }: Narrowed): Value {
    const functions = call.args.filter((argument) => this.#isFunction(call, argument));
    const plain = call.args.filter((argument) => !functions.includes(argument));
    const all = [...matchers, ...this.#matchersOf(call, walker, plain)];
    const inside: RequestMatcher = { kind: 'both', matchers: all };
    const outer = this.#context;
    this.#context = { kind: 'both', matchers: [outer, inside] };
    for (const argument of functions) this.#runCheck(call, walker, argument);
    if (fitsAny(call.name, this.#row.ends)) this.#add(call, null, call.name);
    this.#context = outer;
    return { kind: 'object', object: { kind: 'narrowed', matchers: all } };
  }

  #isFunction({ frame }: Call, argument: OperationIndex): boolean {
    const kind = frame.regions.operation(argument)?.kind;
    return kind === 'lambda' || kind === 'method-reference';
  }

  #runCheck(call: Call, walker: Walker, argument: OperationIndex): void {
    const operation = call.frame.regions.operation(argument);
    const ran = walker.runFunction(call.frame, argument, { parameters: [], doubt: call.doubt });
    if (ran !== 'no-function' || operation?.kind !== 'method-reference') return;
    const check = this.#tools.models.guards.find(
      (row) => row.on === 'call' && row.asksCaller && fitsAny(operation.name, row.method ?? []),
    );
    const isCheck = check !== undefined && check.on === 'call';
    const requirement: Requirement = isCheck
      ? requirementOf(check.category, operation.name)
      : { kind: 'unknown', reason: notKnown(operation.name) };
    this.#add(call, requirement, `::${operation.name}`);
  }

  #matchersOf(call: Call, walker: Walker, args: readonly OperationIndex[]): readonly RequestMatcher[] {
    const isNot = fitsAny(call.name, this.#row.excludes);
    if (!isNot && !fitsAny(call.name, this.#row.matches)) return [];
    if (args.length === 0) return [];
    const texts = args.map((argument) => walker.textsAt(call.frame, argument));
    if (texts.includes(null)) {
      return [{ kind: 'unknown', reason: atRunTime(renderCall(call.frame.method, call.index)) }];
    }
    // With a function behind them, the second text is a path that is left out.
    const [first = [], ...others] = texts.map((each) => each ?? []);
    const takesOut = call.args.length > args.length && others.length === 1;
    const taken = either(this.#row, takesOut ? first : [first, ...others].flat());
    if (isNot) return [{ kind: 'not', matcher: taken }];
    return takesOut ? [taken, { kind: 'not', matcher: either(this.#row, others.flat()) }] : [taken];
  }

  #check(call: Call): void {
    const found = this.#guards(call);
    if (found === undefined) return;
    const text = renderCall(call.frame.method, call.index);
    this.#add(call, requirementOf(found.row.category, text), text);
  }

  #add(call: Call, requirement: Requirement | null, text: string): void {
    this.#statements.push({
      matcher: this.#context,
      requirement,
      evidence: this.#evidence(call, text),
      doubt: call.doubt,
    });
  }

  #evidence({ frame, line }: Call, text: string): Evidence {
    return { file: frame.method.owner.file.facts.path, line, text: shortText(text) };
  }
}

function requirementOf(category: string, text: string): Requirement {
  return category === 'authorization' ? { kind: 'authorized', rule: text } : { kind: 'authenticated' };
}
