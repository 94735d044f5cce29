import { z } from 'zod';
import { PARAMETER_SOURCES } from '../kinds.ts';
import { memberNames, rowKeys, typeNames } from './vocabulary.ts';

/** What the parameters of a kind of handler are: annotations first, then types, then the rest. */
export const parameterSet = z.strictObject({
  ...rowKeys,
  annotations: z
    .array(
      z.strictObject({
        annotation: typeNames,
        /** Only parameters of these types. */
        type: typeNames.optional(),
        source: z.enum(PARAMETER_SOURCES),
      }),
    )
    .default([]),
  types: z.array(z.strictObject({ type: typeNames, source: z.enum(PARAMETER_SOURCES) })).default([]),
  otherwise: z.strictObject({
    /** Numbers, text, dates, enums … */
    simple: z.enum(PARAMETER_SOURCES),
    complex: z.enum(PARAMETER_SOURCES),
  }),
  /** A parameter without annotation that a path template names comes from the path. */
  pathByName: z.boolean().default(false),
  /** Fields and setters of the handler's class take input where one of `annotations` says so. */
  ownFields: z.boolean().default(false),
  /** The framework sets properties of the handler's object by their names, whatever the request names. */
  properties: z
    .strictObject({
      source: z.enum(PARAMETER_SOURCES),
      /** Types of uploaded files. */
      files: typeNames,
      /** A type whose method gives another object to fill. */
      model: z.strictObject({ type: typeNames, method: z.string() }).optional(),
      /** Annotation of what may be set, asked for from a version on. */
      mark: typeNames.optional(),
      markedSince: z.strictObject({ name: memberNames, atLeast: z.string() }).optional(),
    })
    .optional(),
});

export type ParameterSet = z.output<typeof parameterSet>;
