import type { TypeName } from '../../base/ids.ts';
import { Modifier } from '../../facts/declarations.ts';
import type { ProgramMethod, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsPattern, simpleName } from '../match/name-pattern.ts';
import { rememberedOf } from '../match/remembered.ts';
import { treeSupertypes } from '../match/tree-supertypes.ts';
import { classOf } from '../match/type-matcher.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { type Pointcut, parseExecution, parsePointcut } from './pointcut.ts';
import { fitsTypePattern } from './type-pattern.ts';

/** Whether a pointcut selects a method; null where nobody here can tell. */
type Selected = boolean | null;

/** Named pointcuts inside named pointcuts. */
const DEEPEST_REFERENCE = 10;

/** The method that a pointcut expression stands on: its parameters give names to types, its class to other pointcuts. */
export interface PointcutScope {
  readonly tools: MatchTools;
  readonly row: ImplicitRowOf<'advice'>;
  readonly method: ProgramMethod;
}

type MethodTest = (method: ProgramMethod) => Selected;

/** An expression that is being read: where its names are looked up, and the named pointcuts that were read for it. */
interface Reading {
  readonly scope: PointcutScope;
  readonly depth: number;
  readonly named: Map<ProgramMethod, MethodTest>;
}

const nobodyKnows: MethodTest = () => null;

/** Makes the test for one expression; the expression, and each that it names, is read once. */
export function joinPointTest(scope: PointcutScope, text: string): MethodTest {
  const pointcut = parsePointcut(text);
  return pointcut === null ? nobodyKnows : testOf({ scope, depth: 0, named: new Map() }, pointcut);
}

function testOf(reading: Reading, pointcut: Pointcut): MethodTest {
  switch (pointcut.kind) {
    case 'not': {
      const inner = testOf(reading, pointcut.part);
      return (method) => {
        const answer = inner(method);
        return answer === null ? null : !answer;
      };
    }
    case 'and':
    case 'or':
      return combined(
        pointcut.parts.map((part) => testOf(reading, part)),
        pointcut.kind === 'or',
      );
    case 'designator':
      return designated(reading, pointcut);
  }
}

/** One that gives the decisive answer decides, whatever nobody knows of the others. */
function combined(tests: readonly MethodTest[], decisive: boolean): MethodTest {
  return (method) => {
    let isKnown = true;
    for (const test of tests) {
      const answer = test(method);
      if (answer === decisive) return decisive;
      if (answer === null) isKnown = false;
    }
    return isKnown ? !decisive : null;
  };
}

function designated(
  reading: Reading,
  { name, argument }: Extract<Pointcut, { kind: 'designator' }>,
): MethodTest {
  const { scope } = reading;
  switch (name) {
    case '@annotation': {
      const wanted = namedType(scope, argument);
      return (method) => hasAnnotation(scope, method.annotations, wanted);
    }
    case '@within':
    case '@target': {
      const wanted = namedType(scope, argument);
      return ofOwner((owner) =>
        treeSupertypes(scope.tools.program, owner).some((type) =>
          hasAnnotation(scope, type.annotations, wanted),
        ),
      );
    }
    case 'within':
      return ofOwner((owner) => isWithin(scope, owner, argument));
    case 'this':
    case 'target': {
      const below = `${namedType(scope, argument)}+`;
      return ofOwner((owner) => isWithin(scope, owner, below));
    }
    case 'execution':
      return executionOf(scope, argument);
    case 'args':
      return (method) => takesArguments(scope, method, argument);
    case 'bean':
      return nobodyKnows;
    default:
      return referenceTo(reading, name);
  }
}

/** What is asked of a method's class is asked once for all its methods. */
function ofOwner(test: (owner: ProgramType) => Selected): MethodTest {
  const known = new Map<ProgramType, Selected>();
  return ({ owner }) => {
    const before = known.get(owner);
    if (before !== undefined) return before;
    const answer = test(owner);
    known.set(owner, answer);
    return answer;
  };
}

/** The name of an advice parameter stands for its type. */
function namedType({ method }: PointcutScope, written: string): string {
  const parameter = method.parameters.find((each) => each.name === written);
  return (parameter && classOf(parameter.type)) ?? written;
}

/** A name without a package is one of the aspect's imports: compared by its last segment. */
function hasAnnotation(
  { tools }: PointcutScope,
  annotations: readonly ResolvedAnnotation[],
  wanted: string,
): boolean {
  if (annotations.length === 0) return false;
  if (wanted.includes('.')) return tools.annotations.find(annotations, listOf(tools, wanted)).length > 0;
  return annotations.some((each) => simpleName(each.type) === wanted);
}

/** One list for each name: what annotations are looked for by is told by its list. */
const listOf = rememberedOf((_: MatchTools, wanted: string): readonly string[] => [wanted]);

function isWithin(scope: PointcutScope, type: ProgramType, pattern: string): Selected {
  const annotated = /^@([\w$.]+) \*$/u.exec(pattern)?.[1];
  if (annotated !== undefined) return hasAnnotation(scope, type.annotations, annotated);
  if (/[\s|&!()@]/u.test(pattern)) return null;
  const plain = pattern.replace(/\+$/u, '');
  const types = pattern.endsWith('+') ? treeSupertypes(scope.tools.program, type) : [type];
  return types.some((each) => fitsTypePattern(each.name, plain));
}

function executionOf(scope: PointcutScope, argument: string): MethodTest {
  const pattern = parseExecution(argument);
  if (pattern === null) return nobodyKnows;
  const { declaring } = pattern;
  const isDeclared = declaring === null ? null : ofOwner((owner) => isWithin(scope, owner, declaring));
  return (method) => {
    if (!fitsPattern(method.name, pattern.name)) return false;
    if (pattern.isPublic && ((method.declaration?.modifiers ?? 0) & Modifier.public) === 0) return false;
    if (!pattern.annotations.every((each) => hasAnnotation(scope, method.annotations, each))) return false;
    if (!fitsParameters(method, pattern.parameters)) return false;
    return isDeclared === null || isDeclared(method);
  };
}

/** Arguments by type, or by the name of an advice parameter: what a supertype declares may turn out to fit. */
function takesArguments(scope: PointcutScope, method: ProgramMethod, argument: string): Selected {
  const patterns = argument.split(',').map((each) => each.trim());
  if (!fitsCount(patterns, method.parameters.length)) return false;
  const until = patterns.indexOf('..');
  if (until !== -1 && until !== patterns.length - 1) return null;
  const answers = patterns.slice(0, until === -1 ? undefined : until).map((pattern, index): Selected => {
    const wanted = scope.method.parameters.find((each) => each.name === pattern)?.type;
    const actual = method.parameters[index]?.type;
    if (pattern === '*') return true;
    if (wanted === undefined || actual === undefined) return null;
    if (wanted.kind === 'primitive') return actual.kind === 'primitive' && wanted.name === actual.name;
    if (actual.kind === 'primitive') return false;
    return isBelow(scope.tools, classOf(actual), classOf(wanted));
  });
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function isBelow(tools: MatchTools, actual: TypeName | undefined, wanted: TypeName | undefined): Selected {
  if (actual === undefined || wanted === undefined) return null;
  if (tools.program.isSubtype(actual, wanted) === true) return true;
  return tools.program.isSubtype(wanted, actual) === false ? false : null;
}

function fitsCount(patterns: readonly string[], count: number): boolean {
  const fixed = patterns.filter((each) => each !== '..').length;
  return patterns.includes('..') ? count >= fixed : count === fixed;
}

function fitsParameters({ parameters }: ProgramMethod, patterns: readonly string[]): boolean {
  if (!fitsCount(patterns, parameters.length)) return false;
  const until = patterns.indexOf('..');
  return patterns.slice(0, until === -1 ? undefined : until).every((pattern, index) => {
    const type = parameters[index]?.type;
    const name = type?.kind === 'primitive' ? type.name : type && classOf(type);
    return pattern === '*' || name === undefined || fitsPattern(simpleName(name), simpleName(pattern));
  });
}

/** `webLayer()`, `Pointcuts.webLayer()`: another method whose annotation holds the expression. */
function referenceTo({ scope, depth, named }: Reading, name: string): MethodTest {
  if (depth >= DEEPEST_REFERENCE) return nobodyKnows;
  const { tools, row } = scope;
  const dot = name.lastIndexOf('.');
  const owners =
    dot === -1
      ? treeSupertypes(tools.program, scope.method.owner)
      : tools.productionTypes.filter((type) => fitsTypePattern(type.name, name.slice(0, dot)));
  const method = owners
    .flatMap((owner) => owner.methods)
    .find((each) => each.name === name.slice(dot + 1) && textOf(tools, row, each) !== undefined);
  const before = method && named.get(method);
  if (before !== undefined) return before;
  const text = method && textOf(tools, row, method);
  const pointcut = text === undefined ? null : parsePointcut(text);
  if (method === undefined || pointcut === null) return nobodyKnows;
  // Until it is read: one that names itself is none.
  named.set(method, nobodyKnows);
  const test = askedOnce(testOf({ scope: { ...scope, method }, depth: depth + 1, named }, pointcut));
  named.set(method, test);
  return test;
}

/** Expressions name each other many times over: of one method each is asked once. */
function askedOnce(test: MethodTest): MethodTest {
  let asked: ProgramMethod | null = null;
  let answer: Selected = null;
  return (method) => {
    if (method !== asked) {
      answer = test(method);
      asked = method;
    }
    return answer;
  };
}

function textOf(tools: MatchTools, row: ImplicitRowOf<'advice'>, method: ProgramMethod): string | undefined {
  return tools.annotations
    .find(method.annotations, row.pointcut)
    .flatMap((found) => row.attributes.flatMap((name) => textsOf(found.attributes.get(name))))[0];
}
