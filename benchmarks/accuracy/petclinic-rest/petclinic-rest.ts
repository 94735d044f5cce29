import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryPoint } from '../../../analyzer/src/models/labels.ts';
import { loadModels } from '../../../analyzer/src/models/load-models.ts';
import { table } from '../markdown.ts';
import { type ReadTree, readTree } from '../read-tree.ts';
import type { Measurement, Suite, SuiteRun } from '../suite.ts';

/** One application whose operations stand in an OpenAPI document and whose method security is switched by a property. */
export const petclinicRest: Suite = {
  name: 'petclinic-rest',
  title: 'Operations and method security of spring-petclinic-rest',
  corpora: ['spring-petclinic-rest'],
  measure,
};

/** The profile that is added to a copy of the repository: it sets the one property that switches security on. */
const PROFILE = 'secured';
const CONTEXT_PATH = '/petclinic';
const API = /^\/petclinic\/api(?=\/)/u;

const HEAD = [
  ...['settings', 'operations found', 'of them never served', 'inert method annotations'],
  ...['public', 'authenticated', 'authorized', 'denied', 'unknown'],
];

async function measure(run: SuiteRun): Promise<Measurement> {
  const root = join(run.corpora, 'spring-petclinic-rest');
  const wanted = operationsOf(readFileSync(join(root, 'src/main/resources/openapi.yml'), 'utf8'));
  const annotated = countPreAuthorize(root);
  const models = await loadModels();
  const shipped = await readTree(root, models);
  const secured = await readTree(copyWithProfile(root, run.work), models, [PROFILE]);
  const foundIn = (tree: ReadTree): readonly string[] => {
    const rows = new Set(tree.labels.entryPoints.flatMap(operationRows));
    return wanted.filter((operation) => rows.has(operation));
  };
  const row = (name: string, tree: ReadTree): readonly string[] => [
    name,
    `${foundIn(tree).length} of ${wanted.length}`,
    `${unserved(tree, wanted).length}`,
    `${tree.labels.inertGuards.length} of ${annotated}`,
    ...(['public', 'authenticated', 'authorized', 'denied', 'unknown'] as const).map((verdict) =>
      String(
        tree.labels.entryPoints.filter(
          ({ access, supplied, dormant }) =>
            supplied === undefined && dormant === undefined && access.verdict === verdict,
        ).length,
      ),
    ),
  ];
  const found = new Set(foundIn(shipped));
  const missing = wanted.filter((operation) => !found.has(operation));
  return {
    section: `${table(HEAD, [row('as shipped', shipped), row(`profile ${PROFILE}`, secured)])}

- Repository spring-petclinic-rest, revision ${run.revisionOf('spring-petclinic-rest')}. Operations are the verbs below the paths of
  src/main/resources/openapi.yml; their controllers implement interfaces that only a build generates.${
    missing.length === 0 ? '' : ` Not found: ${missing.join(', ')}.`
  }
- Never served: ${unserved(shipped, wanted).join(', ') || 'none'}. The build generates interfaces only, and an operation whose interface no class
  implements is reported as one that never runs.
- Its method security stands in a configuration class that is there only where \`petclinic.security.enable\` is true; the
  shipped settings say false. The profile is one added file that says true, on a copy.
`,
    misses: missing.map((each) => `missing ${each}`),
    figures: [
      { what: 'operations found', value: found.size / wanted.length, least: 1 },
      {
        what: 'inert method annotations as shipped',
        value: shipped.labels.inertGuards.length / annotated,
        least: 1,
      },
      {
        what: `inert method annotations, profile ${PROFILE}`,
        value: secured.labels.inertGuards.length,
        most: 0,
      },
    ],
  };
}

/** `VERB /path` for each operation, by the indentation of the document. */
function operationsOf(document: string): readonly string[] {
  const rows: string[] = [];
  let path = '';
  for (const line of document.slice(document.search(/^paths:/mu)).split('\n')) {
    path = /^ {2}(?<path>\/\S*):/u.exec(line)?.groups?.path ?? path;
    const verb = /^ {4}(?<verb>get|post|put|delete|patch|head|options):/u.exec(line)?.groups?.verb;
    if (verb !== undefined) rows.push(`${verb.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/gu, '{}')}`);
  }
  return rows;
}

/** Wanted operations of which the analysis says that nothing handles them. */
function unserved(tree: ReadTree, wanted: readonly string[]): readonly string[] {
  return tree.labels.entryPoints
    .filter(({ dormant }) => dormant !== undefined)
    .flatMap(operationRows)
    .filter((operation) => wanted.includes(operation));
}

function operationRows({ verbs, paths }: EntryPoint): readonly string[] {
  return paths.flatMap((path) => {
    const own = path
      .replace(API, '')
      .replace(CONTEXT_PATH, '')
      .replaceAll(/\{[^}]*\}/gu, '{}');
    return verbs.map((verb) => `${verb} ${own}`);
  });
}

function countPreAuthorize(root: string): number {
  const folder = join(root, 'src/main/java');
  return readTexts(folder).reduce(
    (sum, text) => sum + [...text.matchAll(/^\s*@PreAuthorize\(/gmu)].length,
    0,
  );
}

/** Texts of all files below a folder. */
function readTexts(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** Production sources and settings with one more profile. */
function copyWithProfile(root: string, work: string): string {
  const copy = join(work, 'petclinic-rest');
  mkdirSync(copy);
  cpSync(join(root, 'pom.xml'), join(copy, 'pom.xml'));
  cpSync(join(root, 'src/main'), join(copy, 'src/main'), { recursive: true });
  const settings = join(copy, `src/main/resources/application-${PROFILE}.properties`);
  writeFileSync(settings, 'petclinic.security.enable=true\n');
  return copy;
}
