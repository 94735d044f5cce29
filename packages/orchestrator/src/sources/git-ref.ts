import { CsqaError } from '../errors.ts';

/** What to check out, as it is asked of the server. */
export interface WantedRef {
  readonly kind: 'default' | 'name' | 'commit';
  /** `HEAD`, a name that is a valid ref, or a full commit id in lower case. */
  readonly name: string;
  readonly objectFormat: 'sha1' | 'sha256';
}

const sha1 = /^[0-9a-f]{40}$/i;
const sha256 = /^[0-9a-f]{64}$/i;

/** What git-check-ref-format(1) refuses, and what would be read as an option or as a refspec. */
const invalidRef = /^[-/+]|[\s\p{Cc}~^:?*[\\]|\.\.|@\{|\/\/|(?:^|\/)\.|\.(?:lock)?(?:$|\/)|\/$|^@$/u;

/** Reads a ref as a caller wrote it. Throws CLONE_REF_NOT_FOUND for a text that cannot be one. */
export function readRef(written: string | undefined): WantedRef {
  if (written === undefined) return { kind: 'default', name: 'HEAD', objectFormat: 'sha1' };
  if (sha1.test(written)) return { kind: 'commit', name: written.toLowerCase(), objectFormat: 'sha1' };
  if (sha256.test(written)) return { kind: 'commit', name: written.toLowerCase(), objectFormat: 'sha256' };
  if (invalidRef.test(written)) {
    throw new CsqaError(
      'CLONE_REF_NOT_FOUND',
      `"${written.slice(0, 200)}" cannot be the name of a branch or tag.`,
      {
        ru: `«${written.slice(0, 200)}» не может быть именем ветки или метки.`,
        hint: 'Give a branch, a tag, or a commit id in full (40 hexadecimal digits).',
      },
    );
  }
  return { kind: 'name', name: written, objectFormat: 'sha1' };
}
