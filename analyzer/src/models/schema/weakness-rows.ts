import { z } from 'zod';
import { WEAKNESS_KINDS } from '../kinds.ts';
import {
  argument,
  callKeys,
  memberNames,
  names,
  namesItsOwner,
  OWNER_EXPECTED,
  rowKeys,
  typeNames,
} from './vocabulary.ts';

const weakness = z.enum(WEAKNESS_KINDS);
const otherCalls = z.array(z.strictObject({ ...callKeys })).min(1);

/** A call that is a weakness by itself, whatever flows into it. */
export const misuseRow = z
  .strictObject({
    ...rowKeys,
    ...callKeys,
    weakness,
    /** Only where the same method makes one of these calls. */
    with: otherCalls.optional(),
    /** Not where the same method makes one of these calls. */
    without: otherCalls.optional(),
    /** Not where production code makes one of these calls anywhere. */
    unlessAnywhere: otherCalls.optional(),
    /** Not where all that is asked of the result are such members. */
    unlessOnlyAsked: memberNames.optional(),
    /** Only where this argument is a text written there. */
    written: argument.optional(),
    /** Only where this argument is held by something that is named after such a secret. */
    secret: z.strictObject({ argument, what: z.string() }).optional(),
    /** Only where this argument is a function that always answers `true`, or one that does nothing but call such a member. */
    function: z
      .union([
        z.strictObject({ argument, always: z.literal('true') }),
        z.strictObject({ argument, calls: memberNames }),
      ])
      .optional(),
  })
  .refine(namesItsOwner, { error: OWNER_EXPECTED });

/** Methods of the tree that implement a check and can never refuse. */
export const lenientRow = z.strictObject({
  ...rowKeys,
  weakness,
  type: typeNames,
  method: memberNames,
  /** How such a method refuses: by throwing, or by answering false. */
  refusesBy: z.enum(['throwing', 'false']),
});

/** A constant of a library that stands for a weakness wherever it is read. */
export const weakConstantRow = z.strictObject({ ...rowKeys, weakness, type: typeNames, names: memberNames });

/** A setting that is a weakness with one of these values. Values are compared without regard to case. */
export const weakSettingRow = z.strictObject({ ...rowKeys, weakness, property: z.string(), values: names });

/** A parameter whose annotation names something that must not be believed. */
export const weakParameterRow = z.strictObject({
  ...rowKeys,
  weakness,
  annotation: typeNames,
  attributes: names,
  texts: names,
});

/** An annotation on a type that is a weakness where it sets none of these limits. A negative number is none. */
export const weakAnnotationRow = z.strictObject({
  ...rowKeys,
  weakness,
  annotation: typeNames,
  limits: names,
});

export type LenientRow = z.output<typeof lenientRow>;
