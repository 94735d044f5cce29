import { z } from 'zod';
import { argument, memberNames, names, typeNames } from './vocabulary.ts';

/** Constant texts that say what to let in: one that fits `allow` lets everything in; with `refuse` all do that fit none of it. */
const texts = z.strictObject({ allow: names.optional(), refuse: names.optional() });

/** A library's call that makes such an object. */
const madeDecider = z.strictObject({
  type: typeNames,
  method: memberNames,
  /** Whatever it gets. */
  always: z.enum(['refuses', 'allows']).optional(),
  /** It answers by this argument; absent: by whatever of its arguments keeps something out. */
  by: argument.optional(),
  /** Its first argument says it. */
  texts: texts.optional(),
});

/** An argument that decides what is let in: an object with one member, a function, or texts. */
export const decidedBy = z.strictObject({
  argument,
  /** The member that is asked. */
  member: z.string().default(''),
  /** Answers, and constants of the library that stand for a whole object, that let everything in. */
  allows: names.default([]),
  refuses: names.default([]),
  /** `refuse`: other constants of a library keep something out. */
  constants: z.enum(['refuse']).optional(),
  texts: texts.optional(),
  made: z.array(madeDecider).default([]),
});

export type DecidedBy = z.output<typeof decidedBy>;
export type MadeDecider = DecidedBy['made'][number];
