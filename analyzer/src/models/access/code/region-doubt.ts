import type { Text } from '../../../base/text.ts';
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
): 'never' | { readonly doubt: Text | undefined } {
  let doubt: Text | undefined;
  for (const region of place.regions.around(at.index, at.root)) {
    const reach = reachOf(context, place, region);
    if (reach === 'never') return 'never';
    doubt ??= reach;
  }
  return { doubt };
}

function reachOf(context: DoubtContext, place: Place, region: Region): 'never' | Text | undefined {
  switch (region.kind) {
    case 'then':
    case 'else': {
      if (region.condition === undefined) return UNDER_CONDITION;
      const answer = conditionAt(context, place.method, region.condition);
      if (answer === null) return AT_RUN_TIME;
      return answer === (region.kind === 'then') ? undefined : 'never';
    }
    case 'loop':
      return loopDoubt(context, place, region);
    case 'case':
      return UNDER_SWITCH;
    case 'catch':
      return 'never';
    default:
      return undefined;
  }
}

/** A loop over known texts runs; any other may run or not. */
function loopDoubt(context: DoubtContext, { method, regions }: Place, region: Region): Text | undefined {
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

/** Added once for each value that nobody knows. */
export const LOOP: Text = {
  en: 'added in a loop over values known only at run time',
  ru: 'добавляется в цикле по значениям, известным только во время выполнения',
};
const UNDER_CONDITION: Text = { en: 'under a condition', ru: 'при условии' };
const AT_RUN_TIME: Text = {
  en: 'under a condition that is decided at run time',
  ru: 'при условии, которое решается во время выполнения',
};
const UNDER_SWITCH: Text = {
  en: 'under a switch that is decided at run time',
  ru: 'в ветке switch, которая выбирается во время выполнения',
};
