import type { OperationIndex } from '../../../facts/operations.ts';
import { acceptsProfiles } from '../../../inventory/configuration/profiles.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import type { ApplicationSettings } from '../application-settings.ts';
import { textsAt } from './texts-at.ts';

interface ConditionContext {
  readonly tools: MatchTools;
  readonly settings: ApplicationSettings;
}

const DEEPEST = 12;

/** What a condition in configuration code comes to under the application's settings; null where only run time knows. */
export function conditionAt(
  context: ConditionContext,
  method: ProgramMethod,
  index: OperationIndex,
): boolean | null {
  return answerAt({ ...context, depth: 0 }, method, index);
}

function answerAt(
  context: ConditionContext & { readonly depth: number },
  method: ProgramMethod,
  index: OperationIndex,
): boolean | null {
  const operation = method.declaration?.body?.operations[index];
  if (operation === undefined || context.depth > DEEPEST) return null;
  const deeper = { ...context, depth: context.depth + 1 };
  switch (operation.kind) {
    case 'unary': {
      const inner = answerAt(deeper, method, operation.operand);
      return operation.operator === '!' && inner !== null ? !inner : null;
    }
    case 'binary':
      return joined(
        operation.operator,
        operation.operands.map((each) => answerAt(deeper, method, each)),
      );
    case 'call':
      if (PROFILE_QUESTIONS.has(operation.name)) return profileAnswer(context, method, operation.args);
      return booleanAt(context, method, index);
    default:
      return booleanAt(context, method, index);
  }
}

/** Members of Spring's Environment that ask for profiles. */
const PROFILE_QUESTIONS: ReadonlySet<string> = new Set(['acceptsProfiles', 'matchesProfiles']);

function joined(operator: string, sides: readonly (boolean | null)[]): boolean | null {
  if (operator === '&&') return sides.includes(false) ? false : sides.includes(null) ? null : true;
  if (operator === '||') return sides.includes(true) ? true : sides.includes(null) ? null : false;
  return null;
}

function profileAnswer(
  { tools, settings }: ConditionContext,
  method: ProgramMethod,
  args: readonly OperationIndex[],
): boolean | null {
  if (settings.profilesUnknown !== null) return null;
  const active = new Set(settings.profiles);
  const operations = method.declaration?.body?.operations ?? [];
  const expressions = args.flatMap((argument) => {
    const operation = operations[argument];
    const inner = operation?.kind === 'call' ? operation.args : [argument];
    return inner.map((each) => textsAt({ tools, settings }, method, each));
  });
  if (expressions.some((each) => each === null)) return null;
  return expressions.flatMap((each) => each ?? []).some((each) => acceptsProfiles(each, active));
}

function booleanAt(context: ConditionContext, method: ProgramMethod, index: OperationIndex): boolean | null {
  const texts = textsAt(context, method, index);
  if (texts?.length !== 1) return null;
  const text = texts[0]?.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : null;
}
