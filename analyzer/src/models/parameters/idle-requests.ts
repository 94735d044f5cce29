import type { MethodId } from '../../base/ids.ts';
import { operandsOf } from '../../facts/operands.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import { callAt, type Program, type ProgramMethod } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { CallRoles } from '../labels.ts';

/** Places that one request is followed through. */
const MOST_PLACES = 500;

/** A parameter, local or expression that is the request. */
interface Place {
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly operation: OperationIndex;
}

/**
 * Takes whole requests that nobody reads for what they are: handed in by the framework, and no input. Followed through
 * locals and through calls into the tree; what counts as reading are the rows of `sources`.
 */
export function withoutIdleRequests(
  program: Program,
  roles: CallRoles,
  entries: readonly EntryDraft[],
): readonly EntryDraft[] {
  return entries.map((entry) => {
    if (!entry.parameters.some((parameter) => parameter.source === 'raw')) return entry;
    const parameters = entry.parameters.map((parameter) => {
      const start = parameter.source === 'raw' ? parameterOf(program, entry, parameter.index) : undefined;
      const isIdle = start !== undefined && !isRead(program, roles, start);
      return isIdle ? { ...parameter, source: 'framework' as const } : parameter;
    });
    return { ...entry, parameters };
  });
}

function parameterOf(program: Program, entry: EntryDraft, position: number): Place | undefined {
  const method = program.method(entry.handler);
  const body = method?.declaration?.body;
  if (!method || !body) return undefined;
  const lambda = entry.lambda === undefined ? undefined : body.operations[entry.lambda];
  const operation =
    lambda?.kind === 'lambda' ? lambda.parameters[position] : parameterOperation(body, position);
  return operation === undefined ? undefined : { method, body, operation };
}

function parameterOperation(body: Body, position: number): OperationIndex | undefined {
  const found = body.operations.findIndex(
    (operation) => operation.kind === 'parameter' && operation.index === position,
  );
  return found === -1 ? undefined : found;
}

function isRead(program: Program, roles: CallRoles, start: Place): boolean {
  const seen = new Set<string>();
  const pending = [start];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const key = keyOf(place.method.id, place.operation);
    if (seen.has(key)) continue;
    // Whoever hands a request around that much is taken to read it somewhere.
    if (seen.size >= MOST_PLACES) return true;
    seen.add(key);
    if (fetchesInput(roles, place) || isKept(place)) return true;
    pending.push(...handedOnTo(program, place));
  }
  return false;
}

/** Stored in an object or array, from where anybody may take it and read it. */
function isKept({ body, operation }: Place): boolean {
  return body.operations.some(
    (user) =>
      user.kind === 'assign' && user.value === operation && body.operations[user.target]?.kind !== 'local',
  );
}

function keyOf(method: MethodId, operation: OperationIndex): string {
  return `${method} ${operation}`;
}

/** A call on the request, or with it, gives something that came from outside. */
function fetchesInput(roles: CallRoles, { method, body, operation }: Place): boolean {
  const ofMethod = roles.get(method.id);
  if (ofMethod === undefined) return false;
  return [...ofMethod].some(([call, rows]) => {
    const caller = body.operations[call];
    return (
      caller !== undefined &&
      operandsOf(caller).includes(operation) &&
      rows.some(({ role }) => role === 'source')
    );
  });
}

function handedOnTo(program: Program, { method, body, operation }: Place): readonly Place[] {
  const here = (index: OperationIndex): Place => ({ method, body, operation: index });
  return body.operations.flatMap((user, index): readonly Place[] => {
    switch (user.kind) {
      case 'local':
        return user.declaration === operation ? [here(index)] : [];
      case 'declare':
        return user.value === operation ? [here(index)] : [];
      case 'cast':
        return user.operand === operation ? [here(index)] : [];
      case 'call':
      case 'new':
        return user.args.flatMap((arg, position) =>
          arg === operation ? argumentIn(program, method, { call: index, position }) : [],
        );
      default:
        return [];
    }
  });
}

function argumentIn(
  program: Program,
  method: ProgramMethod,
  { call, position }: { readonly call: OperationIndex; readonly position: number },
): readonly Place[] {
  const site = callAt(method, call);
  return (site?.targets ?? []).flatMap((target) => {
    const called = program.method(target.method);
    const body = called?.declaration?.body;
    const operation = body ? parameterOperation(body, position) : undefined;
    return called && body && operation !== undefined ? [{ method: called, body, operation }] : [];
  });
}
