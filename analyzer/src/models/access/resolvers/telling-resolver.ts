import type { OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { originOf } from '../../match/value-origin.ts';
import type { AccessRowOf } from '../../schema/access-rows.ts';
import type { ApplicationSettings } from '../application-settings.ts';
import { onlyTarget } from '../code/sure-operations.ts';
import { readsCredential } from '../interceptions/credentials.ts';

type ResolverRow = AccessRowOf<'argument-resolver'>;

interface TellingContext {
  readonly tools: MatchTools;
  readonly settings: ApplicationSettings;
}

/** Helpers that are looked into for a credential. */
const DEEPEST = 3;

/**
 * Whether a method gives null for a parameter where the caller has not logged in: it looks at what tells the caller, and what
 * it gives is that, what a method makes of it, or null, and never somebody that it makes up.
 */
export function givesNullForStrangers(
  context: TellingContext,
  row: ResolverRow,
  method: ProgramMethod,
): boolean {
  const operations = method.declaration?.body?.operations ?? [];
  const returned = operations.flatMap((each) => (each.kind === 'return' ? [each.value] : []));
  const given = returned.map((value) => (value === null ? 'other' : whatIs(context, row, { method, value })));
  return (
    !given.includes('other') && given.some((each) => each !== 'made') && looksAt(context, row, method, 0)
  );
}

/** Null, a credential as it is, or what some method gives. */
function whatIs(
  context: TellingContext,
  { credentials }: ResolverRow,
  { method, value }: { readonly method: ProgramMethod; readonly value: OperationIndex },
): 'null' | 'credential' | 'made' | 'other' {
  const at = originOf(method, value) ?? value;
  const made = method.declaration?.body?.operations[at];
  if (made?.kind === 'literal' && made.type === 'null') return 'null';
  if (made?.kind !== 'call') return 'other';
  const call = context.tools.callAt(method, at);
  return call !== undefined && readsCredential(context, credentials, call) ? 'credential' : 'made';
}

function looksAt(
  context: TellingContext,
  row: ResolverRow,
  ...at: readonly [ProgramMethod, number]
): boolean {
  const [method, depth] = at;
  const { tools } = context;
  const here = tools.outsideCalls(method).some((call) => readsCredential(context, row.credentials, call));
  if (here || depth >= DEEPEST) return here;
  return method.calls.some(({ operation }) => {
    const helper = onlyTarget(tools, method, operation);
    return helper !== undefined && looksAt(context, row, helper, depth + 1);
  });
}
