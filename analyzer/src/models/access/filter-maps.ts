import type { Text } from '../../base/text.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { Evidence } from '../labels.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { originOf } from '../match/value-origin.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { XmlElement } from '../xml-elements.ts';
import type { Application } from './applications.ts';
import type { BeanConditions } from './bean-conditions.ts';
import type { BeanFile } from './bean-files.ts';
import { CodeWalker, type WalkedCall } from './code/code-walker.ts';
import { onlyTarget } from './code/sure-operations.ts';
import { type OwnFilter, ownFilters } from './own-filters.ts';
import type { AccessRequest } from './path-matchers/request-matcher.ts';
import type { Outcome, Requirement } from './requirement.ts';
import { shortText } from './requirement.ts';
import { type AccessRule, decideByRules } from './rule-list.ts';
import type { RuleSequence } from './shadowed-rules.ts';

type MapRow = AccessRowOf<'filter-map'>;
type OwnFilters = ReadonlyMap<string, OwnFilter>;

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
  for (const method of tools.methodsGiving(row.beans)) {
    if (!application.includes(method.owner)) continue;
    const condition = conditions.ofMethod(method);
    if (condition.state === 'inactive') continue;
    const own = ownFilters({ tools, application }, row, method);
    const filled: AccessRule[] = [];
    const walker: CodeWalker<never> = new CodeWalker<never>(
      { tools, application },
      {
        read(call) {
          const doubt = call.doubt ?? (condition.state === 'unknown' ? condition.reason : undefined);
          const reading = { tools, row, walker, own };
          filled.push(...rulesAt(reading, call, doubt), ...gatheredAt(reading, call, doubt));
          const helper = fillingHelper(reading, call);
          if (helper !== undefined) walker.runMethod(helper, [], { depth: call.frame.depth, doubt });
          return undefined;
        },
      },
    );
    walker.runMethod(method, []);
    rules.push(...onceEach(filled));
  }
  return rules;
}

/** A method of the tree that is handed a map, or gives one: what it fills stands where it is called. */
function fillingHelper(
  { tools, row }: Pick<MapReading, 'tools' | 'row'>,
  { frame, index }: Pick<WalkedCall<never>, 'frame' | 'index'>,
): ProgramMethod | undefined {
  const helper = onlyTarget(tools, frame.method, index);
  const types = helper === undefined ? [] : [helper.returnType, ...helper.parameters.map(({ type }) => type)];
  const isMap = (type: ResolvedType) =>
    row.puts.some((put) => tools.types.matchResolved(type, put.type) === 'certain');
  return types.some(isMap) ? helper : undefined;
}

/** All rules of another map at once: those that a method of the tree fills are read there, others nobody knows. */
function gatheredAt(
  { tools, row }: MapReading,
  call: WalkedCall<never>,
  doubt: Text | undefined,
): readonly AccessRule[] {
  const { frame, line, args } = call;
  const [given] = args;
  if (given === undefined || !isCallOf(tools, call, row.gathers)) return [];
  if (isFilledHere({ tools, row }, frame, given)) return [];
  const evidence = { file: frame.method.owner.file.facts.path, line };
  return [ruleOf(row, { path: undefined, filters: undefined, evidence, doubt })];
}

/** An empty map, one that a method of the tree fills, or a copy of such. */
function isFilledHere(
  reading: Pick<MapReading, 'tools' | 'row'>,
  frame: WalkedCall<never>['frame'],
  value: OperationIndex,
): boolean {
  const index = originOf(frame.method, value) ?? value;
  const made = frame.regions.operation(index);
  // A size says nothing.
  if (made?.kind === 'literal') return true;
  if (made?.kind === 'new') return made.args.every((copied) => isFilledHere(reading, frame, copied));
  return fillingHelper(reading, { frame, index }) !== undefined;
}

/** A helper whose result is used again is walked again. */
function onceEach(rules: readonly AccessRule[]): readonly AccessRule[] {
  const known = new Set<string>();
  return rules.filter(({ evidence, matcher }) => {
    const key = JSON.stringify([evidence, matcher]);
    return known.size < known.add(key).size;
  });
}

interface MapReading {
  readonly tools: MatchTools;
  readonly row: MapRow;
  readonly walker: CodeWalker<never>;
  readonly own: OwnFilters;
}

/** The rules that one call adds: a path with its filters, or all of them as a text. */
function rulesAt(
  { tools, row, walker, own }: MapReading,
  call: WalkedCall<never>,
  doubt: Text | undefined,
): readonly AccessRule[] {
  const { frame, line, args } = call;
  const evidence = { file: frame.method.owner.file.facts.path, line };
  const [path, filters] = args;
  if (path === undefined) return [];
  if (isCallOf(tools, call, row.texts)) {
    const written = walker.textsAt(frame, path)?.join('\n');
    return textRules(row, { written, evidence, doubt, own });
  }
  if (filters === undefined || !isCallOf(tools, call, row.puts)) return [];
  const asked = walker.textsAt(frame, filters)?.[0];
  const paths = walker.textsAt(frame, path) ?? [undefined];
  return paths.flatMap((each) => rulesOf(row, { path: each, filters: asked, evidence, doubt, own }));
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
    return rulesOf(row, { path, filters, evidence, doubt, ...(own === undefined ? {} : { own }) });
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

interface Put {
  readonly path: string | undefined;
  readonly filters: string | undefined;
  readonly evidence: Omit<Evidence, 'text'>;
  readonly doubt: Text | undefined;
  readonly own?: OwnFilters;
}

function ruleOf(row: MapRow, put: Put): AccessRule {
  return bare(put, askedBy(row, put).requirement);
}

/** The rule, after one for what the filters themselves let on. */
function rulesOf(row: MapRow, put: Put): readonly AccessRule[] {
  const { requirement, exempt } = askedBy(row, put);
  const rule = bare(put, requirement);
  if (exempt === null) return [rule];
  const matcher = { kind: 'both', matchers: [rule.matcher, exempt] } as const;
  return [{ ...rule, matcher, requirement: { kind: 'public' } }, rule];
}

const AT_RUN_TIME: Text = {
  en: 'the path or its filters are known only at run time',
  ru: 'путь или его фильтры известны только во время выполнения',
};

function bare({ path, filters, evidence, doubt }: Put, requirement: Requirement): AccessRule {
  return {
    matcher:
      path === undefined
        ? { kind: 'unknown', reason: AT_RUN_TIME }
        : { kind: 'pattern', style: 'ant', pattern: path, verb: null },
    requirement,
    evidence: { ...evidence, text: shortText(`${path ?? '…'} = ${filters ?? '…'}`) },
    ...(doubt === undefined ? {} : { uncertain: doubt }),
  };
}

/** `authc, roles[admin]`: all filters must be passed. */
function askedBy(row: MapRow, { filters, own }: Put): OwnFilter {
  if (filters === undefined) return asks({ kind: 'unknown', reason: AT_RUN_TIME });
  const names = filters.split(/,(?![^[]*\])/u).map((each) => each.trim().replace(/\[.*$/su, ''));
  if (names.some((name) => row.authorized.includes(name))) return asks({ kind: 'authorized', rule: filters });
  if (names.some((name) => row.authenticated.includes(name))) return asks({ kind: 'authenticated' });
  const others = names.filter((name) => !row.open.includes(name)).map((name) => own?.get(name));
  const [asking, ...more] = others.filter((each) => each?.requirement.kind === 'authenticated');
  // What one of several lets on the others still ask.
  if (asking !== undefined) return more.length === 0 ? asking : { ...asking, exempt: null };
  if (others.every((each) => each?.requirement.kind === 'public')) return asks({ kind: 'public' });
  const reason = {
    en: `the filter ${JSON.stringify(filters.slice(0, 100))} is one of the application`,
    ru: `фильтр ${JSON.stringify(filters.slice(0, 100))} написан в самом приложении`,
  };
  return others.find((each) => each?.requirement.kind === 'unknown') ?? asks({ kind: 'unknown', reason });
}

function asks(requirement: Requirement): OwnFilter {
  return { requirement, exempt: null };
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
