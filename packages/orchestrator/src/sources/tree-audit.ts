/** What a tree holds, as git lists it before anything is written. */
export interface TreeSize {
  readonly files: number;
  readonly bytes: number;
}

/** Counts the entries of `git ls-tree -r -l -z`, in pieces of any size. */
export interface TreeCounter {
  /** Takes the next bytes and gives the count so far. */
  readonly push: (chunk: Uint8Array) => TreeSize;
  readonly size: () => TreeSize;
}

/** `<mode> <type> <id> <size>` and a tab, before the path; the size of a submodule is `-`. */
const entryHead = /^\d{6} \w+ [0-9a-f]{40,64} +(\d+|-)$/;

/** Bytes kept of an entry: its head. The path that follows does not matter here and may be of any length. */
const HEAD_BYTES = 160;

/** Counts files and bytes of a tree without holding more than one entry's head. */
export function treeCounter(): TreeCounter {
  let files = 0;
  let bytes = 0;
  let head = '';
  const finishEntry = (): void => {
    const size = entryHead.exec(head.split('\t', 1)[0] ?? '')?.[1];
    files += 1;
    bytes += size === undefined || size === '-' ? 0 : Number(size);
    head = '';
  };
  return {
    size: () => ({ files, bytes }),
    push: (chunk) => {
      let start = 0;
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
        head += latin1(chunk.subarray(start, Math.min(end, start + HEAD_BYTES - head.length)));
        finishEntry();
        start = end + 1;
      }
      head += latin1(chunk.subarray(start, start + HEAD_BYTES - head.length));
      return { files, bytes };
    },
  };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
