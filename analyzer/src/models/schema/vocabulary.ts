import { z } from 'zod';
import { expandBraces } from './expand-braces.ts';

/** Row ids are stable for ever: reports name them as the mechanism of a guard, a sink or an entry point. */
export const rowId = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u,
    'an id in lower case with dots and dashes, e.g. spring-web.handler',
  );

const name = z.string().min(1);

/** One name or several; read as a list. */
export const names = z
  .union([name, z.array(name).min(1)], { error: 'a name or a list of names' })
  .transform((value): readonly string[] => (typeof value === 'string' ? [value] : value));

/** Dotted binary names (nesting by `$`), with brace alternatives: `{javax,jakarta}.servlet.Filter`. */
export const typeNames = names.transform((list): readonly string[] => list.flatMap(expandBraces));

/** Member names, `*` for any run of letters, with brace alternatives: `{find,get}*`. `new` is a construction. */
export const memberNames = names.transform((list): readonly string[] => list.flatMap(expandBraces));

/** Position of an argument; `-1` is the receiver. */
export const argument = z.number().int().min(-1).max(30);
export const argumentList = z.array(argument).min(1);

/** Who vouches for a row: the library's documentation, its source, or a run of ours against the library. */
export const origin = z.enum(['docs', 'source', 'checked']);

/** Keys that every row has. */
export const rowKeys = { id: rowId, origin: origin.optional(), note: z.string().optional() };

/** Which calls a row is about. The owner is matched as a resolved type or one below it, never by its bare name. */
export const callKeys = {
  /** Type the member is looked up on, or a supertype of it. */
  type: typeNames.optional(),
  /** Instead of `type`: the interface of the tree that declares the member carries one of these annotations. */
  typeAnnotation: typeNames.optional(),
  method: memberNames.optional(),
  /** The method of the tree that is called carries one of these annotations. */
  methodAnnotation: typeNames.optional(),
  /** Number of arguments, exactly or as a range. */
  arity: z
    .union([
      z.number().int().min(0),
      z.strictObject({ min: z.number().int().min(0), max: z.number().int().min(0).optional() }),
    ])
    .optional(),
  /** Types that arguments must have (or be below), by position; an argument of unknown type fits, less surely. */
  argumentTypes: z.array(z.strictObject({ argument, type: typeNames })).optional(),
  /** Constants that arguments must be, as text or by the constant's own name; `*` allowed, `\\*` is the letter. */
  constants: z.array(z.strictObject({ argument, anyOf: names })).optional(),
  /** A constant argument must be a pattern of every letter but those of words, `[^a-z0-9_-]`, and the next one nothing but such letters. */
  allButWords: argument.optional(),
  /** Arguments (`-1` the receiver) must themselves come from such a call, also through a field's initializer: `LoggerFactory.getLogger("AUDIT")`. */
  comesFrom: z
    .array(
      z.strictObject({
        argument,
        type: typeNames,
        method: memberNames,
        /** A constant among that call's arguments has one of these texts. */
        text: names.optional(),
        /** Its constant arguments are known, and none of them fits any of these. */
        lacks: names.optional(),
      }),
    )
    .optional(),
  /**
   * The receiver must itself come from such a call: `response.getWriter()` in `response.getWriter().write(x)`. With
   * `argument` that argument must: `failure.printStackTrace(response.getWriter())`.
   */
  receiverFrom: z
    .strictObject({ type: typeNames, method: memberNames, argument: argument.optional() })
    .optional(),
} as const;

/** Refuses a call row that would match by nothing or by a name alone. */
export function namesItsOwner(row: {
  type?: readonly string[] | undefined;
  typeAnnotation?: readonly string[] | undefined;
  method?: readonly string[] | undefined;
  methodAnnotation?: readonly string[] | undefined;
}): boolean {
  const owner = row.type !== undefined || row.typeAnnotation !== undefined;
  const member = row.method !== undefined || row.methodAnnotation !== undefined;
  return (owner && member) || row.methodAnnotation !== undefined;
}

export const OWNER_EXPECTED = 'type or typeAnnotation, and method or methodAnnotation';
