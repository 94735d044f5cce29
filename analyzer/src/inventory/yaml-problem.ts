import type { Label, Text } from '../base/text.ts';

/** What a text that runs a reader out of stack did to cause it. */
export const NESTS_TOO_DEEP: Text = {
  en: 'it nests too deep to be read',
  ru: 'вложенность слишком велика, чтобы его прочитать',
};

/** The first line of a YAML reader's complaint, as the reader words it; running out of stack is told as its cause. */
export function yamlProblem(message: string): Label {
  return /call stack/i.test(message) ? NESTS_TOO_DEEP : (message.split('\n', 1)[0] ?? '');
}
