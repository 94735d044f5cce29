import type { CallFacts } from '../../match/call-facts.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny } from '../../match/name-pattern.ts';
import type { InterceptionRow } from '../../schema/access-rows.ts';
import type { ApplicationSettings } from '../application-settings.ts';
import { renderOperation } from '../code/render-operation.ts';
import { textsAt } from '../code/texts-at.ts';

interface CredentialContext {
  readonly tools: MatchTools;
  readonly settings: ApplicationSettings;
}

/** Whether a call reads what tells the caller. */
export function readsCredential(
  context: CredentialContext,
  credentials: InterceptionRow['credentials'],
  call: CallFacts,
): boolean {
  return isCredentialCall(context.tools, { credentials, call }, (named) => isNamed(context, call, named));
}

/** The same where somebody else judges the name of what is read. */
export function isCredentialCall(
  tools: MatchTools,
  on: { readonly credentials: InterceptionRow['credentials']; readonly call: CallFacts },
  isFitting: (named: readonly string[]) => boolean,
): boolean {
  const { member, owners } = on.call;
  return on.credentials.some(
    ({ type, method, named }) =>
      fitsAny(member, method) &&
      owners.some((owner) => tools.types.match(owner, type) === 'certain') &&
      (named === undefined || isFitting(named)),
  );
}

/** By the text of the first argument, or by how it is written where nobody can tell the text. */
function isNamed(context: CredentialContext, { caller, args }: CallFacts, named: readonly string[]): boolean {
  const [first] = args ?? [];
  if (first === undefined) return false;
  const texts = textsAt(context, caller, first) ?? [renderOperation(caller, first)];
  return texts.some((text) => fitsAny(text.toLowerCase(), named));
}
