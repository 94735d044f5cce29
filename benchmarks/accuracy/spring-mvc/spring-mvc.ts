import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../../analyzer/src/base/ordering.ts';
import type { EntryPoint } from '../../../analyzer/src/models/labels.ts';
import { loadModels } from '../../../analyzer/src/models/load-models.ts';
import { ratio, table } from '../markdown.ts';
import { readTree } from '../read-tree.ts';
import type { Measurement, Suite, SuiteRun } from '../suite.ts';
import { type Controllers, generateControllers, SETTINGS } from './controllers.ts';
import { springMvcJars } from './debian-jars.ts';

/** Verbs and paths of generated controllers against those that a running Spring MVC maps. */
export const springMvc: Suite = {
  name: 'spring-mvc',
  title: 'Path composition against a running Spring MVC',
  corpora: [],
  measure,
};

const POM = `<project><modelVersion>4.0.0</modelVersion><groupId>generated</groupId><artifactId>generated</artifactId><version>1</version>
<dependencies><dependency><groupId>org.springframework</groupId><artifactId>spring-webmvc</artifactId><version>4.3.30.RELEASE</version></dependency></dependencies></project>`;

async function measure(run: SuiteRun): Promise<Measurement> {
  const project = join(run.work, 'spring-mvc');
  const controllers = generateControllers();
  writeProject(project, controllers);
  let jars: string;
  try {
    jars = springMvcJars();
  } catch (error) {
    const [reason] = String(error).split('\n');
    return {
      section: `Not measured: Debian's packages of Spring MVC cannot be had here (${reason}).`,
      misses: [],
      figures: [],
    };
  }
  const truth = new Set(askSpring(project, controllers, jars));
  const { labels } = await readTree(project, await loadModels());
  const ours = new Set(labels.entryPoints.flatMap(rowsOf));
  const missing = [...truth].filter((row) => !ours.has(row)).sort(compareText);
  const extra = [...ours].filter((row) => !truth.has(row)).sort(compareText);
  const common = truth.size - missing.length;
  return {
    section: `${table(
      ['controllers', 'mappings of Spring', 'found', 'missing', 'not there', 'recall', 'precision'],
      [
        [
          controllers.names.length,
          truth.size,
          common,
          missing.length,
          extra.length,
          ratio(common, truth.size),
          ratio(common, ours.size),
        ],
      ],
    )}

- The judge is \`RequestMappingHandlerMapping\` of Spring MVC 4.3.30 (Debian's packages), asked for its handler methods at run
  time (benchmarks/accuracy/spring-mvc/MappingTruth.java).
- A mapping is verb, path and method. The controllers are generated: ${controllers.names.length} classes from type-level and
  method-level annotations with arrays, constants, placeholders, missing and double slashes, verbs on types, annotations of the project's
  own, and inheritance from classes and interfaces.
`,
    misses: [...missing.map((row) => `missing ${row}`), ...extra.map((row) => `not there ${row}`)],
    figures: [
      { what: 'mappings of Spring MVC found', value: common / truth.size, least: 1 },
      { what: 'mappings found that Spring MVC has', value: common / ours.size, least: 1 },
    ],
  };
}

function writeProject(project: string, { sources }: Controllers): void {
  for (const { path, text } of sources) {
    const target = join(project, 'src/main/java', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  writeFileSync(join(project, 'pom.xml'), POM);
  const settings = join(project, 'src/main/resources/application.properties');
  mkdirSync(dirname(settings), { recursive: true });
  writeFileSync(settings, written(SETTINGS).join('\n'));
}

function written(settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(settings).map(([key, value]) => `${key}=${value}`);
}

/** Compiles the controllers for Java 8, which this Spring can read, and prints what it maps to them. */
function askSpring(project: string, { sources, names }: Controllers, jars: string): readonly string[] {
  const classes = `${project}-classes`;
  mkdirSync(classes, { recursive: true });
  const files = sources.map(({ path }) => join(project, 'src/main/java', path));
  const judge = join(import.meta.dirname, 'MappingTruth.java');
  execFileSync(
    'javac',
    ['--release', '8', '-nowarn', '-proc:none', '-cp', jars, '-d', classes, judge, ...files],
    {
      stdio: 'pipe',
    },
  );
  const settings = written(SETTINGS).map((each) => `-D${each}`);
  const output = execFileSync('java', [...settings, '-cp', `${classes}:${jars}`, 'MappingTruth'], {
    input: `${names.join('\n')}\n`,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
  return output.toString('utf8').split('\n').filter(Boolean).map(withPath);
}

/** The empty path and `/` are the same request. */
function withPath(row: string): string {
  return row.replace(/^(?<verb>\S+) {2}/u, '$<verb> / ');
}

/** `VERB path class#method`, one row a verb and path. */
function rowsOf({ kind, verbs, paths, handler }: EntryPoint): readonly string[] {
  if (kind !== 'http') return [];
  const method = handler.slice(0, handler.indexOf('('));
  return paths.flatMap((path) => verbs.map((verb) => `${verb} ${path} ${method}`));
}
