import { type Label, labelIn, type Text } from '../../../base/text.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import { missingOf } from '../../conditions.ts';
import type { Evidence } from '../../labels.ts';
import { textsOf } from '../../match/constant-texts.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny, simpleName } from '../../match/name-pattern.ts';
import type { ConditionTest } from '../../schema/guard-rows.ts';
import { webXmlParameter } from '../../web-xml-parameters.ts';
import type { ApplicationAccess } from '../application-access.ts';
import type { BeanCondition } from '../bean-conditions.ts';
import { dependenciesOf } from '../default-protection.ts';
import { shortText } from '../requirement.ts';

/** Whether anything in an application acts on an annotation. */
export type Activation =
  | { readonly state: 'active'; readonly evidence: Evidence | null }
  /** Something does, but not here, where another annotation says otherwise. */
  | { readonly state: 'lifted' }
  | { readonly state: 'inactive' | 'unknown'; readonly reason: Text };

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
  return (
    answers.find((each) => each?.state === 'active') ??
    answers.find((each) => each?.state === 'unknown') ??
    answers.find((each) => each?.state === 'inactive') ?? { state: 'inactive', reason: missingOf(rows) }
  );
}

/** Undefined where nothing in the application speaks of it. */
function answer(tools: MatchTools, access: ApplicationAccess, test: ConditionTest): Activation | undefined {
  if ('annotation' in test) return annotationAnswer(tools, access, test);
  if ('xmlElement' in test) return elementAnswer(access, test);
  if ('call' in test) return callAnswer(tools, access, test.call);
  const evidence = evidenceIn(tools, access, test);
  return evidence === undefined ? undefined : { state: 'active', evidence };
}

type PlainTest = Exclude<
  ConditionTest,
  { readonly annotation: readonly string[] } | { readonly xmlElement: string } | { readonly call: object }
>;

function evidenceIn(
  tools: MatchTools,
  { application }: ApplicationAccess,
  test: PlainTest,
): Evidence | undefined {
  if ('webXmlParameter' in test)
    return webXmlParameter(tools, (module) => application.modules.has(module), test);
  if ('dependency' in test) {
    const found = dependenciesOf(tools, application).find(({ group, name }) =>
      fitsAny(`${group ?? ''}:${name}`, test.dependency),
    );
    return found && { file: found.file, line: found.line, text: `${found.group ?? ''}:${found.name}` };
  }
  if ('property' in test) {
    const found = application.settings.find(test.property);
    return found !== undefined && (test.values?.includes(found.value) ?? true) ? found.evidence : undefined;
  }
  const type = tools.typesBelow(test.subtype).find((each) => application.includes(each));
  return type && { file: type.file.facts.path, line: type.declaration.line, text: shortText(type.name) };
}

/** The call must stand in a method of this application that is there under its settings. */
function callAnswer(
  tools: MatchTools,
  { application, conditions }: ApplicationAccess,
  wanted: { readonly type: readonly string[]; readonly method: readonly string[] },
): Activation | undefined {
  const answers = tools.productionMethods
    .filter((method) => application.includes(method.owner))
    .flatMap((method): readonly Activation[] => {
      const call = tools
        .outsideCalls(method)
        .find(
          (each) =>
            fitsAny(each.member, wanted.method) &&
            each.owners.some((owner) => tools.types.match(owner, wanted.type) === 'certain'),
        );
      const line = call?.site.nameLine ?? lineNaming(tools, method, wanted);
      if (line === undefined) return [];
      const text = shortText(
        `${simpleName(wanted.type[0] ?? '')}${call === undefined ? '.class' : `.${call.member}`}`,
      );
      return [
        underCondition(conditions.ofMethod(method), { file: method.owner.file.facts.path, line, text }),
      ];
    });
  return strongestOf(answers);
}

/** `register(RolesAllowedDynamicFeature.class)` makes one too. */
function lineNaming(
  tools: MatchTools,
  method: ProgramMethod,
  wanted: { readonly type: readonly string[]; readonly method: readonly string[] },
): number | undefined {
  if (!wanted.method.includes('new')) return undefined;
  const operations = method.declaration?.body?.operations ?? [];
  return operations.find((operation, index) => {
    const type = method.operationTypes[index];
    const [argument] = type?.kind === 'class' ? type.args : [];
    // A library can stand in the tree itself: then its constructions are no calls to the outside.
    const named = operation.kind === 'class-literal' ? argument : operation.kind === 'new' ? type : undefined;
    return named !== undefined && tools.types.matchResolved(named, wanted.type) === 'certain';
  })?.line;
}

/** The element must stand in a bean file that this application loads. */
function elementAnswer(
  { files }: ApplicationAccess,
  test: Extract<ConditionTest, { readonly xmlElement: string }>,
): Activation | undefined {
  const answers = files.flatMap((file) =>
    file.elements.flatMap(({ name, attributes, line }, index): readonly Activation[] => {
      if (name !== test.xmlElement) return [];
      if (test.attribute !== undefined && attributes.get(test.attribute) !== test.value) return [];
      return [underCondition(file.conditionAt(index), { file: file.path, line, text: `<${name}>` })];
    }),
  );
  return strongestOf(answers);
}

function underCondition(condition: BeanCondition, evidence: Evidence): Activation {
  return condition.state === 'active'
    ? { state: 'active', evidence }
    : { state: condition.state, reason: under(evidence.text, condition.reason) };
}

function under(what: Label, reason: Label): Text {
  return {
    en: `${labelIn('en', what)} is under ${labelIn('en', reason)}`,
    ru: `${labelIn('ru', what)} действует при условии: ${labelIn('ru', reason)}`,
  };
}

function strongestOf(answers: readonly Activation[]): Activation | undefined {
  return (
    answers.find((each) => each.state === 'active') ??
    answers.find((each) => each.state === 'unknown') ??
    answers[0]
  );
}

/** The annotation must stand on a class of this application that is there under its settings. */
function annotationAnswer(
  tools: MatchTools,
  { application, conditions }: ApplicationAccess,
  test: Extract<ConditionTest, { readonly annotation: readonly string[] }>,
): Activation | undefined {
  const answers = tools.annotations
    .typesWith(test.annotation)
    .filter((type) => application.includes(type))
    .flatMap((type): readonly Activation[] => {
      const found = tools.annotations.find(type.annotations, test.annotation)[0];
      if (found === undefined) return [];
      const written = test.attribute === undefined ? undefined : found.attributes.get(test.attribute);
      const on = written === undefined ? (test.default ?? true) : textsOf(written)[0] === 'true';
      if (!on) return [];
      const condition = conditions.ofType(type);
      const { file, line } = found.written;
      const text = shortText(`@${simpleName(found.written.type)}`);
      if (condition.state === 'active') return [{ state: 'active', evidence: { file, line, text } }];
      const { name } = type.declaration;
      const what = { en: `${text} on ${name}`, ru: `${text} на ${name}` };
      return [{ state: condition.state, reason: under(what, condition.reason) }];
    });
  return strongestOf(answers);
}
