import type { AnalysisMode } from '@csqa/report';

/** The file in the out directory that call sites are written to when they are asked for. */
export const CALLS_FILE = 'calls.ndjson';

/** What the analyzer is told, with the paths as it sees them. */
export interface AnalyzerCall {
  readonly sourceDir: string;
  readonly outDir: string;
  readonly mode: AnalysisMode;
  readonly configPath: string | null;
  /** Path of the file for call sites; null where nobody asked. */
  readonly callsPath: string | null;
  readonly timeoutSeconds: number;
  /** Directory of advisories; null for none. */
  readonly advisoriesDir: string | null;
  /** Directory of results of earlier runs; null for none. */
  readonly cacheDir: string | null;
  /** Threads to work in; null for the analyzer's own default. */
  readonly threads: number | 'auto' | null;
  /** How Maven is asked; null in the mode `fast`. */
  readonly maven: MavenArguments | null;
}

/** What the analyzer is told about Maven. */
export interface MavenArguments {
  /** Directory of a repository; null for none. */
  readonly repository: string | null;
  /** File with the URL of a mirror, which no argument may show; null for none. */
  readonly mirrorFile: string | null;
  /** Null for the analyzer's own limit. */
  readonly timeoutSeconds: number | null;
  readonly offline: boolean;
}

/** The command line of the analyzer contract, one argument an item. */
export function analyzerArguments(call: AnalyzerCall): readonly string[] {
  return [
    'analyze',
    '--source',
    call.sourceDir,
    '--out',
    call.outDir,
    '--mode',
    call.mode,
    '--deadline',
    String(Math.ceil(call.timeoutSeconds)),
    ...(call.configPath === null ? [] : ['--config', call.configPath]),
    ...(call.callsPath === null ? [] : ['--dump-calls', call.callsPath]),
    ...(call.advisoriesDir === null ? [] : ['--advisories', call.advisoriesDir]),
    ...(call.cacheDir === null ? [] : ['--cache-dir', call.cacheDir]),
    ...(call.threads === null ? [] : ['--threads', String(call.threads)]),
    ...(call.maven === null ? [] : mavenArguments(call.maven)),
  ];
}

function mavenArguments({ repository, mirrorFile, timeoutSeconds, offline }: MavenArguments): string[] {
  return [
    ...(repository === null ? [] : ['--maven-repository', repository]),
    ...(mirrorFile === null ? [] : ['--maven-mirror-file', mirrorFile]),
    ...(timeoutSeconds === null ? [] : ['--maven-timeout', String(timeoutSeconds)]),
    ...(offline ? ['--offline'] : []),
  ];
}
