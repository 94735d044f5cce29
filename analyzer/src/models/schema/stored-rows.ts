import { z } from 'zod';
import { PARAMETER_SOURCES } from '../kinds.ts';
import {
  argument,
  callKeys,
  memberNames,
  names,
  namesItsOwner,
  OWNER_EXPECTED,
  rowId,
  rowKeys,
  typeNames,
} from './vocabulary.ts';

/** Types whose objects are stored as they are. */
export const storedTypeRow = z.strictObject({ ...rowKeys, annotation: typeNames });

/** What keeps a field out of what is written for clients. Exactly one of `annotation`, `typeAnnotation`, `standsFor` and `call`. */
export const hiddenFieldRow = z
  .strictObject({
    ...rowKeys,
    /** On the field or its getter; `set` must hold where it is given. */
    annotation: typeNames.optional(),
    set: z.record(z.string(), z.array(z.string())).optional(),
    /** On the type; with `attributes` it names the fields, else it is about all of them. */
    typeAnnotation: typeNames.optional(),
    attributes: names.optional(),
    /** Marks a type whose annotations count for the types that its attributes name. */
    standsFor: z.strictObject({ annotation: typeNames, attributes: names }).optional(),
    /** Says that the annotations of one type count for another. */
    call: z
      .strictObject({ type: typeNames, method: memberNames, target: argument, annotations: argument })
      .optional(),
  })
  .refine(
    (row) =>
      [row.annotation, row.typeAnnotation, row.standsFor, row.call].filter((key) => key !== undefined)
        .length === 1,
    { error: 'exactly one of annotation, typeAnnotation, standsFor and call' },
  );

/** Annotations on a class or method whose results are written for clients as data. */
export const dataAnswerRow = z.strictObject({ ...rowKeys, annotation: typeNames });

/** Text that handlers answer with, which a browser takes for a page unless a content type says that it is none. */
export const pageAnswerRow = z.strictObject({
  ...rowKeys,
  entries: z.array(rowId).min(1),
  /** On the method or its class: the result is the body. */
  body: typeNames,
  /** Results that have the body in them, whatever is written on the method. */
  wrappers: typeNames,
  /** Results that come later. */
  later: typeNames,
  text: typeNames,
  /** Where the handler says which content types it gives. */
  produces: z.strictObject({ annotation: typeNames, attributes: names }),
  /** Content types that a browser runs scripts of, by text or by the constant's own name. */
  rendered: memberNames,
  /** Calls in the handler that set the content type, with its position. */
  contentType: z.array(z.strictObject({ ...callKeys, value: argument })),
  /** Calls that take headers, with their position: those that the handler has not made itself may say any content type. */
  headers: z.array(z.strictObject({ ...callKeys, value: argument })).default([]),
  /** What somebody else's browser can be made to send. */
  from: z.array(z.enum(PARAMETER_SOURCES)).min(1),
});

/** Handlers whose result names a view, unless it begins with a word that sends the browser elsewhere. */
export const redirectAnswerRow = z.strictObject({
  ...rowKeys,
  entries: z.array(rowId).min(1),
  /** On the method or its class: the result is the body, and no name. */
  unlessBody: typeNames,
  text: typeNames,
  /** What the result begins with; an address follows. */
  words: z.array(z.string().min(1)).min(1),
  /** `group:name` of engines to which a name of a view is a template itself: expressions in it are run. */
  engines: names.optional(),
  /** What somebody else's browser can be made to send. */
  from: z.array(z.enum(PARAMETER_SOURCES)).min(1),
});

/** Tells who the caller is: a call, or a parameter that the framework fills in. */
export const identityReadRow = z
  .strictObject({
    ...rowKeys,
    ...callKeys,
    parameterType: typeNames.optional(),
    parameterAnnotation: typeNames.optional(),
    /** The parameter is null where the caller has not logged in. */
    nullForStrangers: z.boolean().default(false),
  })
  .refine(
    (row) => row.parameterType !== undefined || row.parameterAnnotation !== undefined || namesItsOwner(row),
    { error: `${OWNER_EXPECTED}, or a parameter` },
  );

/** Says which fields of a bound object a request may set. */
export const bindingLimitRow = z.strictObject({ ...rowKeys, type: typeNames, method: memberNames });
