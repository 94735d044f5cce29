import { CsqaError } from '../errors.ts';

/** A path of this process and what the host of the engine calls it. */
export interface MappedPath {
  readonly inside: string;
  readonly host: string;
}

/**
 * Reads `CSQA_PATH_MAP`: pairs `/in/container=/on/host`, separated by `;`. A backslash before `;` or `=` makes them part
 * of the path. Throws OPTIONS_INVALID with the pair that cannot be read.
 */
export function readPathMap(text: string): MappedPath[] {
  return splitOutsideEscapes(text, ';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [inside = '', host = '', ...more] = splitOutsideEscapes(pair, '=').map(withoutEscapes);
      if (more.length > 0 || !inside.startsWith('/') || !isAbsolute(host)) throw unreadable(pair);
      return { inside, host };
    });
}

function splitOutsideEscapes(text: string, separator: ';' | '='): readonly string[] {
  return text.split(separator === ';' ? /(?<!\\);/ : /(?<!\\)=/);
}

function withoutEscapes(text: string): string {
  return text.replace(/\\([;=])/g, '$1');
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
}

function unreadable(pair: string): CsqaError {
  return new CsqaError(
    'OPTIONS_INVALID',
    `CSQA_PATH_MAP must be pairs of absolute paths; it has "${pair.slice(0, 200)}".`,
    {
      hint: 'Write it like this: CSQA_PATH_MAP=/app/out=/var/lib/csqa/out;/src=/home/me/src',
      ru: `CSQA_PATH_MAP — это пары абсолютных путей, а в нём «${pair.slice(0, 200)}».`,
    },
  );
}
