import type { RelativePath } from '../../base/ids.ts';
import { compareText } from '../../base/ordering.ts';
import type { Text } from '../../base/text.ts';
import { acceptsProfiles } from '../../inventory/configuration/profiles.ts';
import type { ConfigurationFile } from '../../inventory/inventory.ts';
import type { Evidence } from '../labels.ts';
import { callsOf } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import { readXml, type XmlElement } from '../xml-elements.ts';
import type { Application } from './applications.ts';
import { ACTIVE, activeProfiles, type BeanCondition } from './bean-conditions.ts';
import { textsAt } from './code/texts-at.ts';

/** A bean file of an application, with what decides whether it is loaded. */
export interface BeanFile {
  readonly path: RelativePath;
  readonly elements: readonly XmlElement[];
  readonly condition: BeanCondition;
  /** Whether what stands at an element is there under the application's profiles. */
  conditionAt(index: number): BeanCondition;
  /** Place of each element in the order in which the loaded files are read together; empty where the file may not be loaded. */
  readonly ranks: readonly number[];
}

interface Place {
  /** As written: `classpath*:spring/*.xml`. */
  readonly location: string;
  readonly evidence: Evidence;
}

interface FileContext {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly beans: AccessRowOf<'beans'>;
}

const MOST_FILES = 500;
const DEEPEST = 50;

/**
 * Bean files of one application in the order they are read, imports where they stand. Loaded is what annotations, web.xml
 * or a context made in code name. Where nothing in the tree loads any, a main class loads none, and of a tree without one
 * nobody can tell.
 */
export function readBeanFiles(context: FileContext): readonly BeanFile[] {
  const { tools, application } = context;
  const candidates = tools.inventory.configuration
    .filter(
      (file) =>
        file.kind === 'spring-xml' && file.role === 'production' && application.modules.has(file.module),
    )
    .slice(0, MOST_FILES);
  const [first] = candidates;
  if (first === undefined) return [];
  const places = [...annotatedPlaces(context), ...webXmlPlaces(context), ...codePlaces(context)];
  const reading = new FileReading(context, candidates);
  for (const { location } of places) reading.load(location, null);
  const rest = remainder(context, places, reading.hasUnknown);
  return [...reading.loaded, ...reading.others(rest)];
}

/** The condition of files that nothing names. */
function remainder(
  { application }: FileContext,
  places: readonly Place[],
  hasUnknown: boolean,
): (file: ConfigurationFile) => BeanCondition {
  const state = (kind: 'inactive' | 'unknown', reason: Text) => (file: ConfigurationFile) =>
    ({ state: kind, reason, evidence: { file: file.path, line: 1, text: reason.en } }) as const;
  if (hasUnknown)
    return state('unknown', {
      en: 'which bean files are loaded is known only at run time',
      ru: 'какие файлы бинов загружаются, известно только во время выполнения',
    });
  if (places.length > 0 || application.root !== null)
    return state('inactive', {
      en: 'nothing loads this bean file',
      ru: 'этот файл бинов ничто не загружает',
    });
  return state('unknown', {
    en: 'nothing in the source says whether this bean file is loaded',
    ru: 'по исходному коду не видно, загружается ли этот файл бинов',
  });
}

class FileReading {
  readonly loaded: BeanFile[] = [];
  hasUnknown = false;
  readonly #context: FileContext;
  readonly #candidates: readonly ConfigurationFile[];
  readonly #seen = new Set<string>();
  #depth = 0;
  #rank = 0;

  constructor(context: FileContext, candidates: readonly ConfigurationFile[]) {
    this.#context = context;
    this.#candidates = candidates;
  }

  /** Loads what a location names; `from` is the file that imports it. */
  load(location: string, from: RelativePath | null): void {
    const { application } = this.#context;
    const resolved = application.settings.resolve(location);
    if (resolved === null || resolved.includes('#{')) {
      this.hasUnknown = true;
      return;
    }
    for (const file of filesNamed(this.#candidates, resolved, from)) this.#loadFile(file);
  }

  /** All other candidates, none of whose imports is followed. */
  others(condition: (file: ConfigurationFile) => BeanCondition): readonly BeanFile[] {
    return this.#candidates
      .filter(({ path }) => !this.#seen.has(path))
      .map((file) => this.#fileOf(file, condition(file), []));
  }

  #loadFile(file: ConfigurationFile): void {
    if (this.#seen.has(file.path) || this.#depth > DEEPEST) return;
    this.#seen.add(file.path);
    const ranks: number[] = [];
    const bean = this.#fileOf(file, ACTIVE, ranks);
    this.loaded.push(bean);
    this.#depth += 1;
    for (const [index, element] of bean.elements.entries()) {
      ranks.push(this.#nextRank());
      const resource = element.name === 'import' ? element.attributes.get('resource') : undefined;
      if (resource !== undefined && bean.conditionAt(index).state !== 'inactive')
        this.load(resource, file.path);
    }
    this.#depth -= 1;
  }

  #nextRank(): number {
    this.#rank += 1;
    return this.#rank;
  }

  #fileOf(file: ConfigurationFile, condition: BeanCondition, ranks: readonly number[]): BeanFile {
    const elements = readXml(this.#context.tools.texts.get(file.path) ?? '');
    return {
      path: file.path,
      elements,
      condition,
      ranks,
      conditionAt: (index) =>
        condition.state === 'active'
          ? profileCondition(this.#context, file.path, { elements, index })
          : condition,
    };
  }
}

/** `<beans profile="dev">` around an element. */
function profileCondition(
  { application }: FileContext,
  file: RelativePath,
  { elements, index }: { readonly elements: readonly XmlElement[]; readonly index: number },
): BeanCondition {
  const { profiles, profilesUnknown } = application.settings;
  let at: number | null = index;
  for (let step = 0; at !== null && step < DEEPEST; step += 1) {
    const element: XmlElement | undefined = elements[at];
    const wanted = element?.name === 'beans' ? element.attributes.get('profile') : undefined;
    if (element !== undefined && wanted !== undefined && wanted.trim() !== '') {
      const evidence = { file, line: element.line, text: `<beans profile="${wanted}">`.slice(0, 200) };
      if (profilesUnknown !== null) return { state: 'unknown', reason: profilesUnknown, evidence };
      const active = new Set(profiles);
      const holds = wanted.split(/[\s,;]+/u).some((each) => acceptsProfiles(each, active));
      if (!holds) return { state: 'inactive', reason: activeProfiles(profiles), evidence };
    }
    at = element?.parent ?? null;
  }
  return ACTIVE;
}

/** Files that a location means: relative to the file that imports it, or by the end of their path. */
function filesNamed(
  candidates: readonly ConfigurationFile[],
  location: string,
  from: RelativePath | null,
): readonly ConfigurationFile[] {
  const [, scheme, rest = ''] = /^(classpath\*?:|file:|\/)?(.*)$/su.exec(location.trim()) ?? [];
  if (from !== null && scheme === undefined) {
    const wanted = joined(from.slice(0, from.lastIndexOf('/') + 1), rest);
    const near = candidates.filter(({ path }) => pathFits(path, wanted));
    if (near.length > 0) return near;
  }
  const name = joined('', rest.replace(/^\/+/u, ''));
  return candidates
    .filter(({ path }) => pathFits(path, name) || pathFits(path, `**/${name}`))
    .sort((left, right) => compareText(left.path, right.path));
}

/** Without `.` and `..`. */
function joined(directory: string, relative: string): string {
  const parts: string[] = [];
  for (const part of `${directory}${relative}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** `*` is a run without a slash, `**` any number of directories. */
function pathFits(path: string, pattern: string): boolean {
  return segmentsFit(path.split('/'), pattern.split('/').slice(0, 100));
}

function segmentsFit(path: readonly string[], pattern: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const segment of pattern) {
    const next = new Set<number>();
    for (const at of reached) {
      if (segment === '**') for (let each = at; each <= path.length; each += 1) next.add(each);
      else if (at < path.length && segmentFits(path[at] ?? '', segment)) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(path.length);
}

function segmentFits(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*').slice(0, 50);
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function annotatedPlaces({ tools, application, beans }: FileContext): readonly Place[] {
  return tools.productionTypes
    .filter((type) => application.includes(type))
    .flatMap((type) =>
      tools.annotations.find(type.annotations, beans.beanFiles).flatMap(({ attributes, written }) =>
        ['value', 'locations']
          .flatMap((name) => textsOf(attributes.get(name)))
          .map((location) => ({
            location,
            evidence: { file: written.file, line: written.line, text: location },
          })),
      ),
    );
}

function codePlaces({ tools, application, beans }: FileContext): readonly Place[] {
  return callsOf(beans.loadsBeanFiles, tools)
    .filter((call) => application.includes(call.caller.owner))
    .filter((call) =>
      beans.loadsBeanFiles.some(
        (each) =>
          fitsAny(call.member, each.method) &&
          call.owners.some((owner) => tools.types.match(owner, each.type) === 'certain'),
      ),
    )
    .flatMap((call) =>
      (call.args ?? []).flatMap((argument) => {
        const texts = textsAt({ tools, settings: application.settings }, call.caller, argument);
        const evidence = { file: call.site.file, line: call.site.nameLine, text: call.member };
        return (texts ?? [])
          .filter((text) => text.endsWith('.xml'))
          .map((location) => ({ location, evidence }));
      }),
    );
}

const LOCATIONS = 'contextConfigLocation';

/** What the listener and the dispatcher servlets of web.xml load; they have files by name where it says none. */
function webXmlPlaces({ tools, application }: FileContext): readonly Place[] {
  return webXmlFiles(tools, application).flatMap(({ file, elements }) => {
    const textIn = (parent: number, name: string) =>
      elements.find((each) => each.parent === parent && each.name === name)?.text.trim() ?? '';
    const locationsIn = (parent: number, element: string) =>
      elements.flatMap((each, index) =>
        each.name === element && each.parent === parent && textIn(index, 'param-name') === LOCATIONS
          ? [{ text: textIn(index, 'param-value'), line: each.line }]
          : [],
      );
    const hasListener = elements.some(
      (each) => each.name === 'listener-class' && each.text.trim().endsWith('.ContextLoaderListener'),
    );
    const root = elements.findIndex((each) => each.parent === null);
    const named = locationsIn(root, 'context-param');
    const found =
      named.length > 0 || !hasListener ? named : [{ text: '/WEB-INF/applicationContext.xml', line: 1 }];
    const servlets = elements.flatMap((element, index) => {
      if (element.name !== 'servlet' || !textIn(index, 'servlet-class').endsWith('.DispatcherServlet'))
        return [];
      const own = locationsIn(index, 'init-param');
      const usual = { text: `/WEB-INF/${textIn(index, 'servlet-name')}-servlet.xml`, line: element.line };
      return own.length > 0 ? own : [usual];
    });
    return [...found, ...servlets].flatMap(({ text, line }) =>
      text
        .split(/[\s,;]+/u)
        .filter((each) => each !== '')
        .map((location) => ({ location, evidence: { file, line, text: location.slice(0, 200) } })),
    );
  });
}

/** Deployment descriptors of an application's modules. */
export function webXmlFiles(
  tools: MatchTools,
  application: Application,
): readonly { readonly file: RelativePath; readonly elements: readonly XmlElement[] }[] {
  return tools.inventory.configuration
    .filter(
      (file) => file.kind === 'web-xml' && file.role === 'production' && application.modules.has(file.module),
    )
    .map((file) => ({ file: file.path, elements: readXml(tools.texts.get(file.path) ?? '') }));
}
