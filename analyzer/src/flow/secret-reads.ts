import type { MethodId } from '../base/ids.ts';
import type { Text } from '../base/text.ts';
import type { Body, OperationIndex } from '../facts/operations.ts';
import { bodyIndex } from '../link/body-index.ts';
import { type CallSite, callAt, type Program, type ProgramMethod } from '../link/program.ts';
import type { CallRole, Evidence, Labels } from '../models/labels.ts';
import { roleIndex } from './role-index.ts';
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
  /** Names of those fields: few reads have one, and only those are looked up. */
  readonly fieldNames: ReadonlySet<string>;
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
  const givers = new Set(roleIndex(labels.callRoles).having('secret'));
  const known = { program, labels, holders, givers, ...accessorsOf(program, holders) };
  const reading = new Set(bodyIndex(program).reading(holders.fieldNames));
  const handlers = new Set(labels.entryPoints.map((entry) => entry.handler));
  const reads: SecretRead[] = [];
  for (const method of program.methods) {
    const body = method.declaration?.body;
    if (!body || method.owner.file.role === 'test') continue;
    if (!reading.has(method) && !mayHold(known, method)) continue;
    // Inside its own getter a field is not used; the callers of the getter use it.
    const isGetter = plainGetterField(program, method) !== undefined && !handlers.has(method.id);
    if (!isGetter) addReadsIn(reads, known, { method, body });
  }
  return reads;
}

/** Whether a secret can come into a method otherwise than by a field: most have none, and their bodies are not looked at. */
function mayHold({ givers, holders, accessorCalls }: Known, method: ProgramMethod): boolean {
  if (holders.parameters.has(method.id) || holders.locals.has(method.id)) return true;
  if (givers.has(method.id)) return true;
  if (accessorCalls.size === 0) return false;
  const { calls } = method;
  for (let i = 0; i < calls.length; i++) if (accessorCalls.has(calls[i]?.name ?? '')) return true;
  return false;
}

function indexHolders(labels: Labels): Holders {
  const fields = new Map<string, Secret>();
  const fieldNames = new Set<string>();
  const parameters = new Map<MethodId, Map<number, Secret>>();
  const locals = new Map<MethodId, Map<number, Secret>>();
  for (const secret of labels.secrets) {
    const { holder } = secret;
    if (holder.kind === 'field') {
      fields.set(fieldKey(holder.owner, holder.name), secret);
      fieldNames.add(holder.name);
    } else if (holder.kind === 'parameter') addTo(parameters, holder.method).set(holder.index, secret);
    else addTo(locals, holder.method).set(holder.declaration, secret);
  }
  return { fields, fieldNames, parameters, locals };
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
  /** Methods with a call that gives a secret by a row. */
  readonly givers: ReadonlySet<MethodId>;
  /** Methods that give the value of a secret field. */
  readonly accessors: ReadonlyMap<MethodId, Secret>;
  readonly accessorNames: ReadonlySet<string>;
  /** The same as calls and method references name them. */
  readonly accessorCalls: ReadonlySet<string>;
}

/** Methods of the types with secret fields that take nothing and give the value of one. */
function accessorsOf(
  program: Program,
  { fields, fieldNames }: Holders,
): Pick<Known, 'accessors' | 'accessorNames' | 'accessorCalls'> {
  const accessors = new Map<MethodId, Secret>();
  const accessorNames = new Set<string>();
  const owners = program.types.filter((type) => type.fields.some(({ name }) => fieldNames.has(name)));
  for (const method of owners.flatMap((type) => type.methods)) {
    if (method.parameters.length > 0 || accessors.has(method.id)) continue;
    const field = method.accesses ?? plainGetterField(program, method);
    const secret = field === undefined ? undefined : fields.get(fieldKey(method.owner.name, field));
    if (secret === undefined) continue;
    accessors.set(method.id, secret);
    accessorNames.add(method.name);
  }
  const accessorCalls = new Set([...accessorNames].flatMap((name) => [name, `::${name}`]));
  return { accessors, accessorNames, accessorCalls };
}

interface Place {
  readonly method: ProgramMethod;
  readonly body: Body;
}

function addReadsIn(reads: SecretRead[], known: Known, place: Place): void {
  const { method, body } = place;
  const secretAt = secretsOf(known, place);
  const found: { readonly operation: OperationIndex; readonly secret: Secret }[] = [];
  for (let operation = 0; operation < body.operations.length; operation++) {
    const secret = secretAt(operation);
    if (secret) found.push({ operation, secret });
  }
  if (found.length === 0) return;
  const written = new Set(body.operations.flatMap((each) => (each.kind === 'assign' ? [each.target] : [])));
  for (const { operation, secret } of found) {
    if (written.has(operation) || isMasked(known, method, operation)) continue;
    const seed = { kind: 'operations', operations: [operation] } as const;
    reads.push({ what: secret.what, source: secret.evidence, method, operation, seed });
  }
}

/** It is handed to a method that gives back something else for it, and to nothing else. */
function isMasked({ labels }: Known, method: ProgramMethod, operation: OperationIndex): boolean {
  if (labels.maskingMethods.size === 0) return false;
  const taker = (method.declaration?.body?.operations ?? []).findIndex(
    (each) => each.kind === 'call' && each.args.includes(operation),
  );
  const targets = taker === -1 ? [] : (callAt(method, taker)?.targets ?? []);
  return targets.length > 0 && targets.every((target) => labels.maskingMethods.has(target.method));
}

/** Tells of an operation of a body which secret its value is. */
function secretsOf(known: Known, { method, body }: Place): (operation: OperationIndex) => Secret | undefined {
  const { program, labels, holders, accessorNames } = known;
  const parameters = holders.parameters.get(method.id);
  const locals = holders.locals.get(method.id);
  const roles = labels.callRoles.get(method.id);
  const inVariable = (declaration: OperationIndex): Secret | undefined => {
    const declared = body.operations[declaration];
    return declared?.kind === 'parameter' ? parameters?.get(declared.index) : locals?.get(declaration);
  };
  const givenBy = (at: OperationIndex, name: string): Secret | undefined => {
    const own = roles?.get(at);
    const site = own !== undefined || accessorNames.has(name) ? callAt(method, at) : undefined;
    return site && secretOfCall(known, site, own);
  };
  return (at) => {
    const operation = body.operations[at];
    switch (operation?.kind) {
      case 'local':
        return inVariable(operation.declaration);
      case 'name':
      case 'field': {
        const field = holders.fieldNames.has(operation.name) ? program.fieldOf(method, at) : undefined;
        return field && holders.fields.get(fieldKey(field.owner, field.name));
      }
      case 'call':
      case 'method-reference':
        return givenBy(at, operation.name);
      case 'new':
      case 'constructor-call':
        return givenBy(at, 'new');
      default:
        return undefined;
    }
  };
}

/** A call that gives a secret: one that a row names, or an accessor of a secret field. */
function secretOfCall(
  { accessors }: Known,
  site: CallSite,
  roles: readonly CallRole[] | undefined,
): Secret | undefined {
  if (roles?.some(({ role }) => role === 'declassifier')) return undefined;
  for (const role of roles ?? []) {
    if (role.role !== 'secret') continue;
    return { what: role.what, evidence: { file: site.file, line: site.nameLine, text: `${site.name}()` } };
  }
  const { resolution } = site;
  const isOfTree = resolution.status === 'exact' || resolution.status === 'narrowed';
  return isOfTree ? accessors.get(resolution.declared) : undefined;
}

/** The field that a written getter does nothing but return. */
function plainGetterField(program: Program, method: ProgramMethod): string | undefined {
  const body = method.declaration?.body;
  if (!body || method.parameters.length > 0 || body.operations.length > LONGEST_GETTER) return undefined;
  const last = body.operations[body.operations.length - 1];
  if (last?.kind !== 'return' || last.value === null) return undefined;
  return program.fieldOf(method, last.value)?.name;
}
