import { z } from 'zod';
import { SYNTHESIS_KINDS, SYNTHESIS_PLACES } from '../../link/synthesis-rules.ts';

const text = z.string().min(1);

/** Members that a code generator adds: the linker's own rule type, as a row. See link/synthesis-rules.ts. */
export const synthesisRow = z.strictObject({
  annotation: text,
  on: z.enum(SYNTHESIS_PLACES),
  generates: z.enum(SYNTHESIS_KINDS),
  staticNameFrom: text.exactOptional(),
  onlyWithoutConstructor: z.boolean().exactOptional(),
  unless: z.strictObject({ argument: text, value: text }).exactOptional(),
  accessorsFrom: text.exactOptional(),
  requiredBy: z.array(text).exactOptional(),
  builder: z
    .strictObject({
      methodFrom: text,
      method: text,
      buildFrom: text,
      build: text,
      classFrom: text,
      className: text,
      prefixFrom: text,
      toBuilderFrom: text,
      toBuilder: text,
      inherits: z.boolean(),
    })
    .exactOptional(),
  logger: z.strictObject({ field: text, type: text }).exactOptional(),
});
