import type { Body, OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import type { ApplicationSettings } from '../application-settings.ts';
import type { BodyRegions } from '../code/body-regions.ts';
import { renderOperation } from '../code/render-operation.ts';
import { textsAt } from '../code/texts-at.ts';

/** The status of a refusal that came too fast. */
export const TOO_MANY = '429';

interface StatusContext {
  readonly tools: MatchTools;
  readonly settings: ApplicationSettings;
}

interface StatusPlace {
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly regions: BodyRegions;
}

/** The status of the last call that names one, in the region of a stop and before it. */
export function statusNear(
  context: StatusContext,
  { method, body, regions }: StatusPlace,
  at: OperationIndex,
): string | undefined {
  const start = regions.around(at, 0)[0]?.start ?? 0;
  let status: string | undefined;
  for (let index = start; index <= at; index += 1) {
    const operation = body.operations[index];
    if (operation?.kind !== 'call' && operation?.kind !== 'new') continue;
    for (const argument of operation.args) status = statusIn(context, method, argument) ?? status;
  }
  return status;
}

function statusIn(
  context: StatusContext,
  method: ProgramMethod,
  argument: OperationIndex,
): string | undefined {
  const rendered = renderOperation(method, argument);
  if (/TOO_MANY_REQUESTS$/u.test(rendered)) return TOO_MANY;
  if (/(?:BAD_REQUEST|NOT_FOUND|METHOD_NOT_ALLOWED|INTERNAL_SERVER_ERROR)$/u.test(rendered)) return '400';
  const text = textsAt(context, method, argument)?.[0] ?? '';
  return /^[345]\d\d$/u.test(text) ? text : undefined;
}

/** It says nothing of who calls. */
export function isBadRequest(status: string | undefined): boolean {
  return ['400', '404', '405', '415', '500', '503'].includes(status ?? '');
}
