import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

/** A package of somebody else's whose code a release carries. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its manifest declares it; an SPDX expression in most. */
  readonly license: string;
  /** Text of its licence and notice files; empty where it ships none. */
  readonly texts: readonly string[];
}

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

type Lock = Readonly<Record<string, Locked>>;

/** What the bundler leaves beside a bundle: every file that went into it, relative to where it ran. */
export const METAFILE = 'metafile-esm.json';

const ACTION = 'packages/action';

/** What is carried as it was built before: the grammar, and what the page of the report is made of. */
const BUILT_BEFORE = {
  analyzer: ['tree-sitter-java'],
  'packages/report': ['@dagrejs/dagre', 'cytoscape', 'echarts', 'preact'],
} as const;

/**
 * The packages of a release that is built: those whose files are in the bundles, and for what was built before the closure of
 * its dependencies. Throws where a bundle is not there.
 */
export async function bundledPackages(root: string): Promise<readonly BundledPackage[]> {
  const { packages }: { packages: Lock } = JSON.parse(
    await readFile(join(root, 'package-lock.json'), 'utf8'),
  );
  const keys = new Set<string>();
  const metafile = await readFile(join(root, ACTION, 'dist', METAFILE), 'utf8');
  const { inputs }: { inputs: object } = JSON.parse(metafile);
  for (const path of Object.keys(inputs)) addPackageOf(relative(root, resolve(root, ACTION, path)), keys);
  for (const [from, names] of Object.entries(BUILT_BEFORE)) {
    for (const name of names) {
      const key = resolvedFrom(packages, from, name);
      if (key === undefined) throw new Error(`${name} of ${from} is not in package-lock.json`);
      reach(packages, key, keys);
    }
  }
  const theirs = [...keys].sort((a, b) => (a < b ? -1 : 1));
  return Promise.all(theirs.map((key) => describePackage(root, key, packages[key] ?? {})));
}

/** The package that a file belongs to, by its key in the lockfile; our own have none. */
function addPackageOf(file: string, keys: Set<string>): void {
  const key = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.split(sep).join('/'))?.[0];
  if (key !== undefined) keys.add(key);
}

function reach(lock: Lock, key: string, seen: Set<string>): void {
  if (seen.has(key)) return;
  seen.add(key);
  for (const name of Object.keys(lock[key]?.dependencies ?? {})) {
    const next = resolvedFrom(lock, key, name);
    if (next !== undefined) reach(lock, next, seen);
  }
}

/** Looks as Node does: in the node_modules of the package, then in those around it. */
function resolvedFrom(lock: Lock, from: string, name: string): string | undefined {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/')))) {
    const key = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
    const found = lock[key];
    if (found !== undefined) return found.link === true ? found.resolved : key;
    if (place === '') return undefined;
  }
}

const LEGAL_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-][\w.-]*)?$/iu;
const NO_TEXT = /\.(?:[cm]?[jt]s|json|map)$/iu;

async function describePackage(root: string, key: string, locked: Locked): Promise<BundledPackage> {
  const directory = join(root, key);
  const names = await readdir(directory).catch(() => []);
  const legal = names.filter((name) => LEGAL_FILE.test(name) && !NO_TEXT.test(name)).sort();
  const texts = await Promise.all(legal.map((name) => readFile(join(directory, name), 'utf8')));
  return {
    name: key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: locked.version ?? '',
    license: locked.license ?? 'no licence declared',
    texts: texts.map((text) => text.replaceAll('\r\n', '\n').trim()),
  };
}
