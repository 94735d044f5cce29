import type { MatchTools } from '../../match/match-tools.ts';
import { fitsAny } from '../../match/name-pattern.ts';
import type { RequestMatcherRow } from '../../schema/access-rows.ts';
import type { XmlElement } from '../../xml-elements.ts';
import type { ApplicationSettings } from '../application-settings.ts';
import type { BeanFile } from '../bean-files.ts';
import type { RequestMatcher } from '../path-matchers/request-matcher.ts';
import { patternsMatcher } from './verb-and-patterns.ts';

/** An element of a bean file. */
export interface XmlPlace {
  readonly file: BeanFile;
  readonly index: number;
}

/** Objects that bean files declare by name. */
export interface XmlBeans {
  /** Class of a bean; undefined where no file declares it. */
  classOf(name: string): string | undefined;
  /** The matcher that a bean is. */
  matcher(name: string): RequestMatcher;
}

/** Matchers in matchers, and matchers read for one rule. */
const DEEPEST = 8;
const MOST_READ = 200;
const VERB = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE)$/u;

/** Indexes the beans of all files of an application. */
export function readXmlBeans(
  { models }: MatchTools,
  settings: ApplicationSettings,
  files: readonly BeanFile[],
): XmlBeans {
  const byName = new Map<string, XmlPlace>();
  for (const file of files) {
    for (const [index, element] of file.elements.entries()) {
      if (element.name !== 'bean') continue;
      for (const key of ['id', 'name']) {
        for (const name of element.attributes.get(key)?.split(/[\s,;]+/u) ?? [])
          byName.set(name, { file, index });
      }
    }
  }
  const rows = models.access.filter(
    (row): row is RequestMatcherRow & { readonly framework: string } => row.on === 'request-matcher',
  );
  return {
    classOf(name) {
      const place = byName.get(name);
      return place === undefined ? undefined : elementAt(place)?.attributes.get('class');
    },
    matcher: (name) => new MatcherReading({ byName, rows, settings }).named(name, 0),
  };
}

interface MatcherContext {
  readonly byName: ReadonlyMap<string, XmlPlace>;
  readonly rows: readonly RequestMatcherRow[];
  readonly settings: ApplicationSettings;
}

class MatcherReading {
  readonly #context: MatcherContext;
  #read = 0;

  constructor(context: MatcherContext) {
    this.#context = context;
  }

  named(name: string, depth: number): RequestMatcher {
    const place = this.#context.byName.get(name);
    return place === undefined ? unread(name) : this.#bean(place, depth);
  }

  #bean(place: XmlPlace, depth: number): RequestMatcher {
    this.#read += 1;
    const type = elementAt(place)?.attributes.get('class') ?? '';
    const row = this.#context.rows.find((each) => fitsAny(type, each.type));
    if (row === undefined || depth > DEEPEST || this.#read > MOST_READ) return unread(type);
    switch (row.how) {
      case 'arguments':
        return this.#ofTexts(place, row);
      case 'dispatch':
        return textsIn(place).includes('REQUEST') ? { kind: 'any' } : { kind: 'none' };
      case 'either':
      case 'both':
        return { kind: row.how, matchers: this.#inner(place, depth) };
      case 'not': {
        const [inner] = this.#inner(place, depth);
        return inner === undefined ? unread(type) : { kind: 'not', matcher: inner };
      }
      case 'any':
        return { kind: 'any' };
      default:
        return unread(type);
    }
  }

  #ofTexts(place: XmlPlace, row: RequestMatcherRow): RequestMatcher {
    const texts = textsIn(place).map((text) => this.#context.settings.resolve(text) ?? '{?}');
    const verb = texts.find((text) => VERB.test(text)) ?? null;
    const patterns = texts.filter((text) => !VERB.test(text) && text !== 'true' && text !== 'false');
    return patternsMatcher(patterns, { style: row.style, verb });
  }

  /** Beans inside, and beans that are referred to inside. */
  #inner(place: XmlPlace, depth: number): readonly RequestMatcher[] {
    return place.file.elements.flatMap((element, index) => {
      if (index === place.index || nearestBean(place.file.elements, index) !== place.index) return [];
      if (element.name === 'bean') return [this.#bean({ file: place.file, index }, depth + 1)];
      const ref = element.attributes.get(element.name === 'ref' ? 'bean' : 'ref');
      return ref === undefined ? [] : [this.named(ref, depth + 1)];
    });
  }
}

function unread(what: string): RequestMatcher {
  return {
    kind: 'unknown',
    reason: {
      en: `the matcher ${what.slice(0, 100)} is not read`,
      ru: `условие ${what.slice(0, 100)} не читается`,
    },
  };
}

function elementAt({ file, index }: XmlPlace): XmlElement | undefined {
  return file.elements[index];
}

/** The closest bean around an element. */
function nearestBean(elements: readonly XmlElement[], index: number): number | null {
  let at = elements[index]?.parent ?? null;
  for (let step = 0; at !== null && step < 20; step += 1) {
    if (elements[at]?.name === 'bean') return at;
    at = elements[at]?.parent ?? null;
  }
  return null;
}

/** Names of attributes of the `c` namespace that hold patterns and verbs. */
const SHORT_ARGUMENTS = ['pattern', 'method', 'httpMethod', 'basePath', '_0', '_1'];

/** Texts that a bean is made with. */
function textsIn({ file, index }: XmlPlace): readonly string[] {
  const own = file.elements[index]?.attributes;
  const short = SHORT_ARGUMENTS.flatMap((name) => own?.get(name) ?? []);
  const inner = file.elements.flatMap((element, at) => {
    if (at === index || nearestBean(file.elements, at) !== index) return [];
    const value =
      element.attributes.get('value') ?? (element.name === 'value' ? element.text.trim() : undefined);
    return value === undefined ? [] : [value];
  });
  return [...short, ...inner];
}
