import type { Body, CallOperation, OperationIndex } from '../../../facts/operations.ts';
import { callAt, type ProgramMethod } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { ApplicationSettings } from '../application-settings.ts';
import type { Application } from '../applications.ts';
import { beanMethod } from '../code/held-bean.ts';
import { renderOperation } from '../code/render-operation.ts';
import { textsAt } from '../code/texts-at.ts';
import { returnedSource } from '../code/written-source.ts';
import { answersOf, type MethodAnswer } from './method-answers.ts';
import { type RequestValues, requestValues } from './request-values.ts';

/** Which paths a check is made for, as its code compares the path of the request with texts. */
export interface PathLimits {
  /** Paths (or parts of paths) that it lets on before it looks. */
  readonly exempt: readonly string[];
  /** It looks at paths with one text of each list only. */
  readonly only: readonly (readonly string[])[];
  /** A question about the path whose texts nobody can tell, as written. */
  readonly unread: string | null;
}

/** What reading conditions needs. */
export interface PathContext {
  readonly tools: MatchTools;
  readonly settings: ApplicationSettings;
  readonly application?: Application;
}

export const NO_LIMITS: PathLimits = { exempt: [], only: [], unread: null };

const DEEPEST = 20;
const DEEPEST_HELPER = 3;
const GIVES_PATH =
  /^(?:get(?:RequestURI|RequestURL|ServletPath|PathInfo|Path|RequestPath|LookupPath\w*|PathWithinApplication)|path)$/u;
/** Members that make a collection which stays empty. */
const EMPTY = /^(?:emptyList|emptySet|of)$/u;
const SAYS_NO = /^(?:noneMatch|isEmpty|isNull)$/u;

/** Reads what the conditions of one method say of paths. */
export class PathConditions {
  readonly #context: PathContext;
  readonly #method: ProgramMethod;
  readonly #body: Body;
  readonly #values: RequestValues;
  /** The method is given the path itself. */
  readonly #takesPath: boolean;
  readonly #depth: number;

  constructor(
    context: PathContext,
    method: ProgramMethod,
    code: { readonly body: Body; readonly takesPath?: boolean; readonly depth?: number },
  ) {
    this.#context = context;
    this.#method = method;
    this.#body = code.body;
    this.#values = requestValues(code.body);
    this.#takesPath = code.takesPath ?? false;
    this.#depth = code.depth ?? 0;
  }

  /** Some part of the value is the path of the request, or a matcher that is given the request. */
  asks(operation: OperationIndex): boolean {
    return this.#values.madeOf(operation).some((part) => {
      const each = this.#body.operations[part];
      if (each?.kind === 'parameter') return this.#takesPath && this.#isText(part);
      if (each?.kind !== 'call') return false;
      return GIVES_PATH.test(each.name) || this.#matchesRequest(each);
    });
  }

  /** What a condition says of paths, where the check is made when it comes to `applies`; undefined where it asks for none. */
  read(condition: OperationIndex, applies: boolean): PathLimits | undefined {
    return this.asks(condition) ? this.#read(condition, { applies, depth: 0 }) : undefined;
  }

  /** The same of the answer of the whole method. */
  readAnswer(applies: boolean): PathLimits | undefined {
    const answers = answersOf(this.#body);
    const isOther = ({ fixed }: MethodAnswer) => fixed !== undefined && fixed !== applies;
    const limitsOf = (each: MethodAnswer, wanted: (holds: boolean) => boolean) =>
      each.conditions.flatMap(({ condition, holds }) => this.read(condition, wanted(holds)) ?? []);
    const found = answers.flatMap((each) => {
      if (each.fixed === undefined) return [this.read(each.value, applies) ?? NO_LIMITS];
      return isOther(each) ? limitsOf(each, (holds) => !holds) : [];
    });
    // `if (path.startsWith("/api")) return false; return true;`: the first answer is for few, the last one for all others.
    const passesOthers = answers.some((each) => isOther(each) && each.conditions.length === 0);
    const kept = answers.flatMap((each) => (each.fixed === applies ? limitsOf(each, (holds) => holds) : []));
    if (passesOthers && kept.length > 0) found.push(either(kept));
    return found.length === 0 ? undefined : found.reduce(both);
  }

  #read(index: OperationIndex, at: { readonly applies: boolean; readonly depth: number }): PathLimits {
    const operation = this.#body.operations[index];
    const { applies } = at;
    if (operation === undefined || at.depth > DEEPEST) return NO_LIMITS;
    const next = (inner: OperationIndex, wanted = applies) =>
      this.#read(inner, { applies: wanted, depth: at.depth + 1 });
    switch (operation.kind) {
      case 'unary':
        return operation.operator === '!' ? next(operation.operand, !applies) : NO_LIMITS;
      case 'local':
        return next(operation.declaration);
      case 'declare':
        return operation.value === null ? NO_LIMITS : next(operation.value);
      case 'binary':
        return isJunction(operation)
          ? this.#junction(operation.operands, (operation.operator === '&&') === applies, next)
          : this.#leaf(index, this.#isNegative(operation) !== applies);
      case 'call':
        return this.#leaf(index, SAYS_NO.test(operation.name) !== applies);
      default:
        return NO_LIMITS;
    }
  }

  #junction(
    operands: readonly OperationIndex[],
    areAllNeeded: boolean,
    next: (inner: OperationIndex) => PathLimits,
  ): PathLimits {
    const asking = operands.filter((operand) => this.asks(operand));
    const limits = asking.map((operand) => next(operand));
    if (areAllNeeded) return limits.reduce(both, NO_LIMITS);
    const joined = either(limits);
    return asking.length === operands.length ? joined : { ...joined, only: [] };
  }

  #leaf(index: OperationIndex, isIn: boolean): PathLimits {
    if (!this.asks(index)) return NO_LIMITS;
    const texts = this.#texts(index);
    // A list that the program gathers, and that is empty.
    if (texts.length === 0 && this.#context.tools.handlerPaths?.(this.#method, index)?.length === 0)
      return NO_LIMITS;
    if (!isIn && texts.length === 0 && this.#isOfNothing(index)) return NO_LIMITS;
    if (texts.length > 0) {
      return isIn ? { ...NO_LIMITS, only: [texts] } : { ...NO_LIMITS, exempt: texts };
    }
    return (
      this.#answerOfHelper(index, isIn) ?? { ...NO_LIMITS, unread: renderOperation(this.#method, index) }
    );
  }

  /** `isOpen(request)` of the tree. */
  #answerOfHelper(index: OperationIndex, applies: boolean): PathLimits | undefined {
    const [only, ...others] = callAt(this.#method, index)?.targets ?? [];
    const helper =
      only === undefined || others.length > 0 ? undefined : this.#context.tools.program.method(only.method);
    const body = helper?.declaration?.body;
    if (helper === undefined || body === undefined || body === null) return undefined;
    if (this.#depth >= DEEPEST_HELPER) return undefined;
    const reading = { body, takesPath: true, depth: this.#depth + 1 };
    return new PathConditions(this.#context, helper, reading).readAnswer(applies);
  }

  /** One of a list that a bean of the application gives, and that is empty for good. */
  #isOfNothing(index: OperationIndex): boolean {
    const { tools, application } = this.#context;
    return this.#values.madeOf(index).some((part) => {
      const called = application && beanMethod({ tools, application }, this.#method, part);
      const source = called && returnedSource(called);
      const made = source?.method.declaration?.body?.operations[source.operation];
      return made?.kind === 'call' && EMPTY.test(made.name) && made.args.length === 0;
    });
  }

  #texts(index: OperationIndex): readonly string[] {
    const texts = this.#values
      .madeOf(index)
      .flatMap((part) => textsAt(this.#context, this.#method, part) ?? []);
    return [...new Set(texts)].filter((text) => /[/.\w]/u.test(text) && !/^-?\d+$/u.test(text));
  }

  /** `path.indexOf("/api") == -1`, `path.startsWith("/api") == false`. */
  #isNegative(operation: {
    readonly operator: string;
    readonly operands: readonly OperationIndex[];
  }): boolean {
    const literals = operation.operands.map((each) => this.#literal(each));
    if (operation.operator === '==') return literals.includes('-1') || literals.includes('false');
    if (operation.operator === '<') return literals.includes('0');
    return operation.operator === '!=' && !literals.includes('-1') && !literals.includes('false');
  }

  #literal(index: OperationIndex): string | undefined {
    const operation = this.#body.operations[index];
    if (operation?.kind === 'literal') return operation.value;
    const inner = operation?.kind === 'unary' ? this.#body.operations[operation.operand] : undefined;
    return inner?.kind === 'literal' ? `-${inner.value}` : undefined;
  }

  /** `new AntPathRequestMatcher("/open/**").matches(request)`. */
  #matchesRequest({ name, args }: CallOperation): boolean {
    if (name !== 'matches' && name !== 'match') return false;
    return args.some((argument) => {
      const type = this.#method.operationTypes[argument];
      const named = type === undefined ? undefined : classOf(type);
      return named !== undefined && /(?:Request|Exchange)$/u.test(named);
    });
  }

  #isText(parameter: OperationIndex): boolean {
    const type = this.#method.operationTypes[parameter];
    return type !== undefined && classOf(type) === 'java.lang.String';
  }
}

function isJunction({ operator }: { readonly operator: string }): boolean {
  return operator === '&&' || operator === '||';
}

/** Limits that all hold. */
export function both(left: PathLimits, right: PathLimits): PathLimits {
  return {
    exempt: [...new Set([...left.exempt, ...right.exempt])],
    only: [...left.only, ...right.only],
    unread: left.unread ?? right.unread,
  };
}

/** Limits of which one is enough: what one of them leaves out may still be left out. */
function either(all: readonly PathLimits[]): PathLimits {
  const joined = all.reduce(both, NO_LIMITS);
  const areLists = all.every(({ exempt, only }) => exempt.length === 0 && only.length === 1);
  return { ...joined, only: areLists && all.length > 0 ? [joined.only.flat()] : [] };
}
