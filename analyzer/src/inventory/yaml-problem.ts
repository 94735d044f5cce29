/** The first line of a YAML reader's complaint; running out of stack is told as what the text did to cause it. */
export function yamlProblem(message: string): string {
  return /call stack/i.test(message) ? 'it nests too deep to be read' : (message.split('\n', 1)[0] ?? '');
}
