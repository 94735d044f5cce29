import { NOTHING } from '../base/lists.ts';
import type { Operation, OperationIndex } from '../facts/operations.ts';
import type { Program, ProgramMethod } from '../link/program.ts';
import type { Labels, SecretSource } from '../models/labels.ts';
import { methodLabel } from './method-label.ts';
import { roleIndex } from './role-index.ts';
import type { SecretUse } from './security-view.ts';

/** Parts of one text that are looked at. */
const MOST_PARTS = 100;

/** Objects that are written to a log as a whole, where their text shows a secret. */
export function findPrintedSecrets(program: Program, labels: Labels): SecretUse[] {
  if (labels.printedSecrets.size === 0) return [];
  return roleIndex(labels.callRoles)
    .having('log')
    .flatMap((id) => {
      const method = program.method(id);
      return method === undefined || method.owner.file.role === 'test' ? [] : printedBy(method, labels);
    });
}

function printedBy(method: ProgramMethod, labels: Labels): SecretUse[] {
  const uses: SecretUse[] = [];
  for (const [call, found] of labels.callRoles.get(method.id) ?? NOTHING) {
    const log = found.find(({ role }) => role === 'log');
    const body = log && method.declaration?.body?.operations[call];
    if (log?.role !== 'log' || body?.kind !== 'call') continue;
    const written = body.args.filter((_, at) => log.arguments === 'all' || log.arguments.includes(at));
    const secret = printedIn({ method, labels }, written);
    if (secret !== undefined) uses.push(use(method, { line: body.nameLine, secret }));
  }
  return uses;
}

/** The first secret in the text of one of the values, or of what they are joined from. */
function printedIn(
  { method, labels }: { readonly method: ProgramMethod; readonly labels: Labels },
  values: readonly OperationIndex[],
): SecretSource | undefined {
  const operations = method.declaration?.body?.operations ?? [];
  const parts = new Set(values);
  for (const part of parts) {
    if (parts.size > MOST_PARTS) return undefined;
    const type = method.operationTypes[part];
    const secret = type?.kind === 'class' ? labels.printedSecrets.get(type.name) : undefined;
    if (secret !== undefined) return secret;
    for (const joined of joinedFrom(operations[part])) parts.add(joined);
  }
  return undefined;
}

/** What a text is joined from, and whose text it is. */
function joinedFrom(operation: Operation | undefined): readonly OperationIndex[] {
  if (operation?.kind === 'binary') return operation.operands;
  const isText = operation?.kind === 'call' && operation.name === 'toString';
  return isText && operation.object !== null ? [operation.object] : [];
}

function use(
  method: ProgramMethod,
  { line, secret }: { readonly line: number; readonly secret: SecretSource },
): SecretUse {
  const location = { file: method.owner.file.facts.path, line };
  const hop = { method: method.id, label: methodLabel(method), location, guards: [] };
  return {
    what: secret.what,
    source: secret.evidence,
    method: method.id,
    location,
    reaches: 'log',
    hops: [hop],
  };
}
