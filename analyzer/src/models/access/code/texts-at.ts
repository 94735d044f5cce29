import { Modifier } from '../../../facts/declarations.ts';
import type { CallOperation, Operation, OperationIndex } from '../../../facts/operations.ts';
import type { ProgramField, ProgramMethod, ProgramType } from '../../../link/program.ts';
import { textsOf, UNKNOWN_PART } from '../../match/constant-texts.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import type { ApplicationSettings } from '../application-settings.ts';
import type { Application } from '../applications.ts';
import { boundProperty, settingTexts } from './bound-property.ts';
import { beanMethod } from './held-bean.ts';
import { returnedSource, type WrittenSource, writtenSource } from './written-source.ts';

/** What constant texts are read with. */
export interface TextsContext {
  readonly tools: MatchTools;
  readonly settings: ApplicationSettings;
  /** The application that runs the code: which beans it has. */
  readonly application?: Application | undefined;
  /** Texts that somebody else knows of an operation (a loop variable, a function's parameter). */
  textsOf?(operation: OperationIndex): readonly string[] | undefined;
  /** The texts are patterns for requests of this verb. */
  readonly verb?: string | undefined;
}

const CONSTANT = Modifier.static | Modifier.final;
/** How far values are followed through locals, fields and collections. */
const DEEPEST = 10;
/** Members that make a collection of their arguments. */
const COLLECTORS: ReadonlySet<string> = new Set([
  'of',
  'asList',
  'ofNullable',
  'copyOf',
  'singletonList',
  'singleton',
  'unmodifiableList',
  'emptyList',
  'emptySet',
]);
/** Members that give the receiver's own items. */
const PASSING: ReadonlySet<string> = new Set(['toArray', 'stream', 'toList', 'clone', 'parallelStream']);

/**
 * The texts an operation gives, in order: a constant, an array or collection of constants, a field with such an initialiser
 * or with a setting (`@Value`). Parts that are not known stand as `{?}`; null where nothing is known.
 */
export function textsAt(
  context: TextsContext,
  method: ProgramMethod,
  operation: OperationIndex,
): readonly string[] | null {
  return new TextReader(context).read(method, operation, 0);
}

/** Values looked at for one question, texts in one answer and characters in one text: values can stand in each other many times. */
const MOST_READS = 2_000;
const MOST_TEXTS = 1_000;
const LONGEST_TEXT = 4_000;

class TextReader {
  readonly #context: TextsContext;
  #reads = 0;
  /** In a method of another object: what its fields hold by then is another question, but for constants. */
  #isAway = false;

  constructor(context: TextsContext) {
    this.#context = context;
  }

  read(method: ProgramMethod, index: OperationIndex, depth: number): readonly string[] | null {
    const operation = method.declaration?.body?.operations[index];
    this.#reads += 1;
    if (operation === undefined || depth > DEEPEST || this.#reads > MOST_READS) return null;
    const known = this.#context.textsOf?.(index) ?? this.#constant(method, index);
    return known ?? this.#composed(method, { index, operation, depth });
  }

  #composed(
    method: ProgramMethod,
    at: { readonly index: OperationIndex; readonly operation: Operation; readonly depth: number },
  ): readonly string[] | null {
    const { index, operation, depth } = at;
    const next = (inner: OperationIndex) => this.read(method, inner, depth + 1);
    switch (operation.kind) {
      case 'local': {
        const said = this.#context.textsOf?.(operation.declaration);
        if (said !== undefined) return said;
        const added = additionsTo(method, { declaration: operation.declaration });
        return this.#withAdditions(method, next(operation.declaration), { added, depth });
      }
      case 'declare':
        return operation.value === null || operation.role === 'foreach' ? null : next(operation.value);
      case 'cast':
        return next(operation.operand);
      case 'new-array':
        return joinTexts(operation.items.map(next));
      case 'binary':
        return operation.operator === '+' ? concatenated(operation.operands.map(next)) : null;
      case 'new':
        return this.#isCollection(method, index) ? joinTexts(operation.args.map(next)) : null;
      case 'call':
        return (
          this.#gathered(method, at) ??
          this.#called(method, operation, depth) ??
          this.#returned(method, index, depth)
        );
      case 'name':
      case 'field':
        return this.#field(method, index, depth);
      default:
        return null;
    }
  }

  /** What the one method of the tree returns that is called; what it makes of arguments is not known. */
  #returned(method: ProgramMethod, index: OperationIndex, depth: number): readonly string[] | null {
    const source = writtenSource(this.#context.tools, method, index) ?? this.#ofBean(method, index);
    if (source === undefined) return null;
    if (source.method.parameters.length > 0) return null;
    const before = this.#isAway;
    this.#isAway = true;
    const texts = this.read(source.method, source.operation, depth + 1);
    this.#isAway = before;
    return texts;
  }

  /** What the one bean that the application has returns. */
  #ofBean(method: ProgramMethod, index: OperationIndex): WrittenSource | undefined {
    const { tools, application } = this.#context;
    const called = application && beanMethod({ tools, application }, method, index);
    return called && returnedSource(called);
  }

  /** Paths that the program gathers from its own handlers, with those that settings put into the same list. */
  #gathered(
    method: ProgramMethod,
    {
      index,
      operation,
      depth,
    }: { readonly index: OperationIndex; readonly operation: Operation; readonly depth: number },
  ): readonly string[] | null {
    const { tools, verb } = this.#context;
    const paths = tools.handlerPaths?.(method, index, verb);
    if (paths === undefined || operation.kind !== 'call') return null;
    const isBound = boundProperty(tools, method, operation) !== undefined;
    return isBound ? joinTexts([paths, this.#bound(method, operation, depth)]) : paths;
  }

  #called(method: ProgramMethod, call: CallOperation, depth: number): readonly string[] | null {
    const next = (inner: OperationIndex) => this.read(method, inner, depth + 1);
    if (COLLECTORS.has(call.name)) return joinTexts(call.args.map(next));
    const [list] = call.args;
    // `ArrayUtil.toArray(list, String.class)`
    if (call.name === 'toArray' && call.args.length === 2 && list !== undefined) return next(list);
    if (PASSING.has(call.name) && call.object !== null) return next(call.object);
    if (call.name === 'split') return this.#split(method, call, depth);
    return this.#bound(method, call, depth);
  }

  #constant(method: ProgramMethod, index: OperationIndex): readonly string[] | null {
    const value = this.#context.tools.program.evaluateOperation(method, index);
    if (value.kind === 'unknown' || value.kind === 'partial' || value.kind === 'null') return null;
    const texts = textsOf(value);
    return texts.length > 0 && !texts.includes(UNKNOWN_PART) ? texts : null;
  }

  /** `"/a,/b".split(",")`. */
  #split(method: ProgramMethod, { object, args }: CallOperation, depth: number): readonly string[] | null {
    const [by] = args;
    if (object === null || by === undefined) return null;
    const [separators, texts] = [by, object].map((each) => this.read(method, each, depth + 1));
    const [separator, ...others] = separators ?? [];
    const isPlain = separator !== undefined && others.length === 0 && /^[,;: ]$/u.test(separator);
    if (!isPlain || texts === null || texts === undefined) return null;
    return texts.flatMap((text) => text.split(separator).map((part) => part.trim()));
  }

  #field(method: ProgramMethod, index: OperationIndex, depth: number): readonly string[] | null {
    const found = this.#fieldRead(method, index);
    if (found === undefined) return null;
    const setting = this.#setting(found.field);
    if (setting !== null) return setting;
    const { name, modifiers } = found.field.declaration;
    const isConstant = (modifiers & CONSTANT) === CONSTANT;
    if (this.#isAway && !isConstant) return null;
    const first = this.#assigned(found.owner, name);
    if (first === undefined) return null;
    const start = this.read(first.initializer, first.value, depth + 1);
    return found.owner.methods.reduce((texts: readonly string[] | null, initializer) => {
      const added = isInitializer(initializer) ? additionsTo(initializer, { name }) : [];
      return this.#withAdditions(initializer, texts, { added, depth });
    }, start);
  }

  /** A collection that is made empty or from another one, as `new ArrayList<>()`. */
  #isCollection(method: ProgramMethod, index: OperationIndex): boolean {
    const type = method.operationTypes[index];
    return type?.kind === 'class' && /^java\.util\..*(?:List|Set|Deque)$/u.test(type.name);
  }

  /** A collection with what is added to it; null where somebody adds what nobody can tell. */
  #withAdditions(
    method: ProgramMethod,
    start: readonly string[] | null,
    { added, depth }: { readonly added: readonly Addition[]; readonly depth: number },
  ): readonly string[] | null {
    if (start === null || added.length === 0) return start;
    const more = added.map((each) =>
      each.isSure ? joinTexts(each.items.map((item) => this.read(method, item, depth + 1))) : null,
    );
    return joinTexts([start, ...more]);
  }

  /** A field of the method's own class before all others: several programs of a tree can have a class of one name. */
  #fieldRead(
    method: ProgramMethod,
    index: OperationIndex,
  ): { readonly owner: ProgramType; readonly field: ProgramField } | undefined {
    const { program } = this.#context.tools;
    const operation = method.declaration?.body?.operations[index];
    const own =
      operation?.kind === 'name'
        ? method.owner.fields.find(({ declaration }) => declaration.name === operation.name)
        : undefined;
    if (own !== undefined) return { owner: method.owner, field: own };
    const reference = program.fieldOf(method, index);
    const owner = reference === undefined ? undefined : program.type(reference.owner);
    return owner === undefined || reference?.field === undefined
      ? undefined
      : { owner, field: reference.field };
  }

  /** A getter of a class of settings: the setting, else what the class itself gives. */
  #bound(method: ProgramMethod, call: CallOperation, depth: number): readonly string[] | null {
    const { tools, settings } = this.#context;
    const bound = boundProperty(tools, method, call);
    if (bound === undefined) return null;
    const set = settingTexts(settings, bound.key);
    if (set !== undefined) return set;
    const owner = tools.program.type(bound.owner);
    const assigned = owner === undefined ? undefined : this.#assigned(owner, bound.field);
    if (assigned === undefined) return null;
    const made = assigned.initializer.declaration?.body?.operations[assigned.value];
    const isEmpty = made?.kind === 'new' && made.args.length === 0;
    return isEmpty ? [] : this.read(assigned.initializer, assigned.value, depth + 1);
  }

  /** What the initialisers of a type give a field first. */
  #assigned(owner: ProgramType, name: string) {
    return owner.methods.flatMap((initializer) =>
      assignmentsIn(initializer, name).map((value) => ({ initializer, value })),
    )[0];
  }

  #setting(field: ProgramField): readonly string[] | null {
    const { tools, settings } = this.#context;
    const wanted = tools.models.access.flatMap((row) => (row.on === 'beans' ? row.value : []));
    const found = tools.annotations.find(field.annotations, wanted)[0];
    const text = textsOf(found?.attributes.get('value'))[0];
    if (text === undefined) return null;
    const resolved = settings.resolve(text);
    if (resolved === null || resolved.includes('#{')) return null;
    return field.type.kind === 'array' || resolved.includes(',')
      ? resolved.split(',').map((each) => each.trim())
      : [resolved];
  }
}

interface Addition {
  readonly items: readonly OperationIndex[];
  /** It is made once, whatever holds. */
  readonly isSure: boolean;
}

/** Calls that put something into a collection: a local by its declaration, or a field by its name. */
function additionsTo(
  { declaration }: ProgramMethod,
  into: { readonly declaration: OperationIndex } | { readonly name: string },
): readonly Addition[] {
  const body = declaration?.body;
  if (body === undefined || body === null) return [];
  const isInto = (index: OperationIndex | null | undefined) => {
    const operation = index === null || index === undefined ? undefined : body.operations[index];
    if (operation?.kind === 'local') {
      return 'declaration' in into && operation.declaration === into.declaration;
    }
    const isField = operation?.kind === 'name' || operation?.kind === 'field';
    return isField && 'name' in into && operation.name === into.name;
  };
  return body.operations.flatMap((operation, index): readonly Addition[] => {
    if (operation.kind !== 'call') return [];
    const { name, object, args } = operation;
    const isOwn = ADDING.has(name) && isInto(object);
    const isGiven = name === 'addAll' && isInto(args[0]);
    if (!isOwn && !isGiven) return [];
    const isSure = !body.regions.some(
      ({ kind, start, end }) => UNSURE.has(kind) && index >= start && index < end,
    );
    // `add(0, "/first")` names a place first.
    const items = isGiven ? args.slice(1) : name === 'add' ? args.slice(-1) : args;
    return [{ items, isSure }];
  });
}

/** Members that put their arguments into a collection. */
const ADDING: ReadonlySet<string> = new Set(['add', 'addAll', 'addFirst', 'addLast']);
const UNSURE: ReadonlySet<string> = new Set(['then', 'else', 'loop', 'case', 'catch', 'lambda']);

function isInitializer({ declaration }: ProgramMethod): boolean {
  return declaration?.kind === 'static-initializer' || declaration?.kind === 'instance-initializer';
}

/** Values that an initialiser gives a field of its class. */
function assignmentsIn(method: ProgramMethod, name: string): readonly OperationIndex[] {
  if (!isInitializer(method)) return [];
  const { declaration } = method;
  const operations = declaration?.body?.operations ?? [];
  return operations.flatMap((operation) => {
    if (operation.kind !== 'assign') return [];
    const target = operations[operation.target];
    return (target?.kind === 'name' || target?.kind === 'field') && target.name === name
      ? [operation.value]
      : [];
  });
}

function joinTexts(parts: readonly (readonly string[] | null)[]): readonly string[] | null {
  if (parts.some((part) => part === null)) return null;
  const texts = parts.flatMap((part) => part ?? []);
  return texts.length > MOST_TEXTS ? null : texts;
}

/** A part nobody knows leaves a hole; a sum of holes is nothing. */
function concatenated(parts: readonly (readonly string[] | null)[]): readonly string[] | null {
  if (parts.every((part) => part === null)) return null;
  if (parts.some((part) => part !== null && part.length > 1)) return null;
  const text = parts.map((part) => part?.[0] ?? UNKNOWN_PART).join('');
  return text.length > LONGEST_TEXT ? null : [text];
}
