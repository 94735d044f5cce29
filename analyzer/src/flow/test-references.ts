import type { MethodId, TypeName } from '../base/ids.ts';
import type {
  ConstantValue,
  Program,
  ProgramMethod,
  ProgramType,
  ResolvedAnnotation,
} from '../link/program.ts';
import type { ResolvedType } from '../link/resolved-type.ts';
import type { Labels } from '../models/labels.ts';
import { routesOf } from './routes.ts';
import type { TestReferences } from './security-view.ts';

/** Annotations and lists inside annotation arguments beyond this depth are not looked into. */
const DEEPEST_ARGUMENT = 8;

/**
 * What test code exercises, by resolved references only: types it names, methods it reaches over calls, and entry points
 * it calls or sends a request to.
 */
export function findTestReferences(program: Program, labels: Labels): TestReferences {
  const tests = program.methods.filter((method) => method.owner.file.role === 'test');
  const entries = requestedEntries(program, tests, labels);
  const requested = new Set(
    labels.entryPoints.filter((entry) => entries.has(entry.id)).map((entry) => entry.handler),
  );
  const methods = reachedFrom(program, [...tests.map((method) => method.id), ...requested]);
  for (const entry of labels.entryPoints) if (methods.has(entry.handler)) entries.add(entry.id);
  return {
    hasTests: program.files.some((file) => file.role === 'test'),
    types: new Set(referredTypes(program, tests, requested)),
    methods,
    entries,
  };
}

function reachedFrom(program: Program, starts: readonly MethodId[]): Set<MethodId> {
  const reached = new Set<MethodId>(starts);
  const pending = [...reached];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const site of program.method(id)?.calls ?? []) {
      for (const target of site.targets) {
        if (reached.has(target.method)) continue;
        reached.add(target.method);
        pending.push(target.method);
      }
    }
  }
  return reached;
}

/** Production types that test code names or uses, and the owners of handlers that it sends requests to. */
function referredTypes(
  program: Program,
  tests: readonly ProgramMethod[],
  requested: ReadonlySet<MethodId>,
): TypeName[] {
  const named = new Set<TypeName>();
  for (const type of program.types) if (type.file.role === 'test') addTypesOfDeclaration(named, type);
  for (const test of tests) {
    for (const type of test.operationTypes) addNames(named, type);
    for (const parameter of test.parameters) addNames(named, parameter.type);
  }
  for (const test of tests) addOwnersOfCalls(named, program, test);
  for (const id of requested) {
    const owner = program.method(id)?.owner.name;
    if (owner !== undefined) named.add(owner);
  }
  return [...named].filter((name) => {
    const type = program.type(name);
    return type !== undefined && type.file.role !== 'test';
  });
}

function addTypesOfDeclaration(names: Set<TypeName>, type: ProgramType): void {
  const annotations = [
    ...type.annotations,
    ...type.fields.flatMap((field) => field.annotations),
    ...type.methods.flatMap((method) => method.annotations),
  ];
  if (type.superclass) addNames(names, type.superclass);
  for (const each of type.interfaces) addNames(names, each);
  for (const field of type.fields) addNames(names, field.type);
  for (const annotation of annotations) addClasses(names, annotation);
}

function addOwnersOfCalls(names: Set<TypeName>, program: Program, test: ProgramMethod): void {
  for (const { resolution } of test.calls) {
    if (resolution.status !== 'exact' && resolution.status !== 'narrowed') continue;
    const owner = program.method(resolution.declared)?.owner.name;
    if (owner !== undefined) names.add(owner);
  }
}

/** Adds the class names in a type, its arguments and elements; the depth of types is bounded by linking. */
function addNames(names: Set<TypeName>, type: ResolvedType): void {
  if (type.kind === 'array') addNames(names, type.element);
  if (type.kind !== 'class') return;
  names.add(type.name);
  for (const arg of type.args) addNames(names, arg);
}

/** Adds the classes that an annotation names: `@Import({Rules.class, Visits.class})`. */
function addClasses(names: Set<TypeName>, annotation: ResolvedAnnotation): void {
  let level: ConstantValue[] = [...annotation.args.values()];
  for (let depth = 0; depth <= DEEPEST_ARGUMENT && level.length > 0; depth++) {
    for (const value of level) if (value.kind === 'class') addNames(names, value.type);
    level = level.flatMap((value) => {
      if (value.kind === 'list') return value.items;
      return value.kind === 'annotation' ? [...value.annotation.args.values()] : [];
    });
  }
}

/** Entry points whose verb and path a test sends a request to. */
function requestedEntries(program: Program, tests: readonly ProgramMethod[], labels: Labels): Set<string> {
  const routes = routesOf(labels.entryPoints);
  return new Set(
    tests.flatMap((test) =>
      requestsOf(program, labels, test).flatMap(({ verb, path }) => routes.answering(verb, path)),
    ),
  );
}

interface Request {
  readonly verb: string | null;
  readonly path: string;
}

function requestsOf(program: Program, labels: Labels, test: ProgramMethod): Request[] {
  return [...(labels.callRoles.get(test.id) ?? [])].flatMap(([operation, roles]) =>
    roles.flatMap((role): Request[] => {
      const call = test.declaration?.body?.operations[operation];
      if (role.role !== 'test-request' || call?.kind !== 'call') return [];
      const argument = call.args[role.path];
      const path = argument === undefined ? undefined : program.evaluateOperation(test, argument);
      const text = path && textOf(path);
      return text === undefined ? [] : [{ verb: role.verb, path: text }];
    }),
  );
}

/** A path as far as it is known; what is not known stands for one value: `"/owners/" + id`. */
function textOf(path: ConstantValue): string | undefined {
  if (path.kind === 'text') return path.value;
  return path.kind === 'partial' ? path.parts.map((part) => part ?? '{}').join('') : undefined;
}
