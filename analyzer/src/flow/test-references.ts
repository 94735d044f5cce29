import type { MethodId, TypeName } from '../base/ids.ts';
import type { ConstantValue, Program, ProgramMethod } from '../link/program.ts';
import type { Labels } from '../models/labels.ts';
import { addOwnersOfCalls, addTypesOfBody, addTypesOfDeclaration } from './referred-types.ts';
import { routesOf } from './routes.ts';
import type { TestReferences } from './security-view.ts';

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
  for (const test of tests) addTypesOfBody(named, test);
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
