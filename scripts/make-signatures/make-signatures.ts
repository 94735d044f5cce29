import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Jdk {
  readonly name: string;
  readonly modules: readonly string[];
  readonly packages: readonly string[];
  readonly exclude?: readonly string[];
}

interface Library {
  readonly name: string;
  readonly artifacts: readonly string[];
  readonly packages: readonly string[];
  readonly exclude?: readonly string[];
  /** Members of versions before the pinned one that are still called much, as the grammar writes them. */
  readonly earlier?: readonly { readonly type: string; readonly member: string }[];
}

interface ManifestEntry {
  readonly name: string;
  /** What it was made from: Maven coordinates, or the modules of a JDK. */
  readonly from: readonly string[];
  readonly classes: number;
  readonly sha256: string;
  /** Packages with at least one class in the file. */
  readonly packages: readonly string[];
}

const here = import.meta.dirname;
const out = join(here, '../../analyzer/data/signatures/java');
const manifestPath = join(out, 'manifest.json');
const sources = JSON.parse(readFileSync(join(here, 'libraries.json'), 'utf8')) as {
  readonly jdk: Jdk;
  readonly libraries: readonly Library[];
};
const asm = ['', '.signature'].flatMap((suffix) => [
  '--add-exports',
  `java.base/jdk.internal.org.objectweb.asm${suffix}=ALL-UNNAMED`,
]);

/** Where a library comes from, as the manifest names it. */
function originOf(library: Jdk | Library): readonly string[] {
  return 'artifacts' in library ? library.artifacts : library.modules.map((module) => `jdk17:${module}`);
}

function pomFor(library: Library): string {
  const dependencies = library.artifacts.map((artifact) => {
    const [group, name, version] = artifact.split(':');
    const exclusions =
      '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>';
    return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version>${exclusions}</dependency>`;
  });
  return `<project><modelVersion>4.0.0</modelVersion><groupId>signatures</groupId><artifactId>${library.name}</artifactId><version>1</version><dependencies>${dependencies.join('')}</dependencies></project>`;
}

function jarsOf(library: Library, work: string): readonly string[] {
  const folder = join(work, library.name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pom.xml'), pomFor(library));
  execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=jars'], {
    cwd: folder,
    stdio: 'inherit',
  });
  const jars = readdirSync(join(folder, 'jars')).sort();
  if (jars.length !== library.artifacts.length) {
    throw new Error(`${library.name}: expected ${library.artifacts.length} jars, got ${jars.length}`);
  }
  return jars.map((jar) => join(folder, 'jars', jar));
}

function entryOf(library: Jdk | Library, text: string): ManifestEntry {
  const lines = text.split('\n');
  return {
    name: library.name,
    from: originOf(library),
    classes: lines.filter((line) => line !== '' && line[0] !== '=' && line[0] !== '@').length,
    sha256: createHash('sha256').update(text).digest('hex'),
    packages: lines.filter((line) => line.startsWith('@')).map((line) => line.slice(1)),
  };
}

/** The file with the members that only earlier versions had, at the end of their types. */
function withEarlier(library: Jdk | Library, text: string): string {
  const earlier = 'artifacts' in library ? (library.earlier ?? []) : [];
  let within = '';
  const lines = text.split('\n').map((line) => {
    if (line.startsWith('@')) within = line.slice(1);
    const type = `${within}.${line.split('\t')[0]}`;
    return [line, ...earlier.filter((each) => each.type === type).map(({ member }) => member)].join('\t');
  });
  return lines.join('\n');
}

function make(): void {
  const work = mkdtempSync(join(tmpdir(), 'signatures-'));
  try {
    const classes = join(work, 'classes');
    execFileSync('javac', ['-nowarn', '-d', classes, ...asm, join(here, 'SignatureWriter.java')]);
    mkdirSync(out, { recursive: true });
    const entries = [sources.jdk, ...sources.libraries].map((library) => {
      const from =
        'artifacts' in library ? jarsOf(library, work) : library.modules.map((module) => `jrt:${module}`);
      const file = join(out, `${library.name}.sig`);
      const lists = [library.packages.join(','), (library.exclude ?? []).join(',')];
      execFileSync('java', [...asm, '-cp', classes, 'SignatureWriter', file, ...lists, ...from]);
      const text = withEarlier(library, readFileSync(file, 'utf8'));
      writeFileSync(file, text);
      return entryOf(library, text);
    });
    writeFileSync(manifestPath, JSON.stringify({ version: 1, libraries: entries }));
    execFileSync('npx', ['biome', 'format', '--write', manifestPath], {
      cwd: join(here, '../..'),
      stdio: 'ignore',
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Compares what is committed with the manifest and the pinned coordinates; needs no network and no JDK. */
function check(): readonly string[] {
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as { libraries: readonly ManifestEntry[] };
  const expected = [sources.jdk, ...sources.libraries];
  return expected.flatMap((library, index) => {
    const entry = manifest.libraries[index];
    if (entry === undefined || entry.name !== library.name) return [`${library.name}: not in the manifest`];
    const made = entryOf(library, readFileSync(join(out, `${library.name}.sig`), 'utf8'));
    return JSON.stringify(made) === JSON.stringify(entry)
      ? []
      : [`${library.name}: the signature file, libraries.json and manifest.json disagree`];
  });
}

if (process.argv.includes('--check')) {
  const problems = check();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  make();
}
