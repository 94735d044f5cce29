import type { Text } from '../../base/text.ts';
import type { Evidence } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { XmlElement } from '../xml-elements.ts';
import type { Application } from './applications.ts';
import type { BeanConditions } from './bean-conditions.ts';
import type { BeanFile } from './bean-files.ts';
import { CodeWalker, type WalkedCall } from './code/code-walker.ts';
import { ownFilters } from './own-filters.ts';
import type { AccessRequest } from './path-matchers/request-matcher.ts';
import type { Outcome, Requirement } from './requirement.ts';
import { shortText } from './requirement.ts';
import { type AccessRule, decideByRules } from './rule-list.ts';
import type { RuleSequence } from './shadowed-rules.ts';

type MapRow = AccessRowOf<'filter-map'>;
type OwnFilters = ReadonlyMap<string, Requirement>;

interface MapContext {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly conditions: BeanConditions;
  /** Bean files of the application. */
  readonly files: readonly BeanFile[];
}

/** Rules of one application's filter maps, with what they decide. */
interface FilterMapRules extends RuleSequence {
  decide(request: AccessRequest): Outcome;
}

/**
 * Rules of libraries that map paths to filter names in order (Shiro): from bean methods that fill such a map or write it as
 * a text, from bean files, and from an ini file. The first path that matches decides, and what no path matches is open. Undefined where there are none.
 */
export function filterMapRules(context: MapContext): FilterMapRules | undefined {
  for (const row of context.tools.models.access) {
    if (row.on !== 'filter-map') continue;
    const rules = [...mapRules(context, row), ...xmlRules(context, row), ...iniRules(context, row)];
    const [first] = rules;
    if (first === undefined) continue;
    const unmatched: Outcome = {
      requirement: { kind: 'public' },
      mechanism: 'path-rule',
      row: row.id,
      evidence: [{ ...first.evidence, text: 'no path of the filter map matches' }],
    };
    const frame = { mechanism: 'path-rule', row: row.id, declared: [], unmatched };
    return { rules, mechanism: row.id, decide: (request) => decideByRules(rules, frame, request) };
  }
  return undefined;
}

function mapRules({ tools, application, conditions }: MapContext, row: MapRow): readonly AccessRule[] {
  const rules: AccessRule[] = [];
  for (const method of tools.productionMethods) {
    if (!application.includes(method.owner)) continue;
    if (tools.types.matchResolved(method.returnType, row.beans) !== 'certain') continue;
    const condition = conditions.ofMethod(method);
    if (condition.state === 'inactive') continue;
    const own = ownFilters({ tools, application }, row, method);
    const walker: CodeWalker<never> = new CodeWalker<never>(
      { tools, application },
      {
        read(call) {
          const isOf = (members: MapRow['puts']) => isCallOf(tools, call, members);
          const evidence = { file: method.owner.file.facts.path, line: call.line };
          const doubt = call.doubt ?? (condition.state === 'unknown' ? condition.reason : undefined);
          const [path, filters] = call.args;
          if (path !== undefined && isOf(row.texts)) {
            const written = walker.textsAt(call.frame, path);
            rules.push(...textRules(row, { written: written?.join('\n'), evidence, doubt, own }));
          }
          if (path === undefined || filters === undefined || !isOf(row.puts)) return undefined;
          const texts = [walker.textsAt(call.frame, path)?.[0], walker.textsAt(call.frame, filters)?.[0]];
          rules.push(ruleOf(row, { path: texts[0], filters: texts[1], evidence, doubt, own }));
          return undefined;
        },
      },
    );
    walker.runMethod(method, []);
  }
  return rules;
}

function isCallOf(tools: MatchTools, { frame, index }: WalkedCall<never>, members: MapRow['puts']): boolean {
  const facts = tools.callAt(frame.method, index);
  return (
    facts !== undefined &&
    members.some(
      (each) =>
        fitsAny(facts.member, each.method) &&
        facts.owners.some((owner) => tools.types.match(owner, each.type) !== undefined),
    )
  );
}

/** `/login = anon`, one rule a line; one that asks for nobody knows what where the text is not known. */
function textRules(
  row: MapRow,
  text: {
    readonly written: string | undefined;
    readonly evidence: Omit<Evidence, 'text'>;
    readonly doubt: Text | undefined;
    readonly own?: OwnFilters;
  },
): readonly AccessRule[] {
  const { written, evidence, doubt, own } = text;
  if (written === undefined) return [ruleOf(row, { path: '/**', filters: undefined, evidence, doubt })];
  return written.split('\n').flatMap((each): readonly AccessRule[] => {
    const line = each.trim();
    const split = line.indexOf('=');
    if (split === -1 || /^[#;[]/u.test(line)) return [];
    const [path, filters] = [line.slice(0, split).trim(), line.slice(split + 1).trim()];
    return [ruleOf(row, { path, filters, evidence, doubt, ...(own === undefined ? {} : { own }) })];
  });
}

/** Properties of beans in bean files: a text with the rules, or a map of them. */
function xmlRules({ files, application }: MapContext, row: MapRow): readonly AccessRule[] {
  return files.flatMap((file) =>
    file.elements.flatMap((element, index): readonly AccessRule[] => {
      const condition = file.conditionAt(index);
      if (!holdsRules(row, file, element) || condition.state === 'inactive') return [];
      const evidence = { file: file.path, line: element.line };
      const doubt = condition.state === 'unknown' ? condition.reason : undefined;
      const inside = file.elements.filter((each) => isInside(file.elements, each, element));
      const entries = inside.filter(({ name }) => name === 'entry');
      if (entries.length > 0) return entries.map((entry) => entryRule(row, { entry, evidence, doubt }));
      const text = element.attributes.get('value') ?? inside.find(({ name }) => name === 'value')?.text;
      const written = text === undefined ? undefined : application.settings.resolve(text);
      return textRules(row, { written: written ?? undefined, evidence, doubt });
    }),
  );
}

function holdsRules(row: MapRow, { elements }: BeanFile, { name, attributes, parent }: XmlElement): boolean {
  const bean = parent === null ? undefined : elements[parent];
  return (
    name === 'property' &&
    row.xml.includes(attributes.get('name') ?? '') &&
    row.beans.includes(bean?.attributes.get('class') ?? '')
  );
}

function entryRule(
  row: MapRow,
  put: {
    readonly entry: XmlElement;
    readonly evidence: Omit<Evidence, 'text'>;
    readonly doubt: Text | undefined;
  },
): AccessRule {
  const { attributes, line } = put.entry;
  const evidence = { file: put.evidence.file, line };
  return ruleOf(row, {
    path: attributes.get('key'),
    filters: attributes.get('value'),
    evidence,
    doubt: put.doubt,
  });
}

function isInside(elements: readonly XmlElement[], inner: XmlElement, outer: XmlElement): boolean {
  let at: XmlElement | undefined = inner;
  for (let step = 0; at !== undefined && step < DEEPEST; step += 1) {
    at = at.parent === null ? undefined : elements[at.parent];
    if (at === outer) return true;
  }
  return false;
}

const DEEPEST = 10;

function ruleOf(
  row: MapRow,
  put: {
    readonly path: string | undefined;
    readonly filters: string | undefined;
    readonly evidence: Omit<Evidence, 'text'>;
    readonly doubt: Text | undefined;
    readonly own?: OwnFilters;
  },
): AccessRule {
  const { path, filters, doubt } = put;
  const reason = {
    en: 'the path or its filters are known only at run time',
    ru: 'путь или его фильтры известны только во время выполнения',
  };
  return {
    matcher:
      path === undefined
        ? { kind: 'unknown', reason }
        : { kind: 'pattern', style: 'ant', pattern: path, verb: null },
    requirement:
      filters === undefined ? { kind: 'unknown', reason } : requirementOf(row, filters, put.own ?? new Map()),
    evidence: { ...put.evidence, text: shortText(`${path ?? '…'} = ${filters ?? '…'}`) },
    ...(doubt === undefined ? {} : { uncertain: doubt }),
  };
}

/** `authc, roles[admin]`: all filters must be passed. */
function requirementOf(row: MapRow, filters: string, own: OwnFilters): Requirement {
  const names = filters.split(/,(?![^[]*\])/u).map((each) => each.trim().replace(/\[.*$/su, ''));
  if (names.some((name) => row.authorized.includes(name))) return { kind: 'authorized', rule: filters };
  if (names.some((name) => row.authenticated.includes(name))) return { kind: 'authenticated' };
  const others = names.filter((name) => !row.open.includes(name));
  if (others.some((name) => own.get(name)?.kind === 'authenticated')) return { kind: 'authenticated' };
  if (others.every((name) => own.get(name)?.kind === 'public')) return { kind: 'public' };
  return {
    kind: 'unknown',
    reason: {
      en: `the filter ${JSON.stringify(filters.slice(0, 100))} is one of the application`,
      ru: `фильтр ${JSON.stringify(filters.slice(0, 100))} написан в самом приложении`,
    },
  };
}

function iniRules({ tools, application }: MapContext, row: MapRow): readonly AccessRule[] {
  const { ini } = row;
  if (ini === undefined) return [];
  return tools.inventory.configuration
    .filter(
      (file) =>
        file.kind === 'shiro-ini' && file.role === 'production' && application.modules.has(file.module),
    )
    .flatMap((file) => {
      let section = '';
      return (tools.texts.get(file.path) ?? '').split('\n').flatMap((text, index): readonly AccessRule[] => {
        const line = text.trim();
        section = /^\[(.*)\]$/u.exec(line)?.[1]?.trim() ?? section;
        const split = line.indexOf('=');
        if (section !== ini || split === -1 || /^[#;[]/u.test(line)) return [];
        return [
          ruleOf(row, {
            path: line.slice(0, split).trim(),
            filters: line.slice(split + 1).trim(),
            evidence: { file: file.path, line: index + 1 },
            doubt: undefined,
          }),
        ];
      });
    });
}
