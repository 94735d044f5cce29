import type { OperationIndex } from '../../facts/operations.ts';
import type { CallFacts } from '../match/call-facts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { originOf } from '../match/value-origin.ts';

/** Stands for text that the application's own settings or code give: whatever it is, no request decides it. */
const OWN = 'own';
/** Concatenations in concatenations that are looked into. */
const DEEPEST = 6;
/** A host, with or without a protocol before it, and what ends it; or a path of the same host. */
const HOST_IS_OVER =
  /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#\\]+[/?#]|(?![a-z][a-z0-9+.-]*:)[^/?#\\]+[/?#]|\/[^/\\])/iu;

/**
 * Whether an address is put together so that its host stands before anything that could come from a request:
 * `base + "/visits/" + id`, `"http://stock/visits?" + query`. The rest of it may still be strange; it goes nowhere else.
 */
export function hasFixedHost(tools: MatchTools, call: CallFacts, operation: OperationIndex): boolean {
  const { text, isWhole } = ownBeginning(tools, call, { operation, depth: 0 });
  return !isWhole && HOST_IS_OVER.test(text);
}

/** The text up to the first part that may come from outside. */
function ownBeginning(
  tools: MatchTools,
  call: CallFacts,
  { operation, depth }: { readonly operation: OperationIndex; readonly depth: number },
): { readonly text: string; readonly isWhole: boolean } {
  const outside = { text: '', isWhole: false };
  const { caller } = call;
  const value = tools.program.evaluateOperation(caller, operation);
  if (value.kind === 'text') return { text: value.value, isWhole: true };
  const origin = originOf(caller, operation);
  const written = origin === undefined ? undefined : caller.declaration?.body?.operations[origin];
  if (written === undefined || depth > DEEPEST) return outside;
  if (written.kind === 'name' || written.kind === 'field') return { text: OWN, isWhole: true };
  if (written.kind === 'call') {
    const isOwn = written.args.every(
      (argument) => tools.program.evaluateOperation(caller, argument).kind === 'text',
    );
    return isOwn && written.object === null ? { text: OWN, isWhole: true } : outside;
  }
  if (written.kind !== 'binary' || written.operator !== '+') return outside;
  let text = '';
  for (const operand of written.operands) {
    const part = ownBeginning(tools, call, { operation: operand, depth: depth + 1 });
    text += part.text;
    if (!part.isWhole) return { text, isWhole: false };
  }
  return { text, isWhole: true };
}
