import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { readXml } from '../../../analyzer/src/models/xml-elements.ts';

/** Bean files that a test loads, with all that they import, by path below the resources. */
export interface BeanFiles {
  /** Those that the test names. */
  readonly loaded: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
}

const MOST_FILES = 50;

/** Reads bean files and what they import; undefined where one of them is not there. */
export function readBeanFiles(resources: string, locations: readonly string[]): BeanFiles | undefined {
  const loaded = locations.map(withoutScheme);
  const texts = new Map<string, string>();
  const waiting = [...loaded];
  for (let path = waiting.pop(); path !== undefined && texts.size < MOST_FILES; path = waiting.pop()) {
    if (texts.has(path)) continue;
    const source = join(resources, path);
    if (!existsSync(source)) return undefined;
    const text = readFileSync(source, 'utf8');
    texts.set(path, text);
    waiting.push(...importsOf(path, text));
  }
  return { loaded, texts };
}

function importsOf(path: string, text: string): readonly string[] {
  return readXml(text).flatMap(({ name, attributes }) => {
    const resource = name === 'import' ? attributes.get('resource') : undefined;
    if (resource === undefined) return [];
    const isRooted = resource.startsWith('classpath:');
    return [isRooted ? withoutScheme(resource) : posix.join(posix.dirname(path), resource)];
  });
}

function withoutScheme(location: string): string {
  return location.replace(/^classpath:\/?/u, '');
}

/** Classes of the tests that bean files name, dotted. */
export function namedClasses({ texts }: BeanFiles): readonly string[] {
  const named = [...texts.values()].flatMap((text) =>
    readXml(text).flatMap(({ attributes }) => attributes.get('class') ?? []),
  );
  return [...new Set(named)].filter((name) =>
    /^org\.springframework\.security\.config\..*Tests?[.$]/u.test(name),
  );
}

/** Writes the files where a web application has them, and the descriptor that loads those that the test loads. */
export function writeBeanFiles(directory: string, { loaded, texts }: BeanFiles): void {
  for (const [path, text] of texts) write(join(directory, 'src/main/resources', path), text);
  const locations = loaded.map((each) => `classpath:${each}`).join(' ');
  write(
    join(directory, 'src/main/webapp/WEB-INF/web.xml'),
    `<web-app>
  <context-param><param-name>contextConfigLocation</param-name><param-value>${locations}</param-value></context-param>
  <listener><listener-class>org.springframework.web.context.ContextLoaderListener</listener-class></listener>
  <filter><filter-name>springSecurityFilterChain</filter-name><filter-class>org.springframework.web.filter.DelegatingFilterProxy</filter-class></filter>
  <filter-mapping><filter-name>springSecurityFilterChain</filter-name><url-pattern>/*</url-pattern></filter-mapping>
</web-app>`,
  );
}

function write(target: string, text: string): void {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
