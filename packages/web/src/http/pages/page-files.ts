import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** In the built package they lie beside the code; a source file finds those of the last build. */
const PLACES = ['./client/', '../../../dist/client/'];

const TYPES = {
  'app.js': 'text/javascript; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;
type FileName = keyof typeof TYPES;

/** A file that pages load. */
interface PageFile {
  readonly name: FileName;
  readonly type: string;
  readonly bytes: Buffer;
  /** Of the content: an address with it never has another one. */
  readonly hash: string;
}

const HASH_LENGTH = 16;

let files: ReadonlyMap<string, PageFile> | undefined;

/** The files that pages load, read once a process. Throws an Error if they were never built. */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  files ??= new Map((Object.keys(TYPES) as FileName[]).map((name) => [name, readFile(name)]));
  return files;
}

/** Where a file is in the app. */
export function filePath(name: FileName): string {
  return `/assets/${pageFiles().get(name)?.hash ?? ''}/${name}`;
}

function readFile(name: FileName): PageFile {
  const places = PLACES.map((place) => new URL(place + name, import.meta.url));
  const place = places.find((each) => existsSync(each));
  if (place === undefined) throw new Error(`expected ${name} beside the built package; run its build first`);
  const bytes = readFileSync(place);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
  return { name, type: TYPES[name], bytes, hash };
}
