import type { AccessRowOf } from '../../schema/access-rows.ts';
import type { PatternStyle } from '../path-matchers/path-relation.ts';
import type { Requirement } from '../requirement.ts';
import type { ExpressionNames } from '../spel/classify-expression.ts';
import type { ChainContext } from './read-chains.ts';
import type { XmlPlace } from './xml-beans.ts';

/** How one chain element is to be read: versions of the library differ. */
export interface XmlFormat {
  readonly style: PatternStyle | 'regex';
  readonly ignoresCase: boolean;
  readonly unmatched: Requirement;
  /** Nobody passes a rule without an identity, be it an anonymous one. */
  readonly needsIdentity: boolean;
  /** Whether the words of an access attribute are roles rather than an expression. */
  isRoleList(words: readonly string[], names: ExpressionNames): boolean;
}

type XmlRow = AccessRowOf<'xml-rules'>;

/** Reads the switches on a chain element; what they leave open, the version of the library decides. */
export function formatOf(context: ChainContext, row: XmlRow, place: XmlPlace): XmlFormat {
  const attribute = (name: string) => place.file.elements[place.index]?.attributes.get(name);
  const major = majorVersion(context, row, place);
  const expressions = attribute('use-expressions');
  const manager = attribute('use-authorization-manager');
  const isLegacy =
    manager === 'false' || expressions === 'false' || attribute('access-decision-manager-ref') !== undefined;
  const denies = isLegacy
    ? false
    : manager === 'true'
      ? true
      : major === null
        ? null
        : major >= row.deniesSince;
  const chosen = row.styles.find(({ name }) => name === attribute('request-matcher'));
  const usual = row.usualStyles.find(({ since }) => major !== null && major >= since);
  return {
    style: chosen?.style ?? usual?.style ?? 'ant',
    ignoresCase: chosen?.ignoresCase ?? false,
    unmatched: denies === null ? UNKNOWN_VERSION : { kind: denies ? 'denied' : 'public' },
    needsIdentity: denies === false,
    isRoleList(words, names) {
      if (expressions === 'true' || manager === 'true') return false;
      // An expression in a file that says nothing of expressions: words alone are roles, but for the names of expressions.
      const known = [...names.open, ...names.closed, ...names.authenticated, ...names.anonymous];
      return words.every((word) => ROLE.test(word) && (expressions === 'false' || !known.includes(word)));
    },
  };
}

const ROLE = /^[A-Za-z][\w:.-]*$/u;

const UNKNOWN_VERSION: Requirement = {
  kind: 'unknown',
  reason: {
    en: 'what no rule matches depends on the version of Spring Security, which is not known',
    ru: 'что делать с запросом без правила, зависит от версии Spring Security, а она неизвестна',
  },
};

/** Major version of the library: from the schema that the file names, else from what the build declares. */
function majorVersion({ tools, application }: ChainContext, row: XmlRow, { file }: XmlPlace): number | null {
  const locations = file.elements[0]?.attributes.get('schemaLocation') ?? '';
  const named = /spring-security-(?<major>\d{1,3})\.\d/u.exec(locations)?.groups?.major;
  if (named !== undefined) return Number(named);
  const majors = tools.inventory.dependencies.flatMap(({ group, name, version, module }) => {
    const known = row.versions.find(({ dependency }) => dependency.includes(`${group ?? ''}:${name}`));
    const major = /^(?<major>\d{1,4})\./u.exec(version ?? '')?.groups?.major;
    if (known === undefined || major === undefined) return [];
    return [{ isOwn: application.modules.has(module), major: Number(major) + known.ahead }];
  });
  return (majors.find(({ isOwn }) => isOwn) ?? majors[0])?.major ?? null;
}
