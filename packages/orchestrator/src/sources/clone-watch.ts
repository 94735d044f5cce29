import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CsqaError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { TreeSize } from './tree-audit.ts';

/** How often the growing pack is measured. */
const MEASURE_INTERVAL_MS = 200;

/** Ends a clone that takes too long or grows too large. */
export interface CloneWatch {
  /** Aborted by the caller's signal, by the clock and by size. */
  readonly signal: AbortSignal;
  /** Bytes of the pack when it was last measured. */
  readonly packBytes: () => number;
  /** Ends the clone if its tree is larger than allowed. */
  readonly checkTree: (tree: TreeSize) => void;
  /** Throws what ended the clone, if anything did. */
  readonly assertAllowed: () => void;
  readonly stop: () => void;
}

/** What to watch. */
export interface CloneWatchRequest {
  readonly href: string;
  /** The repository's `.git` directory; it need not be there yet. */
  readonly gitDir: string;
  readonly limits: Limits;
  readonly signal: AbortSignal;
}

/** Watches a clone until it is stopped. */
export function watchClone(request: CloneWatchRequest): CloneWatch {
  const { limits, href } = request;
  const own = new AbortController();
  let packBytes = 0;
  const end = (error: CsqaError): void => own.abort(error);
  const clock = setTimeout(() => end(tookTooLong(href, limits.cloneSeconds)), limits.cloneSeconds * 1000);
  const measure = setInterval(async () => {
    packBytes = await bytesOfPacks(request.gitDir);
    if (packBytes > limits.cloneBytes) end(tooLarge(href, limits.cloneBytes, 'packed bytes'));
  }, MEASURE_INTERVAL_MS);
  return {
    signal: AbortSignal.any([request.signal, own.signal]),
    packBytes: () => packBytes,
    checkTree: (tree) => {
      if (tree.files > limits.cloneFiles) end(tooLarge(href, limits.cloneFiles, 'files'));
      else if (tree.bytes > limits.cloneBytes) end(tooLarge(href, limits.cloneBytes, 'bytes'));
    },
    assertAllowed: () => {
      if (request.signal.aborted) throw cancelled(request.signal.reason);
      if (own.signal.aborted) throw own.signal.reason;
    },
    stop: () => {
      clearTimeout(clock);
      clearInterval(measure);
    },
  };
}

async function bytesOfPacks(gitDir: string): Promise<number> {
  const packs = join(gitDir, 'objects', 'pack');
  const names = await readdir(packs).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(packs, name)).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function tookTooLong(href: string, seconds: number): CsqaError {
  return new CsqaError('CLONE_TIMEOUT', `Cloning ${href} took more than ${seconds} s.`, {
    hint: 'Raise limits.cloneSeconds, or try again later.',
    ru: `Клонирование ${href} заняло больше ${seconds} с.`,
  });
}

const excesses = {
  files: { en: (limit: number) => `it has more than ${limit} files`, ru: 'файлов' },
  bytes: { en: (limit: number) => `its files have more than ${limit} bytes`, ru: 'байт в файлах' },
  'packed bytes': { en: (limit: number) => `its pack has more than ${limit} bytes`, ru: 'байт в архиве git' },
} as const;

function tooLarge(href: string, limit: number, of: keyof typeof excesses): CsqaError {
  const { en, ru } = excesses[of];
  return new CsqaError('CLONE_TOO_LARGE', `${href} is too large: ${en(limit)}.`, {
    ru: `${href} слишком велик: больше ${limit} ${ru}.`,
    hint: 'Raise limits.cloneBytes or limits.cloneFiles.',
  });
}

function cancelled(cause: unknown): CsqaError {
  return new CsqaError('CANCELLED', 'The analysis was cancelled while cloning.', {
    hint: 'Start it again.',
    ru: 'Анализ отменён во время клонирования.',
    cause,
  });
}
