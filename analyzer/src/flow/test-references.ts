import type { MethodId } from '../base/ids.ts';
import type { CallTarget, Program } from '../link/program.ts';
import type { Labels, TestCode } from '../models/labels.ts';
import { routesOf } from './routes.ts';
import type { TestReferences } from './security-view.ts';

/**
 * What test code exercises, by resolved references only: types it names, methods it reaches over calls, and entry points
 * it calls or sends a request to.
 */
export function findTestReferences(program: Program, labels: Labels, tests: TestCode): TestReferences {
  const entries = requestedEntries(labels, tests);
  const requested = new Set(
    labels.entryPoints.filter((entry) => entries.has(entry.id)).map((entry) => entry.handler),
  );
  const methods = reachedFrom(program, [...tests.calls, ...requested]);
  for (const entry of labels.entryPoints) if (methods.has(entry.handler)) entries.add(entry.id);
  const owners = [...requested].flatMap((id) => program.method(id)?.owner.name ?? []);
  return { hasTests: tests.hasTests, types: new Set([...tests.types, ...owners]), methods, entries };
}

/** The methods and all that they call through production code; what tests call is known already. */
function reachedFrom(program: Program, starts: readonly MethodId[]): Set<MethodId> {
  const reached = new Set<MethodId>(starts);
  const followed = new Set<readonly CallTarget[]>();
  // A set gives what is added to it while it is gone through.
  for (const id of reached) {
    const method = program.method(id);
    if (method === undefined || method.owner.file.role === 'test') continue;
    for (const { targets } of method.calls) {
      if (followed.has(targets)) continue;
      followed.add(targets);
      for (const target of targets) reached.add(target.method);
    }
  }
  return reached;
}

/** Entry points whose verb and path a test sends a request to. */
function requestedEntries({ entryPoints }: Labels, tests: TestCode): Set<string> {
  const routes = routesOf(entryPoints);
  return new Set(tests.requests.flatMap(({ verb, path }) => routes.answering(verb, path)));
}
