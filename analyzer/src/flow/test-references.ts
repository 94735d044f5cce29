import type { MethodId, TypeName } from '../base/ids.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { ResolvedType } from '../link/resolved-type.ts';
import type { EntryPoint, Labels } from '../models/labels.ts';
import type { TestReferences } from './security-view.ts';

/**
 * What test code exercises, by resolved references only: types it names, methods it reaches over calls, and entry points
 * it calls or sends a request to.
 */
export function findTestReferences(program: Program, labels: Labels): TestReferences {
  const tests = program.methods.filter((method) => method.owner.file.role === 'test');
  const hasTests = program.files.some((file) => file.role === 'test');
  const requested = requestedEntries(program, tests, labels);
  const handlers = labels.entryPoints
    .filter((entry) => requested.has(entry.id))
    .map((entry) => entry.handler);
  const methods = reachedFrom(program, [...tests.map((method) => method.id), ...handlers]);
  const types = new Set<TypeName>();
  for (const test of tests) collectTypes(program, test, types);
  for (const id of methods) {
    const method = program.method(id);
    if (method && method.owner.file.role !== 'test' && handlers.includes(id)) types.add(method.owner.name);
  }
  const entries = new Set(requested);
  for (const entry of labels.entryPoints) if (methods.has(entry.handler)) entries.add(entry.id);
  return { hasTests, types, methods, entries };
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

/** Production types that a test method mentions: in its signature, its field types, and the types of its expressions. */
function collectTypes(program: Program, test: ProgramMethod, into: Set<TypeName>): void {
  const add = (type: ResolvedType) => {
    for (const name of namesIn(type)) {
      const found = program.type(name);
      if (found && found.file.role !== 'test') into.add(name);
    }
  };
  test.operationTypes.forEach(add);
  for (const parameter of test.parameters) add(parameter.type);
  for (const field of test.owner.fields) add(field.type);
  for (const site of test.calls) {
    if (site.resolution.status !== 'exact' && site.resolution.status !== 'narrowed') continue;
    const owner = program.method(site.resolution.declared)?.owner;
    if (owner && owner.file.role !== 'test') into.add(owner.name);
  }
}

/** Class names in a type, its arguments and elements; the depth of types is bounded by linking. */
function namesIn(type: ResolvedType): readonly TypeName[] {
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

/** Entry points whose verb and path a test sends a request to. */
function requestedEntries(program: Program, tests: readonly ProgramMethod[], labels: Labels): Set<string> {
  const found = new Set<string>();
  for (const test of tests) {
    for (const [operation, roles] of labels.callRoles.get(test.id) ?? []) {
      for (const role of roles) {
        if (role.role !== 'test-request') continue;
        const call = test.declaration?.body?.operations[operation];
        const argument = call?.kind === 'call' ? call.args[role.path] : undefined;
        if (argument === undefined) continue;
        const path = program.evaluateOperation(test, argument);
        if (path.kind !== 'text') continue;
        for (const entry of labels.entryPoints)
          if (answers(entry, role.verb, path.value)) found.add(entry.id);
      }
    }
  }
  return found;
}

/** Whether a request of a test would be mapped to the entry point: segment by segment, `{x}` and `*` take one, `**` the rest. */
export function answers(entry: EntryPoint, verb: string | null, requested: string): boolean {
  if (verb !== null && entry.verbs.length > 0 && !entry.verbs.includes('*') && !entry.verbs.includes(verb))
    return false;
  const path = requested.split('?')[0] ?? '';
  return entry.paths.some((template) => fits(template.split('/'), path.split('/')));
}

function fits(template: readonly string[], path: readonly string[]): boolean {
  for (let index = 0; index < template.length; index++) {
    const part = template[index] ?? '';
    if (part === '**' || part.startsWith('{*')) return true;
    const segment = path[index];
    if (segment === undefined) return false;
    const isVariable = part === '*' || (part.startsWith('{') && part.endsWith('}'));
    if (!isVariable && part !== segment) return false;
  }
  return path.length === template.length;
}
