import type { Region } from '../../../facts/control-flow.ts';
import type { OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import type { ApplicationSettings } from '../application-settings.ts';
import type { BodyRegions } from './body-regions.ts';
import { conditionAt } from './condition-at.ts';
import { isInjectedCollection } from './injected-collection.ts';

interface DoubtContext {
  readonly tools: MatchTools;
  readonly settings: ApplicationSettings;
  textsAt(operation: OperationIndex): readonly string[] | null;
}

interface Place {
  readonly method: ProgramMethod;
  readonly regions: BodyRegions;
}

/** Whether an operation runs when its function does: `never`, or with a reason why nobody can tell. */
export function regionDoubt(
  context: DoubtContext,
  place: Place,
  at: { readonly index: OperationIndex; readonly root: number },
): 'never' | { readonly doubt: string | undefined } {
  let doubt: string | undefined;
  for (const region of place.regions.around(at.index, at.root)) {
    const reach = reachOf(context, place, region);
    if (reach === 'never') return 'never';
    doubt ??= reach;
  }
  return { doubt };
}

function reachOf(context: DoubtContext, place: Place, region: Region): 'never' | string | undefined {
  switch (region.kind) {
    case 'then':
    case 'else': {
      if (region.condition === undefined) return 'under a condition';
      const answer = conditionAt(context, place.method, region.condition);
      if (answer === null) return 'under a condition that is decided at run time';
      return answer === (region.kind === 'then') ? undefined : 'never';
    }
    case 'loop':
      return loopDoubt(context, place, region);
    case 'case':
      return 'under a switch that is decided at run time';
    case 'catch':
      return 'never';
    default:
      return undefined;
  }
}

/** A loop over known texts runs; any other may run or not. */
function loopDoubt(context: DoubtContext, { method, regions }: Place, region: Region): string | undefined {
  for (let index = region.start; index < region.end; index += 1) {
    const operation = regions.operation(index);
    if (operation?.kind === 'declare' && operation.role === 'foreach' && operation.value !== null) {
      const isKnown =
        context.textsAt(operation.value) !== null ||
        isInjectedCollection(context.tools.program, method, operation.value);
      return isKnown ? undefined : LOOP;
    }
  }
  return LOOP;
}

const LOOP = 'added in a loop over values known only at run time';
