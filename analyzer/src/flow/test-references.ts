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
    for (const target of program.method(id)?.calls.flatMap((site) => site.targets) ?? []) {
      if (reached.has(target.method)) continue;
      reached.add(target.method);
      pending.push(target.method);
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
  const testTypes = program.types.filter((type) => type.file.role === 'test');
  const named = [
    ...testTypes.flatMap(typesOfDeclaration),
    ...tests.flatMap(typesOfBody),
    ...tests.flatMap((test) => ownersOfCalls(program, test)),
    ...[...requested].flatMap((id) => program.method(id)?.owner.name ?? []),
  ];
  return [...new Set(named)].filter((name) => {
    const type = program.type(name);
    return type !== undefined && type.file.role !== 'test';
  });
}

function typesOfDeclaration(type: ProgramType): TypeName[] {
  const annotations = [
    ...type.annotations,
    ...type.fields.flatMap((field) => field.annotations),
    ...type.methods.flatMap((method) => method.annotations),
  ];
  const types = [
    ...(type.superclass ? [type.superclass] : []),
    ...type.interfaces,
    ...type.fields.map((field) => field.type),
  ];
  return [...types.flatMap(namesIn), ...annotations.flatMap(classesIn)];
}

function typesOfBody(test: ProgramMethod): TypeName[] {
  return [...test.operationTypes, ...test.parameters.map((parameter) => parameter.type)].flatMap(namesIn);
}

function ownersOfCalls(program: Program, test: ProgramMethod): TypeName[] {
  return test.calls.flatMap(({ resolution }) =>
    resolution.status === 'exact' || resolution.status === 'narrowed'
      ? (program.method(resolution.declared)?.owner.name ?? [])
      : [],
  );
}

/** Class names in a type, its arguments and elements; the depth of types is bounded by linking. */
function namesIn(type: ResolvedType): TypeName[] {
  const names: TypeName[] = [];
  const pending: ResolvedType[] = [type];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'array') pending.push(next.element);
    if (next.kind !== 'class') continue;
    names.push(next.name);
    pending.push(...next.args);
  }
  return names;
}

/** Classes that an annotation names: `@Import({Rules.class, Visits.class})`. */
function classesIn(annotation: ResolvedAnnotation): TypeName[] {
  const names: TypeName[] = [];
  let level: ConstantValue[] = [...annotation.args.values()];
  for (let depth = 0; depth <= DEEPEST_ARGUMENT && level.length > 0; depth++) {
    for (const value of level) if (value.kind === 'class') names.push(...namesIn(value.type));
    level = level.flatMap((value) => {
      if (value.kind === 'list') return value.items;
      return value.kind === 'annotation' ? [...value.annotation.args.values()] : [];
    });
  }
  return names;
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
