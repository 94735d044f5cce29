import type { TypeName } from '../../base/ids.ts';
import { type Label, labelIn, type Text } from '../../base/text.ts';
import { acceptsProfiles } from '../../inventory/configuration/profiles.ts';
import type { ProgramMethod, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import type { Evidence } from '../labels.ts';
import type { FoundAnnotation } from '../match/annotation-lookup.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { Application } from './applications.ts';
import { shortText } from './requirement.ts';
import { conditionValue } from './spel/condition-value.ts';

/** Whether a class or bean method is there when the application runs as its files say. */
export type BeanCondition =
  | { readonly state: 'active' }
  | { readonly state: 'inactive' | 'unknown'; readonly reason: Text; readonly evidence: Evidence };

export const ACTIVE: BeanCondition = { state: 'active' };

type ConditionRow = AccessRowOf<'bean-condition'>;

/** Evaluates the conditions on classes and bean methods of one application. */
export interface BeanConditions {
  ofType(type: ProgramType): BeanCondition;
  /** The method's own conditions and those of the classes around it. */
  ofMethod(method: ProgramMethod): BeanCondition;
}

/** Builds the evaluator. */
export function createBeanConditions(
  tools: MatchTools,
  application: Application,
  factoryMethod: readonly string[],
): BeanConditions {
  const rows = tools.models.access.filter((row): row is Row => row.on === 'bean-condition');
  const context: Context = { tools, application, rows, factoryMethod };
  const known = new Map<ProgramType, BeanCondition>();
  const ofType = (type: ProgramType): BeanCondition => {
    const before = known.get(type);
    if (before !== undefined) return before;
    const outer: ProgramType[] = [];
    for (let each: ProgramType | null = type; each !== null; each = each.outer) outer.push(each);
    const condition = all(outer.map((each) => evaluate(context, each.annotations, null)));
    known.set(type, condition);
    return condition;
  };
  return {
    ofType,
    ofMethod: (method) => all([ofType(method.owner), evaluate(context, method.annotations, method)]),
  };
}

type Row = ConditionRow & { readonly framework: string };

interface Context {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly rows: readonly Row[];
  readonly factoryMethod: readonly string[];
}

/** All must hold. */
function all(conditions: readonly BeanCondition[]): BeanCondition {
  return (
    conditions.find((each) => each.state === 'inactive') ??
    conditions.find((each) => each.state === 'unknown') ??
    ACTIVE
  );
}

function evaluate(
  context: Context,
  annotations: readonly ResolvedAnnotation[],
  method: ProgramMethod | null,
): BeanCondition {
  return all(
    context.rows.flatMap((row) =>
      context.tools.annotations
        .find(annotations, row.annotation)
        .map((found) => describe(found, test(context, row, { found, method }))),
    ),
  );
}

interface Answer {
  readonly state: BeanCondition['state'];
  readonly reason: Label;
}
const YES: Answer = { state: 'active', reason: '' };
const BY_CODE: Answer = {
  state: 'unknown',
  reason: { en: 'decided by code or by where it runs', ru: 'решает код или место запуска' },
};

function describe({ written }: FoundAnnotation, answer: Answer): BeanCondition {
  if (answer.state === 'active') return ACTIVE;
  const text = shortText(`@${simpleName(written.type)}${argumentText(written)}`);
  return {
    state: answer.state,
    reason: {
      en: `${text}: ${labelIn('en', answer.reason)}`,
      ru: `${text}: ${labelIn('ru', answer.reason)}`,
    },
    evidence: { file: written.file, line: written.line, text },
  };
}

function argumentText(written: ResolvedAnnotation): string {
  const texts = [...written.args].map(([name, value]) => `${name}=${textsOf(value).join(',')}`);
  return texts.length === 0 ? '' : `(${texts.join(', ')})`;
}

function test(
  context: Context,
  row: Row,
  asked: { readonly found: FoundAnnotation; readonly method: ProgramMethod | null },
): Answer {
  switch (row.test) {
    case 'profile':
      return testProfile(context, asked.found);
    case 'property':
      return testProperty(context, asked.found);
    case 'expression':
      return testExpression(context, asked.found);
    case 'bean':
      return inverted(testMissingBean(context, asked));
    case 'missing-bean':
      return testMissingBean(context, asked);
    // What is on the class path is assumed to be there: the code compiles against it.
    case 'class':
    case 'web':
      return YES;
    case 'missing-class':
    case 'unreadable':
      return BY_CODE;
  }
}

/** Why a profile does not hold. */
export function activeProfiles(profiles: readonly string[]): Text {
  const names = profiles.join(', ');
  return { en: `active profiles: ${names}`, ru: `активные профили: ${names}` };
}

function testProfile({ application }: Context, { attributes }: FoundAnnotation): Answer {
  const { profiles, profilesUnknown } = application.settings;
  if (profilesUnknown !== null) return { state: 'unknown', reason: profilesUnknown };
  const active = new Set(profiles);
  const expressions = textsOf(attributes.get('value'));
  if (expressions.some((expression) => acceptsProfiles(expression, active))) return YES;
  return { state: 'inactive', reason: activeProfiles(profiles) };
}

function testProperty({ application }: Context, { attributes, written }: FoundAnnotation): Answer {
  const text = (name: string) => textsOf(attributes.get(name))[0] ?? '';
  const prefix = text('prefix').replace(/\.?$/u, text('prefix') === '' ? '' : '.');
  const names = [...textsOf(attributes.get('name')), ...textsOf(attributes.get('value'))];
  const isBoolean = simpleName(written.type) === 'ConditionalOnBooleanProperty';
  const wanted = text('havingValue') || (isBoolean ? 'true' : '');
  for (const name of names) {
    const setting = application.settings.find(prefix + name);
    if (setting === undefined) {
      if (text('matchIfMissing') !== 'true') {
        return {
          state: 'inactive',
          reason: { en: `${prefix + name} is not set`, ru: `${prefix + name} не задано` },
        };
      }
    } else if (!setting.known) {
      return {
        state: 'unknown',
        reason: {
          en: `${setting.evidence.text} comes from outside`,
          ru: `${setting.evidence.text} задаётся извне`,
        },
      };
    } else if (!fits(setting.value, wanted)) {
      return { state: 'inactive', reason: setting.evidence.text };
    }
  }
  return YES;
}

/** An expression over settings; one that asks for anything else is decided when it runs. */
function testExpression({ application }: Context, { attributes }: FoundAnnotation): Answer {
  const [expression] = textsOf(attributes.get('value'));
  const resolved = expression === undefined ? null : application.settings.resolve(expression);
  const value = resolved === null ? undefined : conditionValue(resolved);
  if (resolved === null || value === undefined) return BY_CODE;
  return value ? YES : { state: 'inactive', reason: shortText(resolved) };
}

function fits(value: string, wanted: string): boolean {
  return wanted === '' ? value.toLowerCase() !== 'false' : value.toLowerCase() === wanted.toLowerCase();
}

function inverted(answer: Answer): Answer {
  if (answer.state === 'unknown') return answer;
  return answer.state === 'active'
    ? { state: 'inactive', reason: { en: 'no such bean', ru: 'такого бина нет' } }
    : YES;
}

/** Looks for another bean of the type among the application's bean methods and classes. */
function testMissingBean(
  context: Context,
  { found, method }: { readonly found: FoundAnnotation; readonly method: ProgramMethod | null },
): Answer {
  const named = ['value', 'type'].flatMap((name) => textsOf(found.attributes.get(name)));
  const own = method === null ? undefined : classOf(method.returnType);
  const wanted = named.length > 0 ? named : own === undefined ? [] : [own];
  if (wanted.length === 0)
    return { state: 'unknown', reason: { en: 'the bean has no known type', ru: 'тип бина неизвестен' } };
  const others = beansOf(context, wanted).filter((each) => each !== method);
  if (others.length === 0) return YES;
  const certain = others.some((each) => !isConditional(context, each));
  const type = simpleName(wanted[0] ?? '');
  if (certain) {
    return {
      state: 'inactive',
      reason: { en: `there is a bean of type ${type}`, ru: `бин типа ${type} уже есть` },
    };
  }
  return {
    state: 'unknown',
    reason: {
      en: `a bean of type ${type} is there under conditions`,
      ru: `бин типа ${type} есть не при всех условиях`,
    },
  };
}

function beansOf({ tools, application, factoryMethod }: Context, wanted: readonly string[]) {
  return tools.annotations.methodsWith(factoryMethod).filter((method) => {
    if (!application.includes(method.owner)) return false;
    const type = classOf(method.returnType);
    return type !== undefined && tools.types.match(type as TypeName, wanted) === 'certain';
  });
}

function isConditional({ tools, rows }: Context, method: ProgramMethod): boolean {
  const around = [
    ...method.annotations,
    ...method.owner.annotations,
    ...(method.owner.outer?.annotations ?? []),
  ];
  return rows.some((row) => tools.annotations.find(around, row.annotation).length > 0);
}
