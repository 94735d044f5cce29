import { evidenceFor } from '../../conditions.ts';
import type { Evidence } from '../../labels.ts';
import { textsOf } from '../../match/constant-texts.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny } from '../../match/name-pattern.ts';
import type { ConditionTest } from '../../schema/guard-rows.ts';
import type { ApplicationAccess } from '../application-access.ts';
import { dependenciesOf } from '../default-protection.ts';
import { shortText } from '../requirement.ts';

/** Whether anything in an application acts on an annotation. */
export type Activation =
  | { readonly state: 'active'; readonly evidence: Evidence | null }
  | { readonly state: 'inactive' | 'unknown'; readonly reason: string };

const NEEDS_NOTHING: Activation = { state: 'active', evidence: null };

/** Answers for one application; `needs` are ids of conditions of which one must hold. */
export function createActivations(
  tools: MatchTools,
  access: ApplicationAccess,
): (needs: readonly string[] | undefined) => Activation {
  const known = new Map<string, Activation>();
  return (needs) => {
    if (needs === undefined) return NEEDS_NOTHING;
    const key = needs.join(' ');
    const answer = known.get(key) ?? activationOf(tools, access, needs);
    known.set(key, answer);
    return answer;
  };
}

function activationOf(tools: MatchTools, access: ApplicationAccess, needs: readonly string[]): Activation {
  const rows = tools.models.conditions.filter((row) => needs.includes(row.id));
  const answers = rows.flatMap((row) => row.any.map((test) => answer(tools, access, test)));
  const missing = rows.map((row) => row.missing).join(' and ');
  return (
    answers.find((each) => each?.state === 'active') ??
    answers.find((each) => each?.state === 'unknown') ??
    answers.find((each) => each?.state === 'inactive') ?? { state: 'inactive', reason: missing }
  );
}

/** Undefined where nothing in the application speaks of it. */
function answer(tools: MatchTools, access: ApplicationAccess, test: ConditionTest): Activation | undefined {
  if ('annotation' in test) return annotationAnswer(tools, access, test);
  if ('dependency' in test) {
    const found = dependenciesOf(tools, access.application).find(({ group, name }) =>
      fitsAny(`${group ?? ''}:${name}`, test.dependency),
    );
    return found === undefined
      ? undefined
      : {
          state: 'active',
          evidence: { file: found.file, line: found.line, text: `${found.group ?? ''}:${found.name}` },
        };
  }
  const evidence = evidenceFor(tools, test);
  return evidence === undefined ? undefined : { state: 'active', evidence };
}

/** The annotation must stand on a class of this application that is there under its settings. */
function annotationAnswer(
  tools: MatchTools,
  { application, conditions }: ApplicationAccess,
  test: Extract<ConditionTest, { readonly annotation: readonly string[] }>,
): Activation | undefined {
  const answers = tools.productionTypes
    .filter((type) => application.includes(type))
    .flatMap((type): readonly Activation[] => {
      const found = tools.annotations.find(type.annotations, test.annotation)[0];
      if (found === undefined) return [];
      const written = test.attribute === undefined ? undefined : found.attributes.get(test.attribute);
      const on = written === undefined ? (test.default ?? true) : textsOf(written)[0] === 'true';
      if (!on) return [];
      const condition = conditions.ofType(type);
      const name = shortText(`@${found.written.type.slice(found.written.type.lastIndexOf('.') + 1)}`);
      if (condition.state === 'active') {
        return [
          { state: 'active', evidence: { file: found.written.file, line: found.written.line, text: name } },
        ];
      }
      return [
        {
          state: condition.state,
          reason: `${name} on ${type.declaration.name} is under ${condition.reason}`,
        },
      ];
    });
  return (
    answers.find((each) => each.state === 'active') ??
    answers.find((each) => each.state === 'unknown') ??
    answers[0]
  );
}
