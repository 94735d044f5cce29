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
export type Selected = boolean | null;

/** Named pointcuts inside named pointcuts. */
const DEEPEST_REFERENCE = 10;

/** The method that a pointcut expression stands on: its parameters give names to types, its class to other pointcuts. */
export interface PointcutScope {
  readonly tools: MatchTools;
  readonly row: ImplicitRowOf<'advice'>;
  readonly method: ProgramMethod;
}

/** Makes the test for one expression; the expression is read once. */
export function joinPointTest(scope: PointcutScope, text: string): (method: ProgramMethod) => Selected {
  const pointcut = parsePointcut(text);
  return (method) => (pointcut === null ? null : selects({ scope, method, depth: 0 }, pointcut));
}

interface Asked {
  readonly scope: PointcutScope;
  readonly method: ProgramMethod;
  readonly depth: number;
}

function selects(asked: Asked, pointcut: Pointcut): Selected {
  switch (pointcut.kind) {
    case 'not': {
      const inner = selects(asked, pointcut.part);
      return inner === null ? null : !inner;
    }
    case 'and':
    case 'or': {
      const decisive = pointcut.kind === 'or';
      const answers = pointcut.parts.map((part) => selects(asked, part));
      if (answers.includes(decisive)) return decisive;
      return answers.includes(null) ? null : !decisive;
    }
    case 'designator':
      return designates(asked, pointcut);
  }
}

function designates(asked: Asked, { name, argument }: Extract<Pointcut, { kind: 'designator' }>): Selected {
  const { scope, method } = asked;
  const { owner } = method;
  switch (name) {
    case '@annotation':
      return hasAnnotation(scope, method.annotations, namedType(scope, argument));
    case '@within':
    case '@target':
      return treeSupertypes(scope.tools.program, owner).some((type) =>
        hasAnnotation(scope, type.annotations, namedType(scope, argument)),
      );
    case 'within':
      return isWithin(scope, owner, argument);
    case 'this':
    case 'target':
      return isWithin(scope, owner, `${namedType(scope, argument)}+`);
    case 'execution':
      return isExecution(scope, method, argument);
    case 'args':
      return takesArguments(scope, method, argument);
    case 'bean':
      return null;
    default:
      return refersTo(asked, name);
  }
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

function isExecution(scope: PointcutScope, method: ProgramMethod, argument: string): Selected {
  const pattern = parseExecution(argument);
  if (pattern === null) return null;
  if (!fitsPattern(method.name, pattern.name)) return false;
  if (pattern.isPublic && ((method.declaration?.modifiers ?? 0) & Modifier.public) === 0) return false;
  if (!pattern.annotations.every((each) => hasAnnotation(scope, method.annotations, each))) return false;
  if (!fitsParameters(method, pattern.parameters)) return false;
  return pattern.declaring === null || isWithin(scope, method.owner, pattern.declaring);
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
function refersTo({ scope, method, depth }: Asked, name: string): Selected {
  if (depth >= DEEPEST_REFERENCE) return null;
  const { tools, row } = scope;
  const dot = name.lastIndexOf('.');
  const owners =
    dot === -1
      ? treeSupertypes(tools.program, scope.method.owner)
      : tools.productionTypes.filter((type) => fitsTypePattern(type.name, name.slice(0, dot)));
  const named = owners
    .flatMap((owner) => owner.methods)
    .find((each) => each.name === name.slice(dot + 1) && textOf(tools, row, each) !== undefined);
  const text = named === undefined ? undefined : textOf(tools, row, named);
  const pointcut = text === undefined ? null : parsePointcut(text);
  if (named === undefined || pointcut === null) return null;
  return selects({ scope: { ...scope, method: named }, method, depth: depth + 1 }, pointcut);
}

function textOf(tools: MatchTools, row: ImplicitRowOf<'advice'>, method: ProgramMethod): string | undefined {
  return tools.annotations
    .find(method.annotations, row.pointcut)
    .flatMap((found) => row.attributes.flatMap((name) => textsOf(found.attributes.get(name))))[0];
}
