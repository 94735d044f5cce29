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
  ];
}
