import { z } from 'zod';

/** Where a list goes on: after something that was seen last. */
const cursorSchema = z
  .string()
  .regex(/^\d{1,15}_[0-9a-f-]{36}$/u)
  .transform((text) => {
    const [at, id = ''] = text.split('_');
    return { createdAt: new Date(Number(at)), id };
  })
  .refine(({ id, createdAt }) => z.uuid().safeParse(id).success && !Number.isNaN(createdAt.getTime()));

/** The place after a row, for an address. */
export function cursorOf({ created_at, id }: { readonly created_at: Date; readonly id: string }): string {
  return `${created_at.getTime()}_${id}`;
}

/** Reads the place; undefined, which is the beginning, where it is none. */
export function readCursor(
  text: string | undefined,
): { readonly createdAt: Date; readonly id: string } | undefined {
  const read = cursorSchema.safeParse(text);
  return read.success ? read.data : undefined;
}
