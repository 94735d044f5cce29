import type { Diagnostic } from '../../base/diagnostics.ts';
import { Modifier } from '../../facts/declarations.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import { anyConditionHolds } from '../conditions.ts';
import type { ImplicitCall } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { createBeanPresence } from './bean-presence.ts';
import { implicitCall } from './implicit-call.ts';
import { joinPointTest } from './join-points.ts';

type AdviceRow = ImplicitRowOf<'advice'>;

/** A method of an aspect with the methods it is woven around. */
export interface Advice {
  readonly row: string;
  readonly method: ProgramMethod;
  /** Simple name of the annotation: `Around`, `Before` … */
  readonly kind: string;
  readonly advised: readonly ProgramMethod[];
  /** The aspect is an object of the application whatever its settings: nobody has to make it, no condition is open. */
  readonly isSure: boolean;
}

export interface FoundAdvice {
  readonly advice: readonly Advice[];
  /** Pointcuts that nobody here can read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the aspects of production code and what they advise: methods of the framework's objects, never private or static ones. */
export function findAdvice(tools: MatchTools, rows: readonly AdviceRow[]): FoundAdvice {
  const diagnostics: Diagnostic[] = [];
  const presence = createBeanPresence(tools);
  const advice = rows.flatMap((row) => {
    if (row.needs !== undefined && !anyConditionHolds(tools, row.needs).holds) return [];
    const aspects = tools.annotations.typesWith(row.aspect);
    const joinPoints = aspects.length === 0 ? [] : advisable(tools, row);
    return aspects
      .filter((aspect) => presence.ofType(aspect) !== 'inactive')
      .flatMap((aspect) => {
        const isSure = isManaged(tools, aspect) && presence.ofType(aspect) === 'active';
        return aspect.methods.flatMap((method) =>
          adviceOf(tools, { row, method, joinPoints, diagnostics, isSure }),
        );
      });
  });
  return { advice, diagnostics };
}

function adviceOf(
  tools: MatchTools,
  found: {
    readonly row: AdviceRow;
    readonly method: ProgramMethod;
    readonly joinPoints: readonly ProgramMethod[];
    readonly diagnostics: Diagnostic[];
    readonly isSure: boolean;
  },
): readonly Advice[] {
  const { row, method, joinPoints, diagnostics, isSure } = found;
  return tools.annotations.find(method.annotations, row.annotation).flatMap(({ written, attributes }) => {
    const text = [...row.attributes]
      .flatMap((name) => textsOf(attributes.get(name)))
      .find((each) => each !== '');
    const kind = written.type.slice(written.type.lastIndexOf('.') + 1);
    if (text === undefined) return [];
    const test = joinPointTest({ tools, row, method }, text);
    const answers = joinPoints.map((each) => ({ each, selected: test(each) }));
    if (answers.some(({ selected }) => selected === null)) {
      diagnostics.push({
        code: 'unread-pointcut',
        stage: 'models',
        severity: 'info',
        message: {
          en: `the pointcut ${text.slice(0, 200)} is not understood in full: some methods it advises may be missing`,
          ru: `срез ${text.slice(0, 200)} понят не полностью: некоторых его методов может не хватать`,
        },
        file: written.file,
        line: written.line,
      });
    }
    const advised = answers.flatMap(({ each, selected }) => (selected === true ? [each] : []));
    return [{ row: row.id, method, kind, advised, isSure }];
  });
}

function isManaged(tools: MatchTools, type: ProgramType): boolean {
  return tools.models.access.some(
    (row) => row.on === 'beans' && tools.annotations.find(type.annotations, row.stereotypes).length > 0,
  );
}

/** Methods that a proxy of the framework can stand before. */
function advisable(tools: MatchTools, row: AdviceRow): readonly ProgramMethod[] {
  const stereotypes = tools.models.access.flatMap((each) => (each.on === 'beans' ? each.stereotypes : []));
  const aspects = new Set(tools.annotations.typesWith(row.aspect));
  return tools.annotations
    .typesWith(stereotypes)
    .filter((type) => !aspects.has(type))
    .flatMap((type) => tools.exposedMethods(type))
    .filter(
      ({ declaration }) => ((declaration?.modifiers ?? 0) & (Modifier.private | Modifier.static)) === 0,
    );
}

/** Entering an advised method runs the advice. */
export function adviceCalls(advice: readonly Advice[]): readonly ImplicitCall[] {
  return advice.flatMap(({ row, method, kind, advised, isSure }) => {
    // Advice that comes after has prevented nothing.
    const isBefore = kind === 'Before' || kind === 'Around';
    const confidence = !isSure ? 'possible' : isBefore ? 'certain' : 'likely';
    return [...new Set(advised)].map((caller) =>
      implicitCall({ caller, operation: null }, method, { row, confidence, passes: [] }),
    );
  });
}
