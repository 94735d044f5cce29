import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Parser, type ReadEntry } from 'tar';
import { asCsqaError, CsqaError } from '../errors.ts';

/** Files to take out of an archive that may be hostile. */
export interface CopyOutRequest {
  /** The only names that are taken, as they stand below the one directory of the archive. */
  readonly names: readonly string[];
  /** Absolute path of an existing directory. */
  readonly directory: string;
  /** Bytes of all files together, those not taken included. */
  readonly maxBytes: number;
}

/** Where the bytes of an archive go, and when it has been read. */
export interface CopyOut {
  readonly push: (chunk: Uint8Array) => void;
  /** Aborted as soon as something is wrong: the rest of the archive need not come. */
  readonly refused: AbortSignal;
  /** The archive has ended. Rejects with RESULT_TOO_LARGE or RESULT_INVALID. */
  readonly end: () => Promise<void>;
}

/**
 * Reads the archive that `docker cp <container>:/out -` writes. Only regular files with the names of the contract are
 * written, by names of ours; the archive's own paths, links, owners and modes are never used.
 */
export function copyOut({ names, directory, maxBytes }: CopyOutRequest): CopyOut {
  const refused = new AbortController();
  let failure: CsqaError | null = null;
  let bytes = 0;
  const writing: Promise<void>[] = [];
  const refuse = (error: CsqaError): void => {
    failure ??= error;
    refused.abort(failure);
  };
  const take = (entry: ReadEntry): void => {
    bytes += entry.size;
    const name = names.find((wanted) => isAt(entry.path, wanted));
    if (bytes > maxBytes) refuse(tooLarge(maxBytes));
    else if (name !== undefined && !REGULAR.has(entry.type)) refuse(notRegular(name));
    if (name === undefined || failure !== null) {
      entry.resume();
      return;
    }
    const target = createWriteStream(join(directory, name), { flags: 'wx', mode: 0o600 });
    writing.push(pipeline(entry, target).catch((error: unknown) => refuse(asCsqaError(error))));
  };
  const parser = new Parser({ strict: true, onReadEntry: take });
  const ended = new Promise<void>((resolve) => {
    parser.once('end', resolve);
    parser.once('error', (error: unknown) => {
      refuse(unreadable(error));
      resolve();
    });
  });
  return {
    refused: refused.signal,
    push: (chunk) => {
      if (failure === null) parser.write(Buffer.from(chunk));
    },
    end: async () => {
      if (failure === null) {
        parser.end();
        await ended;
      }
      await Promise.all(writing);
      if (failure !== null) throw failure;
    },
  };
}

const REGULAR: ReadonlySet<string> = new Set(['File', 'OldFile', 'ContiguousFile']);

/** `out/report.json` or `./report.json`, depending on the engine; never anything deeper. */
function isAt(path: string, name: string): boolean {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.at(-1) === name && parts.length <= 2;
}

const hint = 'See container.log, and report it if it comes again.';

function unreadable(cause: unknown): CsqaError {
  const text = "The analyzer's result cannot be used: the engine sent no archive.";
  return new CsqaError('RESULT_INVALID', text, {
    hint,
    ru: 'Результат анализатора не годится: движок не прислал архива.',
    cause,
  });
}

function notRegular(name: string): CsqaError {
  const text = `The analyzer's result cannot be used: ${name} is not a regular file of its own.`;
  return new CsqaError('RESULT_INVALID', text, {
    hint,
    ru: `Результат анализатора не годится: ${name} — не обычный файл.`,
  });
}

function tooLarge(maxBytes: number): CsqaError {
  return new CsqaError('RESULT_TOO_LARGE', `The analyzer left more than ${maxBytes} bytes of files.`, {
    hint: 'Raise limits.outBytes.',
    ru: `Анализатор оставил больше ${maxBytes} байт файлов.`,
  });
}
