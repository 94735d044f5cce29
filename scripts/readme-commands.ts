/** Stands in README before each shell block that must work alone, as written, on a fresh clone. */
const mark = '<!-- runs on a fresh clone -->';

/**
 * The commands a README promises: the single line of every `sh` block that follows the mark.
 * Throws when a mark is followed by anything else, because a promise that nobody can find is not checked.
 */
export function promisedCommands(markdown: string): readonly string[] {
  return markdown
    .split(mark)
    .slice(1)
    .map((after) => {
      const [, command] = /^\s*```sh\n([^\n]+)\n```/u.exec(after) ?? [];
      if (command === undefined) {
        throw new Error(
          `expected a one-line sh block after "${mark}", received: ${after.trim().slice(0, 60)}`,
        );
      }
      return command;
    });
}
