import { byNumber, compareText, inOrder } from '../../base/ordering.ts';
import type { Text } from '../../base/text.ts';
import type { Evidence } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { FoundSetting } from './application-settings.ts';
import type { Application } from './applications.ts';
import { dependenciesOf } from './default-protection.ts';
import type { AccessRequest, RequestMatcher } from './path-matchers/request-matcher.ts';
import type { Outcome, Requirement } from './requirement.ts';
import { ofRoles } from './role-list.ts';
import { type AccessRule, decideByRules } from './rule-list.ts';
import type { RuleSequence } from './shadowed-rules.ts';
import type { ExpressionNames } from './spel/classify-expression.ts';

type Row = AccessRowOf<'configured-rules'>;

/** Rules that the settings of an application declare. */
export interface ConfiguredRules extends RuleSequence {
  /** Entry frameworks that they stand before. */
  readonly frameworks: readonly string[];
  /** What every request must pass; undefined where annotations on the handler decide first. */
  decide(request: AccessRequest): Outcome | undefined;
  /** What holds for a handler without access annotations. */
  unlessAnnotated(request: AccessRequest): Outcome | undefined;
}

interface RuleContext {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly names: ExpressionNames;
}

/** Reads rules from settings: paths, verbs and policies below one prefix, one group of keys a rule. */
export function readConfiguredRules(context: RuleContext): readonly ConfiguredRules[] {
  const { tools, application } = context;
  const dependencies = dependenciesOf(tools, application);
  return tools.models.access.flatMap((row): readonly ConfiguredRules[] => {
    if (row.on !== 'configured-rules') return [];
    const brought = dependencies.find((each) => fitsAny(`${each.group ?? ''}:${each.name}`, row.dependency));
    if (brought === undefined || application.settings.find(row.enabledBy)?.value === 'false') return [];
    const rules = orderedRules(context, row);
    const unmatched: Outcome = {
      requirement: { kind: row.unmatched },
      mechanism: 'path-rule',
      row: row.id,
      evidence: [{ file: brought.file, line: brought.line, text: `no rule matches: ${row.unmatched}` }],
    };
    const frame = { mechanism: 'path-rule', row: row.id, declared: [], unmatched };
    const decide = (request: AccessRequest) => decideByRules(rules, frame, request);
    const denies = deniesUnannotated(application, row);
    return [
      {
        rules,
        mechanism: row.id,
        frameworks: row.frameworks,
        decide: (request) => (row.annotationsFirst ? undefined : decide(request)),
        unlessAnnotated: (request) => (row.annotationsFirst ? decide(request) : denies),
      },
    ];
  });
}

/** `quarkus.security.jaxrs.deny-unannotated-endpoints=true`. */
function deniesUnannotated({ settings }: Application, row: Row): Outcome | undefined {
  const found = row.deniesUnannotated.map((key) => settings.find(key)).find((each) => each?.value === 'true');
  return (
    found && {
      requirement: { kind: 'denied' },
      mechanism: 'framework-default',
      row: row.id,
      evidence: [found.evidence],
    }
  );
}

export interface Group {
  readonly name: string;
  readonly values: ReadonlyMap<string, readonly FoundSetting[]>;
}

function orderedRules(context: RuleContext, row: Row): readonly AccessRule[] {
  const groups = groupsBelow(context.application, row.prefix);
  const rules = groups.flatMap((group) => rulesOf(context, row, group));
  if (row.choose === 'first') return rules.map(({ rule }) => rule);
  const lengths = [...new Set(rules.map(({ pattern }) => pattern))].sort(
    inOrder(
      byNumber((pattern: string) => -precision(pattern)),
      compareText,
    ),
  );
  // A path that only other verbs are allowed for is refused.
  return lengths.flatMap((pattern) => {
    const same = rules.filter((each) => each.pattern === pattern);
    const [first] = same;
    const isClosed = first !== undefined && same.every(({ verb }) => verb !== null);
    const rest = same.map(({ rule }) => rule);
    if (!isClosed) return rest;
    const matcher = { kind: 'pattern', style: row.style, pattern, verb: null } as const;
    return [...rest, { matcher, requirement: { kind: 'denied' }, evidence: first.rule.evidence }];
  });
}

/** Longer paths first, and a whole path before what begins like it. */
function precision(pattern: string): number {
  return pattern.replace(/\/?\*+$/u, '').length * 2 + (pattern.includes('*') ? 0 : 1);
}

interface PlacedRule {
  readonly rule: AccessRule;
  readonly pattern: string;
  readonly verb: string | null;
}

function rulesOf(context: RuleContext, row: Row, { values }: Group): readonly PlacedRule[] {
  const textsOf = (keys: readonly string[]) => keys.flatMap((key) => values.get(key) ?? []).flatMap(itemsOf);
  const [first] = row.patterns.flatMap((key) => values.get(key) ?? []);
  if (first === undefined || values.get('enabled')?.[0]?.value === 'false') return [];
  const asks = textsOf(row.asks);
  const requirement = requirementOf(context, row, asks);
  const evidence = evidenceOf(first, asks);
  const verbs = textsOf(row.verbs).map((verb) => verb.toUpperCase());
  return textsOf(row.patterns).flatMap((pattern) =>
    (verbs.length === 0 ? [null] : verbs).map((verb): PlacedRule => {
      const matcher: RequestMatcher = pattern.includes('${')
        ? { kind: 'unknown', reason: fromOutside(first.evidence.text) }
        : { kind: 'pattern', style: row.style, pattern: rooted(pattern), verb };
      return { rule: { matcher, requirement, evidence }, pattern: rooted(pattern), verb };
    }),
  );
}

const WITHOUT_DEMAND: Text = {
  en: 'the rule says nothing of who may pass',
  ru: 'правило не говорит, кому можно пройти',
};

function fromOutside(what: string): Text {
  return { en: `${what} comes from outside`, ru: `${what} задаётся извне` };
}

function rooted(pattern: string): string {
  return pattern.startsWith('/') ? pattern : `/${pattern}`;
}

function itemsOf({ value }: FoundSetting): readonly string[] {
  return value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function evidenceOf({ evidence }: FoundSetting, asks: readonly string[]): Evidence {
  return { ...evidence, text: `${evidence.text} → ${asks.join(', ')}`.slice(0, 200) };
}

function requirementOf({ application, names }: RuleContext, row: Row, asks: readonly string[]): Requirement {
  const text = asks.join(', ');
  const [only] = asks;
  if (only === undefined) return { kind: 'unknown', reason: WITHOUT_DEMAND };
  if (asks.some((each) => each.includes('${')))
    return { kind: 'unknown', reason: fromOutside(text.slice(0, 100)) };
  const word = row.words.find((each) => asks.length === 1 && each.word === only);
  if (word !== undefined) return { kind: word.is };
  if (row.policies === undefined) return ofRoles(names, asks, text);
  const roles = groupsBelow(application, `${row.policies.prefix}.${only}`, row.policies.roles);
  const named = roles.flatMap(({ values }) => values.get(row.policies?.roles ?? '') ?? []).flatMap(itemsOf);
  return named.length > 0 ? ofRoles(names, named, text) : { kind: 'authorized', rule: `policy ${only}` };
}

/** Keys below a prefix by what stands between it and their last word; `only` takes the keys that are that word. */
export function groupsBelow({ settings }: Application, prefix: string, only?: string): readonly Group[] {
  const groups = new Map<string, Map<string, FoundSetting[]>>();
  for (const setting of settings.under(prefix)) {
    const { name = '', attribute = '' } =
      /^\.?(?<name>.*?)\.?(?<attribute>[\w-]+)(?:\[\d{1,4}\])?$/u.exec(setting.rest)?.groups ?? {};
    if (only !== undefined && (name !== '' || simple(attribute) !== simple(only))) continue;
    const group = groups.get(name) ?? new Map<string, FoundSetting[]>();
    const key = only ?? simple(attribute);
    group.set(key, [...(group.get(key) ?? []), setting]);
    groups.set(name, group);
  }
  return [...groups]
    .map(([name, values]) => ({ name, values }))
    .sort(
      inOrder(
        byNumber(({ name }: Group) => indexIn(name)),
        (left, right) => compareText(left.name, right.name),
      ),
    );
}

function simple(key: string): string {
  return key.toLowerCase().replaceAll(/[-_]/gu, '');
}

function indexIn(name: string): number {
  return Number(/^\[(?<index>\d{1,6})\]$/u.exec(name)?.groups?.index ?? 0);
}
