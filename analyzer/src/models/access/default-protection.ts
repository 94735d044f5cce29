import { Modifier } from '../../facts/declarations.ts';
import type { Dependency } from '../../inventory/inventory.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { Evidence } from '../labels.ts';
import { callsOf } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny, simpleName } from '../match/name-pattern.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { Application } from './applications.ts';
import { webXmlFiles } from './bean-files.ts';
import { withParents } from './module-graph.ts';
import type { Outcome } from './requirement.ts';
import { shortText } from './requirement.ts';
import { unreadCodeOutcome } from './unread-code.ts';

type DefaultRow = AccessRowOf<'default-protection'>;

/**
 * What holds in an application without any chain of its own: a security starter on its class path asks for a login
 * everywhere, unless its auto-configuration is switched off; without one nothing protects.
 */
export function defaultOutcome(tools: MatchTools, application: Application): Outcome {
  const undeployed = undeployedOutcome(tools, application);
  if (undeployed !== undefined) return undeployed;
  const unread = unreadCodeOutcome(tools, application);
  if (unread !== undefined) return unread;
  const dependencies = dependenciesOf(tools, application);
  for (const row of tools.models.access) {
    if (row.on !== 'default-protection') continue;
    const found = dependencies.find((each) => fitsAny(coordinates(each), row.dependency));
    if (found === undefined) continue;
    const off = switchedOff(application, row);
    if (off !== undefined) {
      return { requirement: { kind: 'public' }, mechanism: 'no-security', row: '', evidence: [off] };
    }
    return {
      requirement: { kind: 'authenticated' },
      mechanism: 'framework-default',
      row: row.id,
      evidence: [{ file: found.file, line: found.line, text: shortText(coordinates(found)) }],
    };
  }
  return unprotected(tools, application);
}

/** Nothing stands before the handlers of a program. */
export function unprotected(tools: MatchTools, application: Application): Outcome {
  return (
    undeployedOutcome(tools, application) ?? {
      requirement: { kind: 'public' },
      mechanism: 'no-security',
      row: '',
      evidence: noSecurity(tools, application),
    }
  );
}

/** A library says nothing of what stands before it where it is deployed; undefined for programs. */
function undeployedOutcome(tools: MatchTools, application: Application): Outcome | undefined {
  if (application.root !== null) return undefined;
  const row = tools.models.access.find((each) => each.on === 'deployment');
  if (row === undefined || isProgram(tools, application, row)) return undefined;
  return {
    requirement: { kind: 'unknown', reason: row.missing },
    mechanism: 'undeployed',
    row: row.id,
    evidence: noSecurity(tools, application).map((each) => ({ ...each, text: 'no application class' })),
  };
}

function isProgram(tools: MatchTools, application: Application, row: AccessRowOf<'deployment'>): boolean {
  const { inventory } = tools;
  const modules = inventory.modules.filter(({ id }) => application.modules.has(id));
  if (modules.some(({ packaging }) => packaging !== null && row.packaging.includes(packaging))) return true;
  const hasDescriptor = inventory.configuration.some(
    ({ kind, role, module }) =>
      kind === 'web-xml' && role === 'production' && application.modules.has(module),
  );
  if (hasDescriptor) return true;
  if (dependenciesOf(tools, application).some((each) => fitsAny(coordinates(each), row.dependency)))
    return true;
  const isOurs = (type: ProgramType): boolean => application.modules.has(type.file.module);
  return (
    tools.annotations.typesWith(row.annotation).some(isOurs) ||
    tools.typesBelow(row.subtypes).some(isOurs) ||
    tools.productionTypes.some((type) => isOurs(type) && type.methods.some(isMain))
  );
}

/** `public static void main(String[] args)`, or without parameters. */
function isMain({ name, declaration, parameters }: ProgramMethod): boolean {
  const isStatic = ((declaration?.modifiers ?? 0) & Modifier.static) !== 0;
  return name === 'main' && isStatic && parameters.length <= 1;
}

/** Libraries that guard in code nobody reads here, where they are in use. */
export function unreadableOutcome(
  tools: MatchTools,
  application: Application,
  entryRow?: string,
): Outcome | undefined {
  const dependencies = dependenciesOf(tools, application);
  for (const row of tools.models.access) {
    if (row.on !== 'unreadable' || !guards(row, entryRow)) continue;
    const found = dependencies.find((each) => fitsAny(coordinates(each), row.dependency));
    const use = usageOf(tools, application, row);
    if (use === undefined) continue;
    return {
      requirement: { kind: 'unknown', reason: row.reason },
      mechanism: row.id,
      row: row.id,
      evidence:
        found === undefined
          ? [use]
          : [use, { file: found.file, line: found.line, text: shortText(coordinates(found)) }],
    };
  }
  return undefined;
}

/** A row without entry points of its own is about all that come over the web. */
function guards({ entries }: AccessRowOf<'unreadable'>, entryRow: string | undefined): boolean {
  return entryRow === undefined ? entries === undefined : entries?.includes(entryRow) === true;
}

function usageOf(
  tools: MatchTools,
  application: Application,
  row: AccessRowOf<'unreadable'>,
): Evidence | undefined {
  const { subtypes } = row;
  if (subtypes !== undefined) {
    const below = tools.typesBelow(subtypes).find((type) => application.includes(type));
    if (below !== undefined) {
      return {
        file: below.file.facts.path,
        line: below.declaration.line,
        text: shortText(`class ${below.declaration.name}`),
      };
    }
  }
  const filter = webXmlFilter(tools, application, row.webXmlFilters ?? []);
  if (filter !== undefined) return filter;
  const call = callsOf(row.calls, tools).find(
    (each) =>
      application.includes(each.caller.owner) &&
      row.calls.some(
        (wanted) =>
          fitsAny(each.member, wanted.method) &&
          each.owners.some((owner) => tools.types.match(owner, wanted.type) === 'certain'),
      ),
  );
  return call && { file: call.site.file, line: call.site.nameLine, text: shortText(`${call.site.name}(…)`) };
}

/** A filter of the library that web.xml puts before requests. */
function webXmlFilter(
  tools: MatchTools,
  application: Application,
  wanted: readonly string[],
): Evidence | undefined {
  if (wanted.length === 0) return undefined;
  for (const { file, elements } of webXmlFiles(tools, application)) {
    const textIn = (parent: number, name: string): string | undefined =>
      elements.find((each) => each.parent === parent && each.name === name)?.text.trim();
    const mapped = new Set(
      elements.flatMap(({ name }, index) =>
        name === 'filter-mapping' ? [textIn(index, 'filter-name')] : [],
      ),
    );
    const found = elements.find(
      ({ name }, index) =>
        name === 'filter' &&
        mapped.has(textIn(index, 'filter-name')) &&
        fitsAny(textIn(index, 'filter-class') ?? '', wanted),
    );
    if (found === undefined) continue;
    const written = textIn(elements.indexOf(found), 'filter-class') ?? '';
    return { file, line: found.line, text: shortText(`<filter> ${simpleName(written)}`) };
  }
  return undefined;
}

/** What ships with an application: declared in its modules and what those inherit. */
export function dependenciesOf({ inventory }: MatchTools, application: Application): readonly Dependency[] {
  const known = shippedWith.get(application);
  if (known !== undefined) return known;
  const modules = withParents(inventory.modules, application.modules);
  const found = inventory.dependencies.filter(
    ({ module, scope }) =>
      modules.has(module) && scope !== 'test' && scope !== 'build' && scope !== 'platform',
  );
  shippedWith.set(application, found);
  return found;
}

/** An application is one of one tree. */
const shippedWith = new WeakMap<Application, readonly Dependency[]>();

function coordinates({ group, name }: Dependency): string {
  return `${group ?? ''}:${name}`;
}

function switchedOff(application: Application, row: DefaultRow): Evidence | undefined {
  const names = row.switchedOffBy ?? [];
  for (const annotation of application.root?.annotations ?? []) {
    const excluded = ['exclude', 'excludeName'].flatMap((attribute) =>
      textsOf(annotation.args.get(attribute)),
    );
    if (excluded.some((name) => fitsAny(name, names))) {
      return {
        file: annotation.file,
        line: annotation.line,
        text: shortText(`exclude = ${excluded.join(', ')}`),
      };
    }
  }
  for (let index = -1; index < 20; index += 1) {
    const key = index === -1 ? 'spring.autoconfigure.exclude' : `spring.autoconfigure.exclude[${index}]`;
    const setting = application.settings.find(key);
    if (setting?.value.split(',').some((name) => fitsAny(name.trim(), names))) return setting.evidence;
  }
  const property = row.properties
    .map(({ key, value }) => ({ found: application.settings.find(key), value }))
    .find(({ found, value }) => found?.value === value);
  return property?.found?.evidence;
}

/** The manifest that declares no security library. */
function noSecurity({ inventory }: MatchTools, application: Application): readonly Evidence[] {
  const module = application.root?.file.module ?? application.name;
  const manifest =
    inventory.manifests.find((each) => each.module === module) ??
    inventory.manifests.find((each) => application.modules.has(each.module));
  if (manifest === undefined) return [];
  return [{ file: manifest.path, line: 1, text: 'no security library among the declared dependencies' }];
}
