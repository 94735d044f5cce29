import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { ApplicationProperties } from '../entries/application-properties.ts';
import { textsOf, UNKNOWN_PART } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { originOf } from '../match/value-origin.ts';

/** An operation of a method that gives an address. */
export interface AddressPlace {
  readonly method: ProgramMethod;
  readonly operation: OperationIndex;
}

/** Operations between an address and what it begins with. */
const LONGEST_WAY = 20;

/** What an address may be, with the setting that it begins with where that has a value in the module's files. */
export function addressTexts(
  tools: MatchTools,
  { method, operation }: AddressPlace,
  own: ApplicationProperties,
): readonly string[] {
  return textsOf(tools.program.evaluateOperation(method, operation)).map((text) => {
    if (!text.startsWith(UNKNOWN_PART)) return text;
    const setting = settingAt(tools, method, beginningOf(method, operation));
    return setting === undefined ? text : own.resolve(setting) + text.slice(UNKNOWN_PART.length);
  });
}

/** The setting behind a field or parameter with `@Value("${orders.url}")`. */
function settingAt(tools: MatchTools, method: ProgramMethod, operation: OperationIndex): string | undefined {
  const here = method.declaration?.body?.operations[operation];
  const holder =
    here?.kind === 'parameter'
      ? method.parameters[here.index]
      : tools.program.fieldOf(method, operation)?.field;
  const wanted = tools.models.access.flatMap((row) => (row.on === 'beans' ? row.value : []));
  const found = holder === undefined ? undefined : tools.annotations.find(holder.annotations, wanted)[0];
  return textsOf(found?.attributes.get('value'))[0];
}

/** The first operand of what a text is put together from, through locals. */
function beginningOf(method: ProgramMethod, start: OperationIndex): OperationIndex {
  let at = start;
  for (let step = 0; step < LONGEST_WAY; step += 1) {
    at = originOf(method, at) ?? at;
    const operation = method.declaration?.body?.operations[at];
    const [first] = operation?.kind === 'binary' && operation.operator === '+' ? operation.operands : [];
    if (first === undefined) break;
    at = first;
  }
  return at;
}
