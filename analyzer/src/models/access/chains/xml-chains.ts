import { typeName } from '../../../base/ids.ts';
import type { Text } from '../../../base/text.ts';
import type { Evidence } from '../../labels.ts';
import { fitsAny } from '../../match/name-pattern.ts';
import type { AccessRowOf } from '../../schema/access-rows.ts';
import type { XmlElement } from '../../xml-elements.ts';
import { ACTIVE, type BeanCondition } from '../bean-conditions.ts';
import { type BeanFile, webXmlFiles } from '../bean-files.ts';
import type { RequestMatcher } from '../path-matchers/request-matcher.ts';
import { type Requirement, shortText } from '../requirement.ts';
import { ofRoles } from '../role-list.ts';
import { classifyExpression } from '../spel/classify-expression.ts';
import { type Chain, type ChainDraft, type RuleBlock, settleAnonymous, startChain } from './chain.ts';
import type { ChainContext } from './read-chains.ts';
import { patternsMatcher } from './verb-and-patterns.ts';
import { readXmlBeans, type XmlBeans, type XmlPlace } from './xml-beans.ts';
import { formatOf, type XmlFormat } from './xml-format.ts';

type XmlRow = AccessRowOf<'xml-rules'>;

/** After all chains that code declares. */
const AFTER_CODE = 2_147_483_647;

/** The chains that bean files declare, in the order in which the files are read. */
export function readXmlChains(context: ChainContext, files: readonly BeanFile[]): readonly Chain[] {
  const { tools, application } = context;
  return tools.models.access.flatMap((row) => {
    if (row.on !== 'xml-rules') return [];
    const speaking = files.filter(({ elements }) =>
      elements.some(({ attributes }) => [...attributes.values()].includes(row.schema)),
    );
    if (speaking.length === 0) return [];
    const beans = readXmlBeans(tools, application.settings, files);
    const gate = gateCondition(context, row);
    return speaking.flatMap((file) =>
      file.elements.flatMap(({ name }, index) =>
        name === row.chain ? [new ChainElement({ context, row, beans, gate }, { file, index }).chain()] : [],
      ),
    );
  });
}

interface Reading {
  readonly context: ChainContext;
  readonly row: XmlRow;
  readonly beans: XmlBeans;
  readonly gate: BeanCondition;
}

/** Chains act only where a filter hands requests to them: the container's own registration, else one in web.xml. */
function gateCondition({ tools, application }: ChainContext, row: XmlRow): BeanCondition {
  const descriptors = webXmlFiles(tools, application);
  const [first] = descriptors;
  if (first === undefined || application.root !== null) return ACTIVE;
  const isMapped = descriptors.some(({ elements }) => handsOver(elements, row));
  const isRegistered = tools.typesBelow(row.gateTypes).length > 0;
  if (isMapped || isRegistered) return ACTIVE;
  const reason = {
    en: `web.xml has no filter ${row.gateFilter}`,
    ru: `в web.xml нет фильтра ${row.gateFilter}`,
  };
  return { state: 'unknown', reason, evidence: { file: first.file, line: 1, text: reason.en } };
}

/** A filter under the name of the bean, or one under another name whose parameter names the bean. */
function handsOver(elements: readonly XmlElement[], { gateFilter, gateParameter }: XmlRow): boolean {
  const isText = (name: string, text: string) => (each: XmlElement) =>
    each.name === name && each.text.trim() === text;
  if (elements.some(isText('filter-name', gateFilter))) return true;
  const names = elements.filter(isText('param-name', gateParameter)).map(({ parent }) => parent);
  return elements.filter(isText('param-value', gateFilter)).some(({ parent }) => names.includes(parent));
}

/** One chain element with what it says. */
class ChainElement {
  readonly #reading: Reading;
  readonly #place: XmlPlace;
  readonly #format: XmlFormat;
  readonly #draft: ChainDraft = startChain();

  constructor(reading: Reading, place: XmlPlace) {
    this.#reading = reading;
    this.#place = place;
    this.#format = formatOf(reading.context, reading.row, place);
  }

  chain(): Chain {
    const { row, gate } = this.#reading;
    const { file, index } = this.#place;
    const scope = this.#matcherOf(index);
    if (scope !== undefined) this.#draft.scopes.push(scope);
    if (this.#text(index, 'security') !== 'none') {
      this.#readAnonymous();
      this.#readFilters();
      this.#draft.blocks.push(this.#block());
      settleAnonymous(this.#draft);
    }
    const own = file.conditionAt(index);
    return {
      ...this.#draft,
      row,
      order: AFTER_CODE + (file.ranks[index] ?? 0),
      condition: own.state === 'active' ? gate : own,
      declared: this.#evidence(index),
    };
  }

  #block(): RuleBlock {
    const { index } = this.#place;
    const manager = this.#text(index, 'authorization-manager-ref');
    const rules =
      manager === undefined
        ? this.#rules()
        : [
            {
              matcher: { kind: 'any' as const },
              requirement: { kind: 'authorized' as const, rule: `authorization manager ${manager}` },
              evidence: this.#evidence(index),
            },
          ];
    return {
      unmatched: this.#format.unmatched,
      rules,
      evidence: this.#evidence(index),
      uncertain: undefined,
      needsIdentity: this.#format.needsIdentity,
    };
  }

  /** A rule for the same requests as an earlier one takes its place. */
  #rules(): RuleBlock['rules'] {
    const rules = new Map<string, RuleBlock['rules'][number]>();
    for (const rule of this.#children(this.#reading.row.rule).flatMap((each) => this.#rule(each)))
      rules.set(JSON.stringify(rule.matcher), rule);
    return [...rules.values()];
  }

  #rule(index: number): RuleBlock['rules'] {
    const access = this.#text(index, 'access');
    // Without access it speaks of the channel only.
    if (access === undefined || access.trim() === '') return [];
    const asked = this.#requirementOf(access);
    return [
      {
        matcher: this.#matcherOf(index) ?? {
          kind: 'unknown',
          reason: { en: 'the rule names no path', ru: 'правило не называет пути' },
        },
        ...asked,
        evidence: this.#evidence(index),
      },
    ];
  }

  #requirementOf(written: string): { readonly requirement: Requirement; readonly onlyAnonymous?: true } {
    const { context, beans, row } = this.#reading;
    const { names } = context;
    const access = context.application.settings.resolve(written);
    if (access === null || access.includes('#{')) {
      return { requirement: { kind: 'unknown', reason: atRunTime(shortText(written)) } };
    }
    const decider = this.#text(this.#place.index, 'access-decision-manager-ref');
    if (decider !== undefined && !fitsAny(beans.classOf(decider) ?? '', row.usualDeciders)) {
      return {
        requirement: {
          kind: 'unknown',
          reason: {
            en: `${shortText(decider)} decides in code that is not read`,
            ru: `${shortText(decider)} решает в коде, который не читается`,
          },
        },
      };
    }
    const words = access.split(',').map((each) => each.trim());
    if (this.#format.isRoleList(words, names)) return { requirement: ofRoles(names, words, access.trim()) };
    const { requirement, onlyAnonymous } = classifyExpression(access, names);
    return { requirement, ...(onlyAnonymous === true ? { onlyAnonymous } : {}) };
  }

  #matcherOf(index: number): RequestMatcher | undefined {
    const { context, beans } = this.#reading;
    const reference = this.#text(index, 'request-matcher-ref');
    const verb = this.#text(index, 'method')?.toUpperCase() ?? null;
    if (reference !== undefined) {
      const matcher = beans.matcher(reference);
      return verb === null ? matcher : { kind: 'both', matchers: [{ kind: 'verb', verb }, matcher] };
    }
    const written = this.#text(index, 'pattern');
    if (written === undefined) return undefined;
    const pattern = context.application.settings.resolve(written) ?? '{?}';
    if (pattern.includes('#{')) return { kind: 'unknown', reason: atRunTime(shortText(written)) };
    if (pattern === '/**' || pattern === '**')
      return verb === null ? { kind: 'any' } : { kind: 'verb', verb };
    const servletPath = this.#text(index, 'servlet-path') ?? '';
    const { style, ignoresCase } = this.#format;
    const text = ignoresCase ? `(?i)${pattern}` : pattern;
    return patternsMatcher([text], { style, verb, prefix: servletPath.replace(/\/$/u, '') });
  }

  #readAnonymous(): void {
    const [element] = this.#children('anonymous');
    if (element === undefined) return;
    if (this.#text(element, 'enabled') === 'false') this.#draft.anonymous = null;
    const granted = this.#text(element, 'granted-authority');
    if (granted !== undefined && this.#draft.anonymous !== null)
      this.#draft.anonymous = granted.split(',').map((each) => each.trim());
  }

  #readFilters(): void {
    for (const index of this.#children('custom-filter')) {
      const named = this.#reading.beans.classOf(this.#text(index, 'ref') ?? '');
      if (named !== undefined) {
        const { tools, application } = this.#reading.context;
        const module = application.root?.file.module ?? application.name;
        const type = tools.program.typeSeenFrom(module, named)?.name ?? typeName(named);
        this.#draft.filters.push({ type, evidence: this.#evidence(index) });
      }
    }
  }

  #children(name: string): readonly number[] {
    const { file, index } = this.#place;
    return file.elements.flatMap((each, at) => (each.parent === index && each.name === name ? [at] : []));
  }

  #text(index: number, attribute: string): string | undefined {
    return this.#place.file.elements[index]?.attributes.get(attribute);
  }

  #evidence(index: number): Evidence {
    const element = this.#place.file.elements[index];
    const shown = [...(element?.attributes ?? [])].map(([name, value]) => ` ${name}="${value}"`).join('');
    return {
      file: this.#place.file.path,
      line: element?.line ?? 1,
      text: shortText(`<${element?.name}${shown}>`),
    };
  }
}

function atRunTime(written: string): Text {
  return { en: `${written} is known only at run time`, ru: `${written} известно только во время выполнения` };
}
