import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../base/diagnostics.ts';
import { AnalysisError } from '../base/errors.ts';
import { type RelativePath, relativePath } from '../base/ids.ts';
import { byText } from '../base/ordering.ts';
import type { Text } from '../base/text.ts';
import { describeSystemError, isSystemError } from './confined-bytes.ts';
import { type DirectoryName, isBuildOutput, judgeDirectory } from './default-excludes.ts';
import { createDiagnosticLog, type DiagnosticLog } from './diagnostic-log.ts';
import { type IgnoreLayer, isIgnored, layerOf, readIgnoreFile } from './ignore-rules.ts';
import type { SkippedCounts } from './inventory.ts';
import { languageOf } from './languages.ts';
import type { SourceReader } from './source-reader.ts';
import type { LinkTarget, TreeEntry, TreeLister } from './tree-lister.ts';
import {
  badFileName,
  skippedLink,
  specialFile,
  tooDeepDirectory,
  tooManyNames,
  truncatedTree,
  unlistedDirectory,
  unseenFile,
} from './walk-problems.ts';

/** Limits of the walk. They bound time and memory on a tree that was made to exhaust them. */
export interface ScanLimits {
  /** Files that are listed; the walk ends there. */
  readonly maxFiles: number;
  /** Largest file that is read, in bytes; a larger one is listed and not parsed. */
  readonly maxFileBytes: number;
  /** Sum of the sizes of readable files in a known language, in bytes; the walk ends there. */
  readonly maxTotalBytes: number;
  /** Directory levels below the root. */
  readonly maxTreeDepth: number;
}

export const DEFAULT_SCAN_LIMITS: ScanLimits = {
  maxFiles: 200_000,
  maxFileBytes: 2 * 1024 * 1024,
  maxTotalBytes: 2 * 1024 * 1024 * 1024,
  maxTreeDepth: 64,
};

export interface ScanOptions {
  readonly lister: TreeLister;
  readonly reader: SourceReader;
  readonly limits: ScanLimits;
  /** Patterns in .gitignore syntax; where there are any, only files that match one are kept. */
  readonly include: readonly string[];
  /** Patterns in .gitignore syntax, applied after every `.gitignore`; `!vendor/` brings a default exclusion back. */
  readonly exclude: readonly string[];
  readonly signal?: AbortSignal;
  /** Called now and then with the number of files found so far. */
  readonly onProgress?: (files: number) => void;
}

export interface ScannedFile {
  readonly path: RelativePath;
  readonly bytes: number;
}

export interface SkippedLink {
  readonly path: RelativePath;
  readonly target: LinkTarget;
}

/** What the walk found. Files are in path order whatever order the file system lists names in. */
export interface ScanResult {
  readonly files: readonly ScannedFile[];
  readonly links: readonly SkippedLink[];
  readonly skipped: SkippedCounts;
  readonly diagnostics: readonly Diagnostic[];
}

/** A directory still to be visited. */
interface PendingDirectory {
  readonly path: string;
  readonly depth: number;
  readonly layers: readonly IgnoreLayer[];
  /** Set where the names inside must decide whether it is build output. */
  readonly suspect: DirectoryName | null;
}

interface Walk {
  readonly options: ScanOptions;
  readonly log: DiagnosticLog;
  readonly includes: readonly IgnoreLayer[];
  readonly excludes: readonly IgnoreLayer[];
  readonly files: ScannedFile[];
  readonly links: SkippedLink[];
  readonly pending: PendingDirectory[];
  readonly counts: {
    ignored: number;
    unreadable: number;
    badNames: number;
    special: number;
    tooDeep: number;
  };
  totalBytes: number;
  truncated: boolean;
}

/** A directory with more names is left out whole: to keep a part of it would make the result depend on its order. */
const MAX_NAMES_IN_DIRECTORY = 500_000;
const MAX_DIRECTORIES = 500_000;
const TOO_MANY_DIRECTORIES: Text = {
  en: `${MAX_DIRECTORIES} directories`,
  ru: `${MAX_DIRECTORIES} каталогов`,
};

/** Directories visited between two looks at the abort signal. */
const DIRECTORIES_PER_TURN = 64;

/**
 * Walks a tree depth first in name order, without recursion and without following a link. Throws AnalysisError
 * `CANCELLED` (or the signal's own AnalysisError) on abort; everything else is a diagnostic.
 */
export async function scanRepository(options: ScanOptions): Promise<ScanResult> {
  const walk: Walk = {
    options,
    log: createDiagnosticLog(),
    includes: options.include.length === 0 ? [] : [layerOf('', options.include)],
    excludes: options.exclude.length === 0 ? [] : [layerOf('', options.exclude)],
    files: [],
    links: [],
    pending: [{ path: '', depth: 0, layers: [], suspect: null }],
    counts: { ignored: 0, unreadable: 0, badNames: 0, special: 0, tooDeep: 0 },
    totalBytes: 0,
    truncated: false,
  };
  for (let visited = 0; !walk.truncated; visited += 1) {
    const next = walk.pending.pop();
    if (next === undefined) break;
    if (visited % DIRECTORIES_PER_TURN === 0) {
      await setImmediate();
      throwIfAborted(options.signal);
      options.onProgress?.(walk.files.length);
    }
    if (visited >= MAX_DIRECTORIES) truncate(walk, TOO_MANY_DIRECTORIES, next.path);
    else await visit(walk, next);
  }
  reportLinks(walk);
  walk.files.sort(byText((file) => file.path));
  return {
    files: walk.files,
    links: walk.links,
    skipped: { ...walk.counts, symlinks: walk.links.length, truncated: walk.truncated },
    diagnostics: walk.log.finish(),
  };
}

/** Throws what an abort means for the analysis; returns where there is none. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  if (signal.reason instanceof AnalysisError) throw signal.reason;
  throw new AnalysisError('CANCELLED', 'The analysis was cancelled while the source tree was being read.', {
    hint: 'Start it again; nothing was written.',
    ru: 'Анализ отменён во время чтения исходного дерева.',
    cause: signal.reason,
  });
}

async function visit(walk: Walk, directory: PendingDirectory): Promise<void> {
  const entries = listDirectory(walk, directory);
  if (entries === null) return;
  const names = new Set(entries.map((entry) => entry.shown));
  if (directory.suspect !== null && isBuildOutput(directory.suspect, names)) {
    walk.counts.ignored += 1;
    return;
  }
  const layers = await layersWithin(walk, directory, entries);
  const rules = [...layers, ...walk.excludes];
  const subdirectories: PendingDirectory[] = [];
  for (const entry of entries) {
    if (walk.truncated) return;
    if (entry.name === null) reportBadName(walk, directory.path, entry);
    else if (entry.kind === 'directory') {
      const child = judgeSubdirectory(walk, { parent: directory, name: entry.name, names, layers, rules });
      if (child !== null) subdirectories.push(child);
    } else visitLeaf(walk, { directory: directory.path, name: entry.name, kind: entry.kind, rules });
  }
  walk.pending.push(...subdirectories.reverse());
}

function listDirectory(walk: Walk, directory: PendingDirectory): readonly TreeEntry[] | null {
  try {
    const entries = walk.options.lister.list(directory.path, MAX_NAMES_IN_DIRECTORY);
    if (entries !== null) return [...entries].sort(byText((entry) => entry.shown));
    walk.log.add(tooManyNames(directory.path, MAX_NAMES_IN_DIRECTORY));
    walk.truncated ||= directory.path === '';
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (directory.path === '') throw unreadableRoot(error);
    walk.log.add(unlistedDirectory(directory.path, describeSystemError(error)));
  }
  walk.counts.unreadable += 1;
  return null;
}

function unreadableRoot(error: NodeJS.ErrnoException): AnalysisError {
  return new AnalysisError(
    'SOURCE_UNREADABLE',
    `The source directory cannot be listed: ${describeSystemError(error).en}.`,
    {
      hint: 'Give the user who runs the analysis permission to read and enter the directory.',
      ru: `Содержимое каталога нельзя перечислить: ${describeSystemError(error).ru}.`,
      cause: error,
    },
  );
}

async function layersWithin(
  walk: Walk,
  directory: PendingDirectory,
  entries: readonly TreeEntry[],
): Promise<readonly IgnoreLayer[]> {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.kind === 'file')) return directory.layers;
  const path = relativePath(join(directory.path, '.gitignore'));
  const content = await walk.options.reader.read(path);
  walk.log.addAll(content.diagnostics);
  if (content.kind !== 'text') return directory.layers;
  const rules = readIgnoreFile(path, directory.path, content.text);
  walk.log.addAll(rules.diagnostics);
  return [...directory.layers, rules.layer];
}

interface Subdirectory {
  readonly parent: PendingDirectory;
  readonly name: string;
  /** Every name in the parent. */
  readonly names: ReadonlySet<string>;
  /** Rules of the tree that hold in it, and with them those of the configuration. */
  readonly layers: readonly IgnoreLayer[];
  readonly rules: readonly IgnoreLayer[];
}

function judgeSubdirectory(
  walk: Walk,
  { parent, name, names, layers, rules }: Subdirectory,
): PendingDirectory | null {
  const path = join(parent.path, name);
  const directory: DirectoryName = { path, name, siblings: names };
  const verdict = isBroughtBack(walk, path) ? 'keep' : judgeDirectory(directory);
  if (verdict === 'exclude' || isIgnored(rules, path, 'directory')) {
    walk.counts.ignored += 1;
    return null;
  }
  if (parent.depth >= walk.options.limits.maxTreeDepth) {
    walk.counts.tooDeep += 1;
    walk.log.add(tooDeepDirectory(walk.options.limits.maxTreeDepth));
    return null;
  }
  return { path, depth: parent.depth + 1, layers, suspect: verdict === 'suspect' ? directory : null };
}

/** True where the configuration's own `exclude` list says `!directory/`: the one way around a default exclusion. */
function isBroughtBack(walk: Walk, path: string): boolean {
  return walk.excludes.some((layer) => layer.rules.test(`${path}/`).unignored);
}

interface Leaf {
  readonly directory: string;
  readonly name: string;
  readonly kind: 'file' | 'symlink' | 'special';
  readonly rules: readonly IgnoreLayer[];
}

function visitLeaf(walk: Walk, leaf: Leaf): void {
  const path = relativePath(join(leaf.directory, leaf.name));
  if (isIgnored(leaf.rules, path, 'file')) {
    walk.counts.ignored += 1;
    return;
  }
  if (leaf.kind === 'symlink') {
    walk.links.push({ path, target: walk.options.lister.targetOf(path) });
  } else if (leaf.kind === 'special') {
    walk.counts.special += 1;
    walk.log.add(specialFile(path));
  } else if (walk.includes.length > 0 && !isIgnored(walk.includes, path, 'file')) {
    walk.counts.ignored += 1;
  } else {
    addFile(walk, path, leaf.name);
  }
}

function addFile(walk: Walk, path: RelativePath, name: string): void {
  const { limits, lister } = walk.options;
  const bytes = sizeOrProblem(walk, lister, path);
  if (bytes === null) return;
  if (languageOf(name) !== null && bytes <= limits.maxFileBytes) walk.totalBytes += bytes;
  const limit =
    walk.files.length >= limits.maxFiles
      ? {
          en: `${limits.maxFiles} files (limits.maxFiles)`,
          ru: `${limits.maxFiles} файлов (limits.maxFiles)`,
        }
      : walk.totalBytes > limits.maxTotalBytes
        ? {
            en: `${limits.maxTotalBytes} bytes of source (limits.maxTotalBytes)`,
            ru: `${limits.maxTotalBytes} байт исходного кода (limits.maxTotalBytes)`,
          }
        : null;
  if (limit === null) {
    walk.files.push({ path, bytes });
    return;
  }
  truncate(walk, limit, path);
}

function truncate(walk: Walk, limit: Text, from: string): void {
  walk.truncated = true;
  walk.log.add(truncatedTree(limit, from));
}

function sizeOrProblem(walk: Walk, lister: TreeLister, path: RelativePath): number | null {
  try {
    const bytes = lister.sizeOf(path);
    if (bytes === null) walk.counts.special += 1;
    return bytes;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    walk.counts.unreadable += 1;
    walk.log.add(unseenFile(path, describeSystemError(error)));
    return null;
  }
}

function reportBadName(walk: Walk, directory: string, entry: TreeEntry): void {
  walk.counts.badNames += 1;
  walk.log.add(badFileName(directory, entry.shown));
}

function reportLinks(walk: Walk): void {
  walk.links.sort(byText((link) => link.path));
  for (const link of walk.links) {
    walk.log.add(skippedLink(link.path, link.target));
  }
}

function join(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}
