import { z } from 'zod';
import { callKeys, memberNames, namesItsOwner, OWNER_EXPECTED, rowKeys, typeNames } from './vocabulary.ts';

/** Types whose objects are stored as they are. */
export const storedTypeRow = z.strictObject({ ...rowKeys, annotation: typeNames });

/** Annotations that keep a field out of what is written for clients; `set` must hold where it is given. */
export const hiddenFieldRow = z.strictObject({
  ...rowKeys,
  annotation: typeNames,
  set: z.record(z.string(), z.array(z.string())).optional(),
});

/** Annotations on a class or method whose results are written for clients as data. */
export const dataAnswerRow = z.strictObject({ ...rowKeys, annotation: typeNames });

/** Tells who the caller is: a call, or a parameter that the framework fills in. */
export const identityReadRow = z
  .strictObject({
    ...rowKeys,
    ...callKeys,
    parameterType: typeNames.optional(),
    parameterAnnotation: typeNames.optional(),
  })
  .refine(
    (row) => row.parameterType !== undefined || row.parameterAnnotation !== undefined || namesItsOwner(row),
    { error: `${OWNER_EXPECTED}, or a parameter` },
  );

/** Says which fields of a bound object a request may set. */
export const bindingLimitRow = z.strictObject({ ...rowKeys, type: typeNames, method: memberNames });
