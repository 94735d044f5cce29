import type { TypeName } from '../../../base/ids.ts';
import type { Text } from '../../../base/text.ts';
import type { Region } from '../../../facts/control-flow.ts';
import type { Body, OperationIndex } from '../../../facts/operations.ts';
import { callAt, type ProgramMethod } from '../../../link/program.ts';
import type { Evidence } from '../../labels.ts';
import type { CallFacts } from '../../match/call-facts.ts';
import { createCallMatcher } from '../../match/call-matcher.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { InterceptionRow } from '../../schema/access-rows.ts';
import type { ApplicationSettings } from '../application-settings.ts';
import type { Application } from '../applications.ts';
import { BodyRegions } from '../code/body-regions.ts';
import { conditionAt } from '../code/condition-at.ts';
import { lambdaBody } from '../code/lambda-body.ts';
import { renderOperation } from '../code/render-operation.ts';
import { shortText } from '../requirement.ts';
import { readsCredential } from './credentials.ts';
import { checksOnlyWhere, pathsNotRead } from './effect-reasons.ts';
import { type Exit, type ExitCalls, exitsOf } from './exits.ts';
import { type HandlerQuestion, handlerQuestion, isAskedOfHandler } from './handler-question.ts';
import { both, NO_LIMITS, PathConditions, type PathLimits } from './path-limits.ts';
import { type Presence, presenceSaid } from './presence.ts';
import { type RequestValues, requestValues } from './request-values.ts';
import { isBadRequest, statusNear, TOO_MANY } from './status-near.ts';
import { throwingChecks } from './throwing-checks.ts';
import { believesUnverified } from './unverified-tokens.ts';

/** What an interceptor does to requests that bring no credentials. */
export interface InterceptorEffect {
  /** `refuses`: ends them. `nothing`: lets them on. `unknown`: a setting that only run time knows decides. */
  readonly effect: 'refuses' | 'nothing' | 'unknown';
  readonly reason?: Text;
  readonly evidence: Evidence;
  /** Ends requests that come too fast. */
  readonly limits: boolean;
  /** Paths that it lets on before it looks, and paths beyond which it does not look. */
  readonly paths: Pick<PathLimits, 'exempt' | 'only'>;
  /** It looks only at handlers with one of these annotations. */
  readonly onlyWith: readonly TypeName[];
  /** It lets on handlers with one of these annotations. */
  readonly exceptWith: readonly TypeName[];
  /** What its refusals ask of the handler: one of these must hold. Empty where one asks nothing. */
  readonly asked: readonly HandlerQuestion[];
}

/** What the analysis of interceptors needs. */
export interface EffectContext {
  readonly tools: MatchTools;
  readonly settings: ApplicationSettings;
  /** The application that runs it: which beans it has. */
  readonly application?: Application;
}

/** How an intercepting function is judged. */
type JudgedBy = Pick<InterceptionRow, 'goesOn' | 'credentials'> & {
  /** That it asks who calls is known already. */
  readonly asksCaller?: boolean;
  /** Questions that say nothing of the caller. */
  readonly asides?: (operation: OperationIndex) => boolean;
};

/** Calls into helpers that are looked into. */
const DEEPEST = 3;
/** Throws where its value is missing. */
const DEMANDS = /^(?:orElseThrow|requireNonNull)$/u;

/** Judges one intercepting function. Undefined where it has no body. */
export function interceptorEffect(
  context: EffectContext,
  row: JudgedBy,
  code: InterceptingCode,
): InterceptorEffect | undefined {
  const { method, lambda } = code;
  const whole = method.declaration?.body;
  if (whole === undefined || whole === null) return undefined;
  const body = lambda === undefined ? whole : lambdaBody(whole, lambda);
  const judge = new InterceptorJudge(context, { row, method, body });
  return judge.judge();
}

/** A method, or a lambda inside of it. */
export interface InterceptingCode {
  readonly method: ProgramMethod;
  readonly lambda?: OperationIndex | undefined;
}

class InterceptorJudge {
  readonly #context: EffectContext;
  readonly #row: JudgedBy;
  readonly #method: ProgramMethod;
  readonly #body: Body;
  readonly #regions: BodyRegions;
  readonly #values: RequestValues;
  readonly #paths: PathConditions;
  #limits: PathLimits = NO_LIMITS;
  readonly #onlyWith = new Set<TypeName>();
  readonly #exceptWith = new Set<TypeName>();

  constructor(
    context: EffectContext,
    subject: {
      readonly row: JudgedBy;
      readonly method: ProgramMethod;
      readonly body: Body;
    },
  ) {
    this.#context = context;
    this.#row = subject.row;
    this.#method = subject.method;
    this.#body = subject.body;
    this.#regions = new BodyRegions(subject.body);
    this.#values = requestValues(subject.body);
    this.#paths = new PathConditions(context, subject.method, { body: subject.body });
  }

  judge(): InterceptorEffect {
    const calls = { continues: this.#callsOf('continuations'), refuses: this.#refusals() };
    const exits = exitsOf(this.#body, this.#row.goesOn, calls);
    const checks = throwingChecks(this.#context.tools, this.#method, { body: this.#body, exits });
    const stops = [...exits.filter((exit) => !exit.goesOn), ...checks, ...this.#demands()]
      .sort((left, right) => left.at - right.at)
      .filter((exit) => this.#stopsStrangers(exit));
    const tooMany = stops.filter((stop) => this.#statusNear(stop.at) === TOO_MANY);
    const refusing = stops.filter(
      (stop) => !tooMany.includes(stop) && !isBadRequest(this.#statusNear(stop.at)),
    );
    // One for some paths says nothing of the others, for which another one may stand further down.
    const first = refusing.find((stop) => this.#branchOfPaths(stop) === undefined) ?? refusing[0];
    const anchor = first ?? tooMany[0];
    const common = {
      evidence: this.#evidence(anchor?.at),
      limits: tooMany.length > 0,
      paths: NO_LIMITS,
    };
    if (first === undefined && this.#decidesInFunctions(calls)) {
      const { name } = this.#method.owner.declaration;
      const reason = {
        en: `${name} decides in functions that run later`,
        ru: `${name} решает в функциях, которые выполняются позже`,
      };
      return { ...common, effect: 'unknown', reason, onlyWith: [], exceptWith: [], asked: [] };
    }
    if (first === undefined || !(checks.includes(first) || this.#looksAtCredentials(this.#method, 0))) {
      return { ...common, effect: 'nothing', onlyWith: [], exceptWith: [], asked: [] };
    }
    const letsStrangersOn =
      exits.some((exit) => exit.goesOn && this.#isBeforeStop(exit, first, refusing)) ||
      believesUnverified(this.#context.tools, this.#method);
    for (const { condition, holds } of this.#conditions(first.at)) this.#note(condition, holds);
    const doubt = letsStrangersOn ? undefined : this.#doubt(first);
    return {
      ...common,
      effect: letsStrangersOn ? 'nothing' : doubt === undefined ? 'refuses' : 'unknown',
      ...(doubt === undefined ? {} : { reason: doubt }),
      paths: this.#limits,
      onlyWith: [...this.#onlyWith],
      exceptWith: [...this.#exceptWith],
      asked: this.#askedOfHandlers(refusing),
    };
  }

  #askedOfHandlers(stops: readonly Exit[]): readonly HandlerQuestion[] {
    const place = { body: this.#body, regions: this.#regions };
    const questions = stops.map(({ at }) =>
      handlerQuestion(this.#context.tools, this.#method, { ...place, index: at }),
    );
    const asked = questions.filter((question) => question !== undefined);
    return asked.length === questions.length ? asked : [];
  }

  /** Why nobody can tell whom the stop meets. */
  #doubt(stop: Exit): Text | undefined {
    const { name } = this.#method.owner.declaration;
    const { unread } = this.#limits;
    if (unread !== null) return pathsNotRead(name, unread);
    const setting = this.#settingAround(stop);
    return setting === undefined ? undefined : checksOnlyWhere(name, setting);
  }

  /** `Optional.ofNullable(request.getHeader("token")).orElseThrow()`. */
  #demands(): readonly Exit[] {
    return this.#body.operations.flatMap((operation, at) => {
      if (operation.kind !== 'call' || !DEMANDS.test(operation.name) || !this.#isInside(at)) return [];
      const isLater = this.#regions.around(at, 0).some(({ kind }) => kind === 'lambda' || kind === 'try');
      return !isLater && this.#asksCaller(at) ? [{ at, goesOn: false }] : [];
    });
  }

  /** Reactive code that hands on in one function and refuses in another one, after a look at credentials. */
  #decidesInFunctions({ continues, refuses }: ExitCalls): boolean {
    const isLater = (at: OperationIndex) =>
      this.#regions.around(at, 0).some((region) => region.kind === 'lambda');
    return continues.some(isLater) && refuses.length > 0 && this.#looksAtCredentials(this.#method, 0);
  }

  /** A catch stops what throws alone: whoever brings nothing may still come to a way on behind it that is meant for him. */
  #isBeforeStop(exit: Exit, first: Exit, stops: readonly Exit[]): boolean {
    if (exit.at < first.at) return this.#isOpen(exit, stops);
    const passed = stops.filter(({ at }) => at < exit.at);
    if (!passed.every(({ at }) => this.#regions.isCaught(at))) return false;
    return this.#conditions(exit.at).some(
      ({ condition, holds }) =>
        this.#presence(condition, holds) === 'missing' && this.#values.isFromRequest(condition),
    );
  }

  /** A stop for some paths before it, in the same branch, leaves no strangers for a way on. */
  #isOpen(exit: Exit, stops: readonly Exit[]): boolean {
    const isStopped = stops.some(
      (stop) => stop.at < exit.at && (this.#branchOfPaths(stop)?.end ?? 0) > exit.at,
    );
    return !isStopped && this.#letsStrangersOn(exit);
  }

  /** The branch around a stop that is taken for some paths only. */
  #branchOfPaths({ at }: Exit): Region | undefined {
    return this.#regions.around(at, 0).find(({ kind, condition }) => {
      if (condition === undefined || (kind !== 'then' && kind !== 'else')) return false;
      return (this.#paths.read(condition, kind === 'then')?.only.length ?? 0) > 0;
    });
  }

  /** A stop under "a token is there" does not stop who brings none; one under a setting that is off never happens. */
  #stopsStrangers({ at }: Exit): boolean {
    return this.#conditions(at).every(({ condition, holds }) => {
      if (this.#presence(condition, holds) === 'present') return false;
      const known = conditionAt(this.#context, this.#method, condition);
      return known === null || known === holds;
    });
  }

  /** Whether a way on that comes before all stops is open to who brings nothing. Ways for some paths or handlers are noted. */
  #letsStrangersOn({ at }: Exit): boolean {
    const conditions = this.#conditions(at);
    if (conditions.length === 0) return true;
    return conditions.some(({ condition, holds }) => {
      if (this.#isAskedOfHandler(condition)) return false;
      const parts = this.#values.madeOf(condition);
      const presence = this.#presence(condition, holds);
      if (this.#noteAnnotations(parts, presence)) return false;
      this.#note(condition, !holds);
      return presence === 'missing' && this.#values.isFromRequest(condition);
    });
  }

  /** What a condition says of the credentials, whatever it says of paths. */
  #presence(condition: OperationIndex, holds: boolean): Presence {
    const leaves = (part: OperationIndex) =>
      this.#paths.asks(part) || this.#row.asides?.(part) === true || this.#isAskedOfHandler(part);
    return presenceSaid(this.#body, condition, { holds, leaves });
  }

  /** Notes for which paths the check is made, where it is when the condition comes to `applies`. */
  #note(condition: OperationIndex, applies: boolean): void {
    const limits = this.#paths.read(condition, applies);
    if (limits !== undefined) this.#limits = both(this.#limits, limits);
  }

  /** `method.getAnnotation(LoginRequired.class) == null` decides by the handler. */
  #noteAnnotations(parts: readonly OperationIndex[], presence: 'present' | 'missing' | undefined): boolean {
    const annotations = parts.flatMap((part) => {
      if (this.#body.operations[part]?.kind !== 'class-literal') return [];
      const type = this.#method.operationTypes[part];
      const named = type?.kind === 'class' && type.args[0] !== undefined ? classOf(type.args[0]) : undefined;
      const declared = named === undefined ? undefined : this.#context.tools.program.type(named);
      return declared?.declaration.kind === 'annotation' ? [declared.name] : [];
    });
    const target = presence === 'missing' ? this.#onlyWith : this.#exceptWith;
    for (const annotation of annotations) target.add(annotation);
    return annotations.length > 0;
  }

  /** `asked` tells for which handlers a request comes so far. */
  #isAskedOfHandler(condition: OperationIndex): boolean {
    const place = { body: this.#body, values: this.#values };
    return isAskedOfHandler(this.#context.tools, this.#method, { ...place, condition });
  }

  /** The outermost condition around a stop that nothing of the request goes into. */
  #settingAround({ at }: Exit): string | undefined {
    const found = this.#conditions(at).find(
      ({ condition }) =>
        !this.#values.isFromRequest(condition) &&
        !this.#asksCaller(condition) &&
        !this.#isAskedOfHandler(condition) &&
        conditionAt(this.#context, this.#method, condition) === null,
    );
    return found === undefined ? undefined : renderOperation(this.#method, found.condition);
  }

  #conditions(
    at: OperationIndex,
  ): readonly { readonly condition: OperationIndex; readonly holds: boolean }[] {
    return this.#regions
      .around(at, 0)
      .filter((region): region is Region & { condition: OperationIndex } => {
        return (region.kind === 'then' || region.kind === 'else') && region.condition !== undefined;
      })
      .map((region) => ({ condition: region.condition, holds: region.kind === 'then' }))
      .reverse();
  }

  #callsOf(section: 'continuations' | 'refusals'): readonly OperationIndex[] {
    const { tools } = this.#context;
    const matcher = createCallMatcher(tools.models[section], tools);
    return tools
      .outsideCalls(this.#method)
      .filter(({ site }) => this.#isInside(site.operation))
      .filter((call) => matcher(call).length > 0)
      .map((call) => call.site.operation);
  }

  /** In the function itself: a lambda is only a part of its method. */
  #isInside(at: OperationIndex): boolean {
    const { start, end } = this.#body.regions[0] ?? { start: 0, end: 0 };
    return at >= start && at < end;
  }

  /** Refusing calls, helpers that make one included; making an exception refuses only when it is thrown. */
  #refusals(): readonly OperationIndex[] {
    const isNew = (at: OperationIndex) => this.#body.operations[at]?.kind === 'new';
    const own = this.#callsOf('refusals').filter((at) => !isNew(at));
    const throughHelpers = this.#method.calls
      .filter(({ operation }) => this.#isInside(operation) && !isNew(operation))
      .filter((site) => this.#helperRefuses(site.operation))
      .map((site) => site.operation);
    return [...own, ...throughHelpers].sort((left, right) => left - right);
  }

  /** A helper without a result that answers with a refusal. */
  #helperRefuses(operation: OperationIndex): boolean {
    const helper = this.#helper(this.#method, operation);
    if (helper === undefined || helper.returnType.kind !== 'void') return false;
    const { tools } = this.#context;
    const matcher = createCallMatcher(tools.models.refusals, tools);
    return tools.outsideCalls(helper).some((call) => matcher(call).length > 0);
  }

  /** Some part of the value is what tells the caller, or a helper that looks at it. */
  #asksCaller(value: OperationIndex): boolean {
    return this.#values.madeOf(value).some((part) => {
      const call = this.#context.tools.callAt(this.#method, part);
      if (call !== undefined && this.#isCredential(call)) return true;
      const helper = this.#helper(this.#method, part);
      return helper !== undefined && this.#looksAtCredentials(helper, 1);
    });
  }

  #isCredential(call: CallFacts): boolean {
    return readsCredential(this.#context, this.#row.credentials, call);
  }

  #looksAtCredentials(method: ProgramMethod, depth: number): boolean {
    if (this.#row.asksCaller === true && depth === 0) return true;
    const { tools } = this.#context;
    const isMeant = (at: OperationIndex) => method !== this.#method || this.#isInside(at);
    const here = tools
      .outsideCalls(method)
      .some((call) => isMeant(call.site.operation) && this.#isCredential(call));
    if (here || depth >= DEEPEST) return here;
    return method.calls.some((site) => {
      const helper = isMeant(site.operation) ? this.#helper(method, site.operation) : undefined;
      return helper !== undefined && this.#looksAtCredentials(helper, depth + 1);
    });
  }

  #helper(method: ProgramMethod, operation: OperationIndex): ProgramMethod | undefined {
    const site = callAt(method, operation);
    const [only, ...others] = site?.targets ?? [];
    if (only === undefined || others.length > 0) return undefined;
    const helper = this.#context.tools.program.method(only.method);
    return helper?.declaration?.body ? helper : undefined;
  }

  #statusNear(at: OperationIndex): string | undefined {
    const place = { method: this.#method, body: this.#body, regions: this.#regions };
    return statusNear(this.#context, place, at);
  }

  #evidence(at: OperationIndex | undefined): Evidence {
    const { owner, declaration } = this.#method;
    const operation = at === undefined ? undefined : this.#body.operations[at];
    return {
      file: owner.file.facts.path,
      line: operation?.line ?? declaration?.line ?? 1,
      text: shortText(`${owner.declaration.name}.${this.#method.name} ends the request`),
    };
  }
}
