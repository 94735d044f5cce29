import type { MethodId } from '../../../base/ids.ts';
import type { Text } from '../../../base/text.ts';
import type { CallOperation, NewOperation, OperationIndex } from '../../../facts/operations.ts';
import { callAt, type ProgramMethod } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import type { Application } from '../applications.ts';
import { BodyRegions } from './body-regions.ts';
import { isInjectedCollection, objectsBehind } from './injected-collection.ts';
import { onlyFunction } from './only-function.ts';
import { LOOP, regionDoubt } from './region-doubt.ts';
import { textsAt } from './texts-at.ts';

/** What the walk knows of a value: an object of the configuration, a function that may be run later, or texts. */
export type WalkValue<V> =
  | { readonly kind: 'object'; readonly object: V }
  | { readonly kind: 'function'; readonly frame: Frame<V>; readonly operation: OperationIndex }
  | { readonly kind: 'texts'; readonly texts: readonly string[] };

/** One run of one method's body. */
export interface Frame<V> {
  readonly method: ProgramMethod;
  readonly regions: BodyRegions;
  readonly values: Map<OperationIndex, WalkValue<V>>;
  /** Why nobody can tell whether this run happens at all. */
  doubt: Text | undefined;
  returned: WalkValue<V> | undefined;
  readonly depth: number;
}

/** A call or construction met on the way. */
export interface WalkedCall<V> {
  readonly frame: Frame<V>;
  readonly index: OperationIndex;
  readonly operation: CallOperation | NewOperation;
  /** `new` for constructions. */
  readonly name: string;
  readonly receiver: V | undefined;
  readonly args: readonly OperationIndex[];
  readonly line: number;
  /** Why nobody can tell whether the call happens. */
  readonly doubt: Text | undefined;
}

/** What a configuration language makes of the calls. */
export interface CallReader<V> {
  /** The value of the call; undefined where the language does not know it. */
  read(call: WalkedCall<V>, walker: CodeWalker<V>): WalkValue<V> | undefined;
  /** An object is handed to code that is not read. */
  lost?(object: V, call: WalkedCall<V>): void;
}

/** Methods in methods, functions in functions. */
const DEEPEST = 12;
/** Operations looked at for one configuration method, helpers included. */
const MOST_STEPS = 50_000;

/**
 * Walks configuration code in the order it runs, without values of its own: objects of the configuration are followed
 * through locals, helper methods, lambdas and method references; branches that settings decide are decided; what depends on
 * run time is marked with the reason. A function runs where the configuration language runs it, not where it is written.
 */
export class CodeWalker<V> {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly #reader: CallReader<V>;
  #steps = 0;
  /** Runs in runs: functions can lead back to themselves. */
  #running = 0;

  constructor(
    context: { readonly tools: MatchTools; readonly application: Application },
    reader: CallReader<V>,
  ) {
    this.tools = context.tools;
    this.application = context.application;
    this.#reader = reader;
  }

  /** Runs a method with values for its parameters; gives what it returns. */
  runMethod(
    method: ProgramMethod,
    parameters: readonly (WalkValue<V> | undefined)[],
    from?: { readonly depth: number; readonly doubt: Text | undefined },
  ): WalkValue<V> | undefined {
    const body = method.declaration?.body;
    const depth = (from?.depth ?? -1) + 1;
    if (body === undefined || body === null || depth > DEEPEST) return undefined;
    const frame: Frame<V> = {
      method,
      regions: new BodyRegions(body),
      values: new Map(),
      doubt: from?.doubt,
      returned: undefined,
      depth,
    };
    for (const [index, value] of parameters.entries())
      if (value !== undefined) frame.values.set(index, value);
    this.#run(frame, 0);
    return frame.returned;
  }

  /** Runs the function that an operation gives, as the configuration language would; undefined where there is none. */
  runFunction(
    frame: Frame<V>,
    operation: OperationIndex,
    run: { readonly parameters: readonly (WalkValue<V> | undefined)[]; readonly doubt: Text | undefined },
  ): WalkValue<V> | undefined | 'no-function' {
    const value = this.valueAt(frame, operation);
    const home = value?.kind === 'function' ? value.frame : frame;
    const at = value?.kind === 'function' ? value.operation : operation;
    const function_ = home.regions.operation(at);
    if (function_?.kind === 'lambda') {
      for (const [index, declaration] of function_.parameters.entries()) {
        const given = run.parameters[index];
        if (given !== undefined) home.values.set(declaration, given);
      }
      const before = home.doubt;
      home.doubt = run.doubt ?? before;
      home.returned = undefined;
      this.#run(home, function_.region);
      home.doubt = before;
      return function_.result === null ? home.returned : this.valueAt(home, function_.result);
    }
    const method = this.#functionMethod(home, at);
    if (method === undefined) return 'no-function';
    return this.runMethod(method, run.parameters, { depth: frame.depth, doubt: run.doubt });
  }

  /** The value of an operation; helper methods that give a function or an object are run for it. */
  valueAt(frame: Frame<V>, operation: OperationIndex): WalkValue<V> | undefined {
    const known = frame.values.get(operation);
    if (known !== undefined) return known;
    const each = frame.regions.operation(operation);
    if (each?.kind === 'local') return frame.values.get(each.declaration);
    if (each?.kind === 'cast') return this.valueAt(frame, each.operand);
    if (each?.kind !== 'call') return undefined;
    const helper = this.#helper(frame, operation);
    if (helper === undefined) return undefined;
    const value = this.runMethod(helper, [], { depth: frame.depth, doubt: frame.doubt });
    if (value !== undefined) frame.values.set(operation, value);
    return value;
  }

  /** Constant texts of an operation (patterns of a verb, where one is given): one or a list; null where they are not known. */
  textsAt(frame: Frame<V>, operation: OperationIndex, verb?: string): readonly string[] | null {
    return textsAt(
      {
        verb,
        tools: this.tools,
        settings: this.application.settings,
        application: this.application,
        textsOf: (index) => {
          const value = frame.values.get(index);
          return value?.kind === 'texts' ? value.texts : undefined;
        },
      },
      frame.method,
      operation,
    );
  }

  #run(frame: Frame<V>, region: number): void {
    if (this.#running >= DEEPEST) return;
    this.#running += 1;
    this.#runRegion(frame, region);
    this.#running -= 1;
  }

  #runRegion(frame: Frame<V>, region: number): void {
    const range = frame.regions.region(region);
    if (range === undefined) return;
    for (let index = range.start; index < range.end; index += 1) {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) return;
      const skipTo = frame.regions.functionEnd(index, region);
      if (skipTo !== undefined) {
        index = skipTo - 1;
        continue;
      }
      const reach = regionDoubt(
        { tools: this.tools, settings: this.application.settings, textsAt: (at) => this.textsAt(frame, at) },
        frame,
        { index, root: region },
      );
      if (reach !== 'never') this.#step(frame, index, reach.doubt ?? frame.doubt);
    }
  }

  #step(frame: Frame<V>, index: OperationIndex, doubt: Text | undefined): void {
    const operation = frame.regions.operation(index);
    switch (operation?.kind) {
      case 'local':
        this.#copy(frame, operation.declaration, index);
        return;
      case 'cast':
        this.#copy(frame, operation.operand, index);
        return;
      case 'declare':
        this.#declare(frame, index, operation);
        return;
      case 'assign': {
        const target = frame.regions.operation(operation.target);
        if (target?.kind === 'local') this.#copy(frame, operation.value, target.declaration);
        return;
      }
      case 'lambda':
      case 'method-reference':
        frame.values.set(index, { kind: 'function', frame, operation: index });
        return;
      case 'return':
        if (operation.value !== null) frame.returned = this.valueAt(frame, operation.value) ?? frame.returned;
        return;
      case 'call':
      case 'new':
        this.#call(frame, index, { operation, doubt });
        return;
      default:
        return;
    }
  }

  #declare(
    frame: Frame<V>,
    index: OperationIndex,
    operation: { readonly role: string; readonly value: OperationIndex | null },
  ): void {
    if (operation.value === null) return;
    if (operation.role === 'foreach') {
      const texts = this.textsAt(frame, operation.value);
      if (texts !== null) frame.values.set(index, { kind: 'texts', texts });
      return;
    }
    this.#copy(frame, operation.value, index);
  }

  #copy(frame: Frame<V>, from: OperationIndex, to: OperationIndex): void {
    const value = frame.values.get(from);
    if (value !== undefined) frame.values.set(to, value);
  }

  #call(
    frame: Frame<V>,
    index: OperationIndex,
    {
      operation,
      doubt,
    }: { readonly operation: CallOperation | NewOperation; readonly doubt: Text | undefined },
  ): void {
    const receiver = operation.object === null ? undefined : this.valueAt(frame, operation.object);
    const call: WalkedCall<V> = {
      frame,
      index,
      operation,
      name: operation.kind === 'new' ? 'new' : operation.name,
      receiver: receiver?.kind === 'object' ? receiver.object : undefined,
      args: operation.args,
      line: frame.regions.operation(index)?.line ?? 1,
      doubt,
    };
    const value = this.#reader.read(call, this) ?? this.#followUnread(call);
    if (value !== undefined) frame.values.set(index, value);
  }

  /** A call that the language does not know: a helper that is handed an object, or a function that uses one. */
  #followUnread(call: WalkedCall<V>): WalkValue<V> | undefined {
    const given = call.args.map((argument) => call.frame.values.get(argument));
    if (given.some((value) => value?.kind === 'object')) return this.#followObjects(call, given);
    for (const argument of call.args) {
      if (given[call.args.indexOf(argument)]?.kind === 'function') this.#followFunction(call, argument);
    }
    return undefined;
  }

  /** Objects are handed to a method of the tree, to each object of an injected collection, or to nobody knows whom. */
  #followObjects(
    call: WalkedCall<V>,
    given: readonly (WalkValue<V> | undefined)[],
  ): WalkValue<V> | undefined {
    const { frame, index, doubt } = call;
    const helper = this.#helper(frame, index);
    if (helper !== undefined) return this.runMethod(helper, given, { depth: frame.depth, doubt });
    const ran = this.#runForEach(call, given);
    for (const value of ran ? [] : given) {
      if (value?.kind === 'object') this.#reader.lost?.(value.object, call);
    }
    return undefined;
  }

  /** A function that uses an object from around it is run, once for each item or for all of them. */
  #followFunction(call: WalkedCall<V>, argument: OperationIndex): void {
    const { frame, doubt } = call;
    if (!this.#usesObject(frame, argument)) return;
    const receiver = call.operation.object;
    const texts = receiver === null ? null : this.textsAt(frame, receiver);
    const isKnown =
      texts !== null ||
      (receiver !== null && isInjectedCollection(this.tools.program, frame.method, receiver));
    this.runFunction(frame, argument, {
      parameters: [texts === null ? undefined : { kind: 'texts', texts }],
      doubt: doubt ?? (isKnown ? undefined : LOOP),
    });
  }

  /** A function written here whose body reads an object from around it. */
  #usesObject(frame: Frame<V>, operation: OperationIndex): boolean {
    const function_ = frame.regions.operation(operation);
    if (function_?.kind !== 'lambda') return false;
    const region = frame.regions.region(function_.region);
    for (let index = region?.start ?? 0; index < (region?.end ?? 0); index += 1) {
      const each = frame.regions.operation(index);
      if (each?.kind === 'local' && frame.values.get(each.declaration)?.kind === 'object') return true;
    }
    return false;
  }

  /** The one method of the tree with a body that a call runs. */
  #helper(frame: Frame<V>, operation: OperationIndex): ProgramMethod | undefined {
    const site = callAt(frame.method, operation);
    const targets = (site?.targets ?? []).map((target: { readonly method: MethodId }) =>
      this.tools.program.method(target.method),
    );
    const [only] = targets;
    return targets.length === 1 && only?.declaration?.body ? only : undefined;
  }

  /** A call on each object of an injected collection; says whether there was one to run. */
  #runForEach(call: WalkedCall<V>, given: readonly (WalkValue<V> | undefined)[]): boolean {
    const { frame, index, doubt } = call;
    const from = { depth: frame.depth, doubt };
    const objects = objectsBehind(this, frame.method, index);
    for (const { method, gives } of objects) {
      const value = this.runMethod(method, gives ? [] : given, from);
      if (gives && value?.kind === 'function')
        this.runFunction(value.frame, value.operation, { parameters: given, doubt });
    }
    return objects.length > 0;
  }

  #functionMethod(frame: Frame<V>, operation: OperationIndex): ProgramMethod | undefined {
    const each = frame.regions.operation(operation);
    if (each?.kind === 'method-reference') return this.#helper(frame, operation);
    return onlyFunction(this.tools.program, frame.method, operation);
  }
}
