import type { RelativePath } from '../../base/ids.ts';

/** A route over HTTP that a description of a service gives one of its methods. */
export interface ProtoRoute {
  readonly service: string;
  readonly method: string;
  readonly verb: string;
  readonly path: string;
  readonly file: RelativePath;
  readonly line: number;
}

/** UTF-16 units of a file that are read; caps against hostile files. */
const LONGEST = 1_000_000;
const MOST_TOKENS = 200_000;

interface Token {
  /** Texts keep their quotes. */
  readonly text: string;
  readonly line: number;
}

/** Names, texts and marks; comments are left out. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (const [found] of text.slice(0, LONGEST).matchAll(TOKEN)) {
    if (tokens.length >= MOST_TOKENS) break;
    if (found === '\n') line += 1;
    else if (found.startsWith('/*')) line += found.split('\n').length - 1;
    else if (!found.startsWith('//')) tokens.push({ text: found, line });
  }
  return tokens;
}

const TOKEN = /\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|"[^"\n]*"|'[^'\n]*'|[\w.]+|[^\s\w]|\n/gu;

const VERBS = new Set(['get', 'put', 'post', 'delete', 'patch']);

/** Reads the routes of an option in one file: `rpc Show(Ask) returns (Visit) { option (google.api.http) = { get: "/v1/visits" }; }`. */
export function protoRoutes(file: RelativePath, text: string, option: string): readonly ProtoRoute[] {
  if (!text.includes(option)) return [];
  const tokens = tokensOf(text);
  const place = { service: '', method: '', isInside: false };
  return tokens.flatMap(({ text: word, line }, index): readonly ProtoRoute[] => {
    const [next = '', afterNext = ''] = tokens.slice(index + 1, index + 3).map((each) => each.text);
    move(place, { word, next, afterNext }, option);
    const path = place.isInside && next === ':' && VERBS.has(word) ? textOf(afterNext) : undefined;
    if (path === undefined) return [];
    const { service, method } = place;
    return [{ service, method, verb: word.toUpperCase(), path: templateOf(path), file, line }];
  });
}

/** Keeps up with where a word stands: in which service and method, and inside of the option or not. */
function move(
  place: { service: string; method: string; isInside: boolean },
  { word, next, afterNext }: { readonly word: string; readonly next: string; readonly afterNext: string },
  option: string,
): void {
  if (word === 'service' && afterNext === '{') place.service = next;
  if (word === 'rpc' && afterNext === '(') place.method = next;
  if (word === 'rpc' || word === 'option') place.isInside = false;
  if (word === option) place.isInside = true;
}

function textOf(token: string): string | undefined {
  return /^["'].*["']$/u.test(token) ? token.slice(1, -1) : undefined;
}

/** `/v1/{name=shelves/*}/books` gives `/v1/{name}/books`. */
function templateOf(path: string): string {
  return path.replaceAll(/\{(?<name>[\w.]{1,100})=[^{}]*\}/gu, '{$<name>}');
}
