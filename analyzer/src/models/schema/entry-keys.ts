import { z } from 'zod';
import { ENTRY_KINDS } from '../kinds.ts';
import { rowText } from './row-text.ts';
import { memberNames, rowId, rowKeys } from './vocabulary.ts';

/** Keys that every row of entry points has. */
export const entryKeys = {
  ...rowKeys,
  kind: z.enum(ENTRY_KINDS),
  /** Id of the parameter set that says what each parameter is. */
  parameters: rowId,
  /** Conditions of which one must hold; where none does, the entry is marked dormant. */
  needs: z.array(rowId).optional(),
  /** Option of a description (`.proto`) that gives methods routes over HTTP, and `group:name` of gateways that serve them. */
  transcoding: z.strictObject({ option: z.string(), dependency: memberNames }).optional(),
  /** From one of these versions on it is no entry point any more, and marked dormant; `why` says so to people. */
  until: z
    .strictObject({
      versions: z.array(z.strictObject({ name: memberNames, atLeast: z.string() })).min(1),
      why: rowText,
    })
    .optional(),
};
