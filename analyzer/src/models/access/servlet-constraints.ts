import type { TypeName } from '../../base/ids.ts';
import type { ConstantValue, ProgramType } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { Evidence } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import { readXml, type XmlElement } from '../xml-elements.ts';
import type { Application } from './applications.ts';
import { type AccessRequest, matchRequest } from './path-matchers/request-matcher.ts';
import { type Outcome, type Requirement, shortText, strongest } from './requirement.ts';

/** What constraints of the Servlet specification ask before a request; undefined where none is about it. */
export type ServletConstraints = (entry: EntryDraft, request: AccessRequest) => Outcome | undefined;

interface Constraint {
  readonly patterns: readonly string[];
  readonly verbs: readonly string[];
  readonly omitted: readonly string[];
  readonly requirement: Requirement;
  readonly evidence: Evidence;
}

const MECHANISM = 'servlet-constraint';

/** Reads `security-constraint` of web.xml and annotations on servlet classes. */
export function createServletConstraints(tools: MatchTools, application: Application): ServletConstraints {
  const constraints = tools.inventory.configuration
    .filter(
      (file) => file.kind === 'web-xml' && file.role === 'production' && application.modules.has(file.module),
    )
    .flatMap((file) => readConstraints(readXml(tools.texts.get(file.path) ?? ''), file.path));
  const annotated = new Map<TypeName, ((request: AccessRequest) => Outcome | undefined) | undefined>();
  return (entry, request) => {
    if (entry.kind !== 'http') return undefined;
    const declared = constraints
      .filter((constraint) => governs(constraint, request))
      .map(({ requirement, evidence }) => ({
        requirement,
        mechanism: MECHANISM,
        row: 'servlet.constraint',
        evidence: [evidence],
      }));
    if (!annotated.has(entry.owner)) {
      const type = tools.program.type(entry.owner);
      annotated.set(entry.owner, type === undefined ? undefined : annotationOn(tools, type));
    }
    const own = annotated.get(entry.owner)?.(request);
    const all = own === undefined ? declared : [...declared, own];
    return all.length === 0 ? undefined : all.reduce(strongest);
  };
}

/** Verbs that a constraint does not list are not covered by it. */
function governs({ patterns, verbs, omitted }: Constraint, request: AccessRequest): boolean {
  if (verbs.length > 0 && !verbs.includes(request.verb)) return false;
  if (omitted.includes(request.verb)) return false;
  return patterns.some(
    (pattern) =>
      matchRequest({ kind: 'pattern', style: 'servlet', pattern, verb: null }, request).relation === 'all',
  );
}

function readConstraints(elements: readonly XmlElement[], file: Evidence['file']): readonly Constraint[] {
  const ancestors = (element: XmlElement): readonly number[] => {
    const found: number[] = [];
    for (let at = element.parent; at !== null && found.length < 20; at = elements[at]?.parent ?? null)
      found.push(at);
    return found;
  };
  return elements.flatMap((element, index) => {
    if (element.name !== 'security-constraint') return [];
    const inside = elements.filter((each) => ancestors(each).includes(index));
    const texts = (name: string) =>
      inside.filter((each) => each.name === name).map((each) => each.text.trim());
    if (!inside.some((each) => each.name === 'auth-constraint')) return [];
    const roles = texts('role-name');
    const patterns = texts('url-pattern');
    return [
      {
        patterns,
        verbs: texts('http-method').map((verb) => verb.toUpperCase()),
        omitted: texts('http-method-omission').map((verb) => verb.toUpperCase()),
        requirement: ofRoles(roles),
        evidence: {
          file,
          line: element.line,
          text: shortText(`<security-constraint> ${patterns.join(', ')} → ${roles.join(', ') || 'nobody'}`),
        },
      },
    ];
  });
}

/** `**` is every authenticated caller, `*` every role of the application, no role at all nobody. */
function ofRoles(roles: readonly string[]): Requirement {
  if (roles.length === 0) return { kind: 'denied' };
  if (roles.includes('**')) return { kind: 'authenticated' };
  return { kind: 'authorized', rule: `roles ${roles.join(', ')}` };
}

function annotationOn(
  tools: MatchTools,
  type: ProgramType,
): ((request: AccessRequest) => Outcome | undefined) | undefined {
  const wanted = tools.models.access.flatMap((row) =>
    row.on === 'servlet-constraint' ? row.annotation : [],
  );
  const found = tools.annotations.onType(type, wanted);
  if (found === undefined) return undefined;
  const { written, attributes } = found;
  const byVerb = new Map<string, Requirement | undefined>();
  for (const item of itemsOf(attributes.get('httpMethodConstraints'))) {
    const verb = textsOf(item.get('value'))[0]?.toUpperCase();
    if (verb !== undefined) byVerb.set(verb, constraintOf(item, 'emptyRoleSemantic'));
  }
  const [general] = itemsOf(attributes.get('value'));
  const otherwise = general === undefined ? undefined : constraintOf(general, 'value');
  return (request) => {
    const requirement = byVerb.has(request.verb) ? byVerb.get(request.verb) : otherwise;
    if (requirement === undefined) return undefined;
    const evidence = { file: written.file, line: written.line, text: `@${simpleName(written.type)}` };
    return { requirement, mechanism: MECHANISM, row: 'servlet.constraint', evidence: [evidence] };
  };
}

type Attributes = ReadonlyMap<string, ConstantValue>;

function itemsOf(value: ConstantValue | undefined): readonly Attributes[] {
  const items = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  return items.flatMap((item) => (item.kind === 'annotation' ? [item.annotation.args] : []));
}

function constraintOf(attributes: Attributes, semantic: string): Requirement | undefined {
  const roles = textsOf(attributes.get('rolesAllowed'));
  if (roles.length > 0) return ofRoles(roles);
  return textsOf(attributes.get(semantic))[0] === 'DENY' ? { kind: 'denied' } : undefined;
}
