import { byNumber, compareText, inOrder } from '../../../base/ordering.ts';
import type { ConstantExpression } from '../../../facts/constants.ts';
import { Modifier } from '../../../facts/declarations.ts';
import type { ProgramMethod, ProgramType } from '../../../link/program.ts';
import type { Evidence } from '../../labels.ts';
import { textsOf } from '../../match/constant-texts.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny, simpleName } from '../../match/name-pattern.ts';
import { rememberedOf } from '../../match/remembered.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { AccessRowOf, PathRulesRow } from '../../schema/access-rows.ts';
import type { Application } from '../applications.ts';
import type { BeanCondition, BeanConditions } from '../bean-conditions.ts';
import type { BeanFile } from '../bean-files.ts';
import { CodeWalker, type WalkValue } from '../code/code-walker.ts';
import { shortText } from '../requirement.ts';
import type { ExpressionNames } from '../spel/classify-expression.ts';
import { type Chain, type ChainDraft, settleAnonymous, startChain } from './chain.ts';
import { readPatternBase } from './pattern-base.ts';
import { loginEverywhere, RuleLanguage, type RuleObject } from './rule-language.ts';
import { readXmlChains } from './xml-chains.ts';

/** What chains of one application are read with. */
export interface ChainContext {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly conditions: BeanConditions;
  readonly beans: AccessRowOf<'beans'>;
  readonly names: ExpressionNames;
  /** Bean files of the application. */
  readonly files: readonly BeanFile[];
}

/** Order of a bean that says none. */
const LAST = 2_147_483_647;

/** The chains of one application with everything they are told, first one first. */
export function readChains(context: ChainContext): readonly Chain[] {
  const rows = context.tools.models.access.filter(
    (row): row is PathRulesRow & { readonly framework: string } => row.on === 'path-rules',
  );
  const base = readPatternBase(context);
  const written = rows.flatMap((row) => {
    const language = new RuleLanguage(row, context.names, base);
    return [...beanChains(context, row, language), ...adapterChains(context, row, language)];
  });
  const chains = [...written, ...readXmlChains(context, context.files)];
  return chains.sort(
    inOrder<Chain>(
      byNumber((chain) => chain.order),
      (left, right) => compareText(left.declared.file, right.declared.file),
      byNumber((chain) => chain.declared.line),
    ),
  );
}

function beanChains(context: ChainContext, row: PathRulesRow, language: RuleLanguage): readonly Chain[] {
  const { tools, application, conditions, beans } = context;
  const returning = (wanted: readonly string[]) =>
    tools.annotations
      .methodsWith(beans.factoryMethod)
      .filter(
        (method) =>
          application.includes(method.owner) &&
          tools.types.matchResolved(method.returnType, wanted) === 'certain',
      );
  const chains = returning(row.chainBeans).map((method) => {
    const draft = startChain();
    const takesBuilder = runWith(context, language, { method, row, draft });
    if (!takesBuilder) {
      const builder = simpleName(row.builder[0] ?? '');
      draft.unreadable = {
        en: `${method.name} does not build its chain from ${builder}`,
        ru: `${method.name} строит свою цепочку не из ${builder}`,
      };
    }
    return finish(draft, {
      row,
      order: orderOf(context, method.annotations, method.declaration?.annotations) ?? LAST,
      condition: conditions.ofMethod(method),
      declared: beanEvidence(method),
    });
  });
  const bypasses = row.bypass === undefined ? [] : returning(row.bypass.beans);
  return [...chains, ...bypasses.map((method) => bypassChain(context, language, { method, row }))];
}

/** The builder of a chain; where it is itself the list of rules, the opened list. */
function startOf(row: PathRulesRow, chain: ChainDraft, evidence: Evidence): RuleObject {
  if (row.list === undefined) return { kind: 'builder', chain };
  const block = {
    unmatched: { kind: row.list },
    rules: [],
    evidence,
    uncertain: undefined,
    needsIdentity: false,
  };
  chain.blocks.push(block);
  return { kind: 'rules', chain, block };
}

interface Source {
  readonly row: PathRulesRow;
  readonly order: number;
  readonly condition: BeanCondition;
  readonly declared: Evidence;
}

function finish(draft: ChainDraft, source: Source): Chain {
  settleAnonymous(draft);
  return { ...draft, ...source };
}

/** Runs a configuration method with a builder in every place that takes one; says whether there was such a place. */
function runWith(
  context: ChainContext,
  language: RuleLanguage,
  {
    method,
    row,
    draft,
  }: { readonly method: ProgramMethod; readonly row: PathRulesRow; readonly draft: ChainDraft },
): boolean {
  const walker = new CodeWalker<RuleObject>(context, language);
  const values = method.parameters.map((parameter): WalkValue<RuleObject> | undefined => {
    if (context.tools.types.matchResolved(parameter.type, row.builder) === 'certain') {
      return { kind: 'object', object: startOf(row, draft, beanEvidence(method)) };
    }
    if (
      row.bypass !== undefined &&
      context.tools.types.matchResolved(parameter.type, row.bypass.builder) === 'certain'
    ) {
      return { kind: 'object', object: { kind: 'bypass', chain: draft, listed: false } };
    }
    return undefined;
  });
  walker.runMethod(method, values);
  return values.some((value) => value !== undefined);
}

/** A bean that lists requests which pass by all chains: the function it returns is run. */
function bypassChain(
  context: ChainContext,
  language: RuleLanguage,
  { method, row }: { readonly method: ProgramMethod; readonly row: PathRulesRow },
): Chain {
  const draft = startChain();
  // Matches nothing itself.
  draft.scopes.push({ kind: 'none' });
  const walker = new CodeWalker<RuleObject>(context, language);
  const given: WalkValue<RuleObject> = {
    kind: 'object',
    object: { kind: 'bypass', chain: draft, listed: false },
  };
  const returned = walker.runMethod(method, []);
  if (returned?.kind === 'function') {
    walker.runFunction(returned.frame, returned.operation, { parameters: [given], doubt: undefined });
  }
  return finish(draft, {
    row,
    order: LAST,
    condition: context.conditions.ofMethod(method),
    declared: beanEvidence(method),
  });
}

function adapterChains(context: ChainContext, row: PathRulesRow, language: RuleLanguage): readonly Chain[] {
  const { tools, application, conditions } = context;
  return row.chainMethods.flatMap(({ type: adapter, method: names, order }) =>
    typesExtending(tools, adapter)
      .filter((type) => isConcrete(type) && application.includes(type))
      .map((type) => {
        const draft = startChain();
        const declared = typeEvidence(type, adapter);
        const configured = methodsOf(tools, type, names).filter((method) =>
          runWith(context, language, { method, row, draft }),
        );
        const takesBuilder = configured.some((method) =>
          method.parameters.some(
            (parameter) => tools.types.matchResolved(parameter.type, row.builder) === 'certain',
          ),
        );
        if (!takesBuilder) draft.blocks.push(loginEverywhere(declared));
        return finish(draft, {
          row,
          order: orderOf(context, type.annotations, type.declaration.annotations) ?? order,
          condition: conditions.ofType(type),
          declared,
        });
      }),
  );
}

/**
 * Classes below an adapter, looked up once for all applications. Versions without the adapter leave nothing to look a wildcard
 * import up in: there the name with the package of the import decides.
 */
const typesExtending = rememberedOf(
  (tools: MatchTools, adapters: readonly string[]): readonly ProgramType[] => {
    const below = new Set(tools.typesBelow(adapters));
    return tools.productionTypes.filter((type) => below.has(type) || importsOpenly(type, adapters));
  },
);

function importsOpenly({ declaration, file }: ProgramType, adapters: readonly string[]): boolean {
  const written = declaration.extends?.name;
  if (written === undefined || !adapters.some((each) => each.endsWith(written))) return false;
  return file.facts.imports.some(
    (each) => each.wildcard && !each.static && adapters.includes(`${each.name}.${written}`),
  );
}

function isConcrete(type: ProgramType): boolean {
  return type.declaration.kind === 'class' && (type.declaration.modifiers & Modifier.abstract) === 0;
}

/** Methods of a name, own before inherited; an overridden one is left out. */
function methodsOf(
  tools: MatchTools,
  start: ProgramType,
  names: readonly string[],
): readonly ProgramMethod[] {
  const found: ProgramMethod[] = [];
  let type: ProgramType | undefined = start;
  for (let step = 0; type !== undefined && step < 20; step += 1) {
    for (const method of type.methods) {
      const isOverridden = found.some((each) => each.overrides.includes(method.id));
      if (fitsAny(method.name, names) && method.declaration?.kind === 'method' && !isOverridden)
        found.push(method);
    }
    const parent: string | undefined = type.superclass === null ? undefined : classOf(type.superclass);
    type = parent === undefined ? undefined : tools.program.type(parent as ProgramType['name']);
  }
  return found;
}

function beanEvidence(method: ProgramMethod): Evidence {
  const parameters = method.declaration?.parameters.map((parameter) => parameter.type.name).join(', ') ?? '';
  const type = method.declaration?.returnType?.name ?? '';
  return {
    file: method.owner.file.facts.path,
    line: method.declaration?.line ?? 1,
    text: shortText(`@Bean ${type} ${method.name}(${parameters})`),
  };
}

function typeEvidence(type: ProgramType, adapter: readonly string[]): Evidence {
  const name = simpleName(adapter[0] ?? '');
  return {
    file: type.file.facts.path,
    line: type.declaration.line,
    text: shortText(`class ${type.declaration.name} extends ${name}`),
  };
}

/** The order an annotation gives; undefined where there is none. Constants of libraries are known by name. */
function orderOf(
  { tools, beans }: ChainContext,
  annotations: ProgramMethod['annotations'],
  written:
    | readonly { readonly line: number; readonly args: readonly { readonly value: ConstantExpression }[] }[]
    | undefined,
): number | undefined {
  const found = tools.annotations.find(annotations, beans.order)[0];
  if (found === undefined) return undefined;
  const folded = Number(textsOf(found.attributes.get('value'))[0] ?? Number.NaN);
  if (Number.isFinite(folded)) return folded;
  const expression = written?.find((each) => each.line === found.written.line)?.args[0]?.value;
  return expression === undefined ? LAST : (constantOrder(tools, expression, 0) ?? LAST);
}

function constantOrder(tools: MatchTools, expression: ConstantExpression, depth: number): number | undefined {
  if (depth > 4) return undefined;
  switch (expression.kind) {
    case 'literal':
      return Number(expression.value);
    case 'name':
      return namedOrder(tools, expression.name);
    case 'sum': {
      const items = expression.items.map((item) => constantOrder(tools, item, depth + 1));
      return items.some((item) => item === undefined)
        ? undefined
        : items.reduce<number>((total, item) => total + (item ?? 0), 0);
    }
    case 'other': {
      const [, name, less] = /^\s*([\w.]{1,80})\s*-\s*(\d{1,9})\s*$/u.exec(expression.text) ?? [];
      const base = name === undefined ? undefined : namedOrder(tools, name);
      return base === undefined ? undefined : base - Number(less);
    }
    default:
      return undefined;
  }
}

function namedOrder(tools: MatchTools, name: string): number | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return tools.models.access.flatMap((row) =>
    row.on === 'order-constant' && row.name === last ? [row.value] : [],
  )[0];
}
