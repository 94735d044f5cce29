import type { OperationIndex } from '../facts/operations.ts';
import { callAt, type Program, type ProgramMethod } from '../link/program.ts';
import type { Decision } from '../models/kinds.ts';
import type { Labels } from '../models/labels.ts';

interface Known {
  readonly program: Program;
  readonly labels: Pick<Labels, 'decisions'>;
}

/** Wrappers and conditional values inside one another are not looked into beyond this. */
const DEEPEST = 4;

/**
 * What a value says as the answer of a check: `true`, a library's constant for granting, or a library's wrapper around
 * one (`Mono.just(true)`, `new AuthorizationDecision(false)`). Null where it says neither yes nor no by itself.
 */
export function decisionOf(known: Known, method: ProgramMethod, value: OperationIndex): Decision | null {
  return decide({ ...known, method }, value, 0);
}

function decide(
  here: Known & { readonly method: ProgramMethod },
  at: OperationIndex,
  depth: number,
): Decision | null {
  const operation = here.method.declaration?.body?.operations[at];
  if (depth > DEEPEST || operation === undefined) return null;
  switch (operation.kind) {
    case 'literal':
      return operation.type === 'boolean' ? (operation.value === 'true' ? 'grants' : 'denies') : null;
    case 'name':
    case 'field':
      return constantDecision(here, at);
    // What it is asked for when the answer is missing.
    case 'lambda':
      return operation.result === null ? null : decide(here, operation.result, depth + 1);
    case 'cast':
      return decide(here, operation.operand, depth + 1);
    case 'conditional': {
      const either = decide(here, operation.then, depth + 1);
      return decide(here, operation.otherwise, depth + 1) === either ? either : null;
    }
    default: {
      const wrapped = wrappedBy(here.method, at);
      return wrapped === undefined ? null : decide(here, wrapped, depth + 1);
    }
  }
}

function constantDecision(
  { program, labels, method }: Known & { readonly method: ProgramMethod },
  at: OperationIndex,
): Decision | null {
  const field = program.fieldOf(method, at);
  return (field && labels.decisions.get(`${field.owner}.${field.name}`)) ?? null;
}

/** The only argument of a library's constructor or static factory. */
function wrappedBy(method: ProgramMethod, at: OperationIndex): OperationIndex | undefined {
  const operations = method.declaration?.body?.operations ?? [];
  const operation = operations[at];
  if (operation?.kind !== 'call' && operation?.kind !== 'new') return undefined;
  if (operation.args.length !== 1 || callAt(method, at)?.resolution.status !== 'external') return undefined;
  const isStatic =
    operation.kind === 'new' ||
    operation.object === null ||
    method.operationTypes[operation.object]?.kind === 'void';
  return isStatic ? operation.args[0] : undefined;
}
