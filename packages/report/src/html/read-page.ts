import { existsSync, readFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';

/** In the built package it lies beside the code, packed with Zstandard in a bundle; a source file finds that of the last build. */
const PLACES = ['./page.html', '../../dist/page.html'];

/** No page begins with it, and every Zstandard frame does. */
const FIRST_OF_PACKED = 0x28;

let page: readonly string[] | undefined;

/**
 * The page of the HTML report, cut at the places that are to be filled, read once a process: text, name of a place, text …
 * Throws an Error if it was never built.
 */
export function readPage(): readonly string[] {
  if (page !== undefined) return page;
  const file = PLACES.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place));
  if (file === undefined) throw new Error('expected page.html beside the built package; run its build first');
  const content = readFileSync(file);
  const html = content[0] === FIRST_OF_PACKED ? zstdDecompressSync(content) : content;
  page = html.toString('utf8').split(/%(lang|title|report|graph)%/);
  return page;
}
