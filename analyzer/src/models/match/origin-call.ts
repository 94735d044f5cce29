import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramField, ProgramMethod, ProgramType } from '../../link/program.ts';
import type { CallFacts } from './call-facts.ts';
import type { ProgramTools } from './match-tools.ts';
import { originOf } from './value-origin.ts';

/** Initializers that give fields their first values. */
const INITIALIZERS: ReadonlySet<string> = new Set(['<clinit>', '<instance>']);

/** The library call that a value first came from: directly, through locals, or through a field's initializer. */
export function originCall(
  tools: ProgramTools,
  method: ProgramMethod,
  operation: OperationIndex,
): CallFacts | undefined {
  const origin = originOf(method, operation);
  if (origin === undefined) return undefined;
  const field = tools.program.fieldOf(method, origin)?.field;
  if (field === undefined) return tools.callAt(method, origin);
  const owner = tools.program.type(field.owner);
  return owner === undefined ? undefined : initializerOf(tools, owner, field);
}

function initializerOf(tools: ProgramTools, owner: ProgramType, field: ProgramField): CallFacts | undefined {
  const initializers = owner.methods.filter(({ name }) => INITIALIZERS.has(name));
  return initializers
    .flatMap((initializer) => {
      const value = valueGiven(tools, initializer, field);
      return value === undefined ? [] : (tools.callAt(initializer, value) ?? []);
    })
    .at(0);
}

/** What an initializer assigns to a field. */
function valueGiven(
  tools: ProgramTools,
  initializer: ProgramMethod,
  field: ProgramField,
): OperationIndex | undefined {
  for (const operation of initializer.declaration?.body?.operations ?? []) {
    if (operation.kind !== 'assign' || operation.operator !== '=') continue;
    if (tools.program.fieldOf(initializer, operation.target)?.field !== field) continue;
    return originOf(initializer, operation.value);
  }
  return undefined;
}
