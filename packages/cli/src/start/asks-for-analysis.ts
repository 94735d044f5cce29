/** Options after which an analysis is not what comes, or another process than usual runs it. */
const ANOTHER_START = /^(?:-h|--help|-V|--version|--mode|--engine|--memory)(?:=|$)/;

/**
 * Whether a command line, which nobody has read yet, most likely asks for an analysis by the usual engine with its usual memory. It may
 * be mistaken: what is started upon it is ended again.
 */
export function asksForAnalysis(argv: readonly string[]): boolean {
  return argv[0] === 'analyze' && !argv.some((argument) => ANOTHER_START.test(argument));
}
