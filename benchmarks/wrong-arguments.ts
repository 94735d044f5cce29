/** Says what is wrong with the arguments of a command: what was expected, and what came. */
export class WrongArguments extends Error {
  override readonly name = 'WrongArguments';
}

/** Runs a command and sets its exit code: 2 with the usage where its arguments are wrong, 1 where it fails. */
export async function runWith(usage: string, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    const isUsage = error instanceof WrongArguments || isOfArguments(error);
    console.error(isUsage ? `${error.message}\n\n${usage}` : error);
    process.exitCode = isUsage ? 2 : 1;
  }
}

function isOfArguments(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_PARSE_ARGS');
}
