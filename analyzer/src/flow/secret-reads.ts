import type { MethodId } from '../base/ids.ts';
import type { Body, OperationIndex } from '../facts/operations.ts';
import type { CallSite, Program, ProgramMethod } from '../link/program.ts';
import type { Evidence, Labels } from '../models/labels.ts';
import type { Seed } from './taint/body-flow.ts';

/** One place where the value of a secret is read. */
export interface SecretRead {
  readonly what: string;
  /** Where the secret is declared, or the call that gives it. */
  readonly source: Evidence;
  readonly method: ProgramMethod;
  readonly operation: OperationIndex;
  readonly seed: Seed;
}

interface Secret {
  readonly what: string;
  readonly evidence: Evidence;
}

/** Secrets by what holds them. */
interface Holders {
  readonly fields: ReadonlyMap<string, Secret>;
  readonly parameters: ReadonlyMap<string, Secret>;
  readonly locals: ReadonlyMap<string, Secret>;
}

/** A body with at most this many operations may be one that only returns a field. */
const LONGEST_GETTER = 3;

/** All places of production code where the value of a secret is read, in program order. */
export function secretReads(program: Program, labels: Labels): SecretRead[] {
  const holders = indexHolders(labels);
  return program.methods.flatMap((method) => {
    const body = method.declaration?.body;
    if (!body || method.owner.file.role === 'test') return [];
    // Inside its own getter a field is not used; the callers of the getter use it.
    if (plainGetterField(program, method) !== undefined) return [];
    return readsIn({ program, labels, holders }, method, body);
  });
}

function indexHolders(labels: Labels): Holders {
  const fields = new Map<string, Secret>();
  const parameters = new Map<string, Secret>();
  const locals = new Map<string, Secret>();
  for (const secret of labels.secrets) {
    const { holder } = secret;
    if (holder.kind === 'field') fields.set(fieldKey(holder.owner, holder.name), secret);
    else if (holder.kind === 'parameter') parameters.set(variableKey(holder.method, holder.index), secret);
    else locals.set(variableKey(holder.method, holder.declaration), secret);
  }
  return { fields, parameters, locals };
}

function fieldKey(owner: string, name: string): string {
  return `${owner} ${name}`;
}

function variableKey(method: MethodId, number: number): string {
  return `${method} ${number}`;
}

interface Known {
  readonly program: Program;
  readonly labels: Labels;
  readonly holders: Holders;
}

function readsIn(known: Known, method: ProgramMethod, body: Body): SecretRead[] {
  const sites = new Map(method.calls.map((site) => [site.operation, site]));
  const written = new Set(
    body.operations.flatMap((operation) => (operation.kind === 'assign' ? [operation.target] : [])),
  );
  return body.operations.flatMap((_, operation) => {
    if (written.has(operation)) return [];
    const secret = secretAt(known, { method, body, operation, site: sites.get(operation) });
    if (!secret) return [];
    const seed = { kind: 'operations', operations: [operation] } as const;
    return [{ what: secret.what, source: secret.evidence, method, operation, seed }];
  });
}

interface Place {
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly operation: OperationIndex;
  readonly site: CallSite | undefined;
}

function secretAt({ program, labels, holders }: Known, place: Place): Secret | undefined {
  const { method, body, site } = place;
  const operation = body.operations[place.operation];
  if (operation?.kind === 'local') {
    const declared = body.operations[operation.declaration];
    return declared?.kind === 'parameter'
      ? holders.parameters.get(variableKey(method.id, declared.index))
      : holders.locals.get(variableKey(method.id, operation.declaration));
  }
  if (operation?.kind === 'name' || operation?.kind === 'field') {
    const field = program.fieldOf(method, place.operation);
    return field && holders.fields.get(fieldKey(field.owner, field.name));
  }
  return site && secretOfCall({ program, labels, holders }, method, site);
}

/** A call that gives a secret: an accessor of a secret field, or one that a row names. */
function secretOfCall({ program, labels, holders }: Known, method: ProgramMethod, site: CallSite) {
  for (const role of labels.callRoles.get(method.id)?.get(site.operation) ?? []) {
    if (role.role !== 'secret') continue;
    return { what: role.what, evidence: { file: site.file, line: site.nameLine, text: `${site.name}()` } };
  }
  if (site.resolution.status !== 'exact' && site.resolution.status !== 'narrowed') return undefined;
  const called = program.method(site.resolution.declared);
  if (!called || called.parameters.length > 0) return undefined;
  const field = called.accesses ?? plainGetterField(program, called);
  return field === undefined ? undefined : holders.fields.get(fieldKey(called.owner.name, field));
}

/** The field that a written getter does nothing but return. */
function plainGetterField(program: Program, method: ProgramMethod): string | undefined {
  const body = method.declaration?.body;
  if (!body || method.parameters.length > 0 || body.operations.length > LONGEST_GETTER) return undefined;
  const last = body.operations[body.operations.length - 1];
  if (last?.kind !== 'return' || last.value === null) return undefined;
  return program.fieldOf(method, last.value)?.name;
}
