import type { MethodId } from '../base/ids.ts';
import { byText, compareLocation, inOrder } from '../base/ordering.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { Evidence, Labels } from '../models/labels.ts';
import type { Hop, SecretUse } from './security-view.ts';
import type { Seed } from './taint/body-flow.ts';
import type { Summaries } from './taint/summaries.ts';
import { hopsTo, placeIn } from './taint/taint-hops.ts';
import { searchTaint } from './taint/taint-search.ts';

/** Calls that a secret is followed through. */
const DEPTH_LIMIT = 4;

interface SecretRead {
  readonly what: string;
  readonly source: Evidence;
  readonly method: ProgramMethod;
  readonly operation: OperationIndex;
  readonly seed: Seed;
}

interface Leak {
  readonly reaches: 'log' | 'response';
  readonly method: MethodId;
  readonly hops: readonly Hop[];
}

/** Every read of a secret in production code, with where its value ends: in a log, in an answer, or elsewhere. */
export function findSecretUses(program: Program, labels: Labels, summaries: Summaries): SecretUse[] {
  const handlers = new Set(
    labels.entryPoints.filter((entry) => entry.kind === 'http').map((entry) => entry.handler),
  );
  const uses = new Map<string, SecretUse>();
  for (const read of secretReads(program, labels)) {
    const leak = followSecret(program, labels, summaries, { read, handlers });
    const last = leak?.hops[leak.hops.length - 1];
    const line = read.method.declaration?.body?.operations[read.operation]?.line ?? 1;
    const use: SecretUse = {
      what: read.what,
      source: read.source,
      method: leak?.method ?? read.method.id,
      location: last?.location ?? { file: read.method.owner.file.facts.path, line },
      reaches: leak?.reaches ?? 'elsewhere',
      hops: leak?.hops ?? [],
    };
    const key = leak
      ? `${use.reaches} ${use.location.file}:${use.location.line} ${use.what}`
      : `${read.method.id} ${read.operation}`;
    if (!uses.has(key)) uses.set(key, use);
  }
  return [...uses.values()].sort(
    inOrder<SecretUse>(
      (left, right) => compareLocation(left.location, right.location),
      byText((use) => use.what),
      byText((use) => use.reaches),
    ),
  );
}

/** All places where the value of a secret is read, in program order. */
function secretReads(program: Program, labels: Labels): SecretRead[] {
  const fields = new Map<string, { readonly what: string; readonly evidence: Evidence }>();
  const parameters = new Map<string, { readonly what: string; readonly evidence: Evidence }>();
  const locals = new Map<string, { readonly what: string; readonly evidence: Evidence }>();
  for (const { holder, what, evidence } of labels.secrets) {
    if (holder.kind === 'field') fields.set(`${holder.owner} ${holder.name}`, { what, evidence });
    else if (holder.kind === 'parameter')
      parameters.set(`${holder.method} ${holder.index}`, { what, evidence });
    else locals.set(`${holder.method} ${holder.declaration}`, { what, evidence });
  }
  const reads: SecretRead[] = [];
  for (const method of program.methods) {
    const body = method.declaration?.body;
    if (!body || method.owner.file.role === 'test') continue;
    const written = new Set(
      body.operations.flatMap((operation) => (operation.kind === 'assign' ? [operation.target] : [])),
    );
    const note = (
      operation: OperationIndex,
      found: { readonly what: string; readonly evidence: Evidence } | undefined,
    ) => {
      if (!found || written.has(operation)) return;
      const seed = { kind: 'operations', operations: [operation] } as const;
      reads.push({ what: found.what, source: found.evidence, method, operation, seed });
    };
    body.operations.forEach((operation, index) => {
      if (operation.kind === 'local') {
        const declared = body.operations[operation.declaration];
        if (declared?.kind === 'parameter') note(index, parameters.get(`${method.id} ${declared.index}`));
        else note(index, locals.get(`${method.id} ${operation.declaration}`));
      } else if (operation.kind === 'name' || operation.kind === 'field') {
        const field = program.fieldOf(method, index);
        if (field) note(index, fields.get(`${field.owner} ${field.name}`));
      } else if (operation.kind === 'call') {
        note(index, readByCall(program, labels, method, { operation: index, fields }));
      }
    });
  }
  return reads;
}

/** A call that gives a secret: a generated accessor of a secret field, or one that a row names. */
function readByCall(
  program: Program,
  labels: Labels,
  method: ProgramMethod,
  at: {
    readonly operation: OperationIndex;
    readonly fields: ReadonlyMap<string, { readonly what: string; readonly evidence: Evidence }>;
  },
): { readonly what: string; readonly evidence: Evidence } | undefined {
  const site = method.calls.find((candidate) => candidate.operation === at.operation);
  if (!site) return undefined;
  for (const role of labels.callRoles.get(method.id)?.get(at.operation) ?? []) {
    if (role.role !== 'secret') continue;
    return { what: role.what, evidence: { file: site.file, line: site.nameLine, text: `${site.name}()` } };
  }
  if (site.resolution.status !== 'exact' && site.resolution.status !== 'narrowed') return undefined;
  const called = program.method(site.resolution.declared);
  if (!called || called.parameters.length > 0) return undefined;
  const field = called.accesses ?? plainGetterField(program, called);
  return field === undefined ? undefined : at.fields.get(`${called.owner.name} ${field}`);
}

/** The field that a written getter does nothing but return. */
function plainGetterField(program: Program, method: ProgramMethod): string | undefined {
  const body = method.declaration?.body;
  if (!body || body.operations.length > 3) return undefined;
  const last = body.operations[body.operations.length - 1];
  if (last?.kind !== 'return' || last.value === null) return undefined;
  return program.fieldOf(method, last.value)?.name;
}

function followSecret(
  program: Program,
  labels: Labels,
  summaries: Summaries,
  from: { readonly read: SecretRead; readonly handlers: ReadonlySet<MethodId> },
): Leak | null {
  const { read, handlers } = from;
  if (isPlainGetter(program, read)) return null;
  let leak: Leak | null = null;
  searchTaint(program, summaries, {
    method: read.method.id,
    seed: read.seed,
    depthLimit: DEPTH_LIMIT,
    onArgument: (step, argument) => {
      if (leak !== null) return 'stop';
      for (const role of labels.callRoles.get(step.method.id)?.get(argument.call) ?? []) {
        if (role.role !== 'log' && role.role !== 'response') continue;
        if (role.arguments !== 'all' && !role.arguments.includes(argument.position)) continue;
        if (role.arguments === 'all' && argument.position < 0) continue;
        leak = {
          reaches: role.role,
          method: step.method.id,
          hops: hopsTo(step, placeIn(step, argument.call)),
        };
        return 'stop';
      }
      return 'follow';
    },
    onResult: (step, at) => {
      if (leak !== null || !handlers.has(step.method.id)) return;
      leak = {
        reaches: 'response',
        method: step.method.id,
        hops: hopsTo(step, placeIn(step, at)),
      };
    },
  });
  return leak;
}

/** Reading the field inside its own getter is no use of its own; the callers of the getter are. */
function isPlainGetter(program: Program, read: SecretRead): boolean {
  return plainGetterField(program, read.method) !== undefined;
}
