import type { MethodId } from '../base/ids.ts';
import type { Text } from '../base/text.ts';
import type { Body, OperationIndex } from '../facts/operations.ts';
import { type CallSite, callAt, type Program, type ProgramMethod } from '../link/program.ts';
import type { Evidence, Labels } from '../models/labels.ts';
import type { Seed } from './taint/body-flow.ts';

/** One place where the value of a secret is read. */
export interface SecretRead {
  readonly what: Text;
  /** Where the secret is declared, or the call that gives it. */
  readonly source: Evidence;
  readonly method: ProgramMethod;
  readonly operation: OperationIndex;
  readonly seed: Seed;
}

interface Secret {
  readonly what: Text;
  readonly evidence: Evidence;
}

/** Secrets by what holds them. */
interface Holders {
  readonly fields: ReadonlyMap<string, Secret>;
  readonly parameters: Variables;
  readonly locals: Variables;
}

/** By method, then by number. */
type Variables = ReadonlyMap<MethodId, ReadonlyMap<number, Secret>>;

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
  const parameters = new Map<MethodId, Map<number, Secret>>();
  const locals = new Map<MethodId, Map<number, Secret>>();
  for (const secret of labels.secrets) {
    const { holder } = secret;
    if (holder.kind === 'field') fields.set(fieldKey(holder.owner, holder.name), secret);
    else if (holder.kind === 'parameter') addTo(parameters, holder.method).set(holder.index, secret);
    else addTo(locals, holder.method).set(holder.declaration, secret);
  }
  return { fields, parameters, locals };
}

function addTo(holders: Map<MethodId, Map<number, Secret>>, method: MethodId): Map<number, Secret> {
  const ofMethod = holders.get(method) ?? new Map<number, Secret>();
  holders.set(method, ofMethod);
  return ofMethod;
}

function fieldKey(owner: string, name: string): string {
  return `${owner} ${name}`;
}

interface Known {
  readonly program: Program;
  readonly labels: Labels;
  readonly holders: Holders;
}

function readsIn(known: Known, method: ProgramMethod, body: Body): SecretRead[] {
  const reads: SecretRead[] = [];
  const written = new Set<OperationIndex>();
  for (const operation of body.operations) if (operation.kind === 'assign') written.add(operation.target);
  for (let operation = 0; operation < body.operations.length; operation++) {
    if (written.has(operation)) continue;
    const secret = secretAt(known, { method, body, operation });
    if (!secret) continue;
    const seed = { kind: 'operations', operations: [operation] } as const;
    reads.push({ what: secret.what, source: secret.evidence, method, operation, seed });
  }
  return reads;
}

interface Place {
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly operation: OperationIndex;
}

function secretAt({ program, labels, holders }: Known, place: Place): Secret | undefined {
  const { method, body } = place;
  const operation = body.operations[place.operation];
  switch (operation?.kind) {
    case 'local': {
      const declared = body.operations[operation.declaration];
      return declared?.kind === 'parameter'
        ? variable(holders.parameters, method.id, declared.index)
        : variable(holders.locals, method.id, operation.declaration);
    }
    case 'name':
    case 'field': {
      const field = program.fieldOf(method, place.operation);
      return field && holders.fields.get(fieldKey(field.owner, field.name));
    }
    case 'call':
    case 'new':
    case 'constructor-call':
    case 'method-reference': {
      const site = callAt(method, place.operation);
      return site && secretOfCall({ program, labels, holders }, method, site);
    }
    default:
      return undefined;
  }
}

function variable(holders: Variables, method: MethodId, number: number): Secret | undefined {
  return holders.get(method)?.get(number);
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
