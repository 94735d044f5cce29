import { z } from 'zod';

/** Words of a row for people: a row that lacks a language of the report does not load. */
export const rowText = z.strictObject({
  en: z.string().min(1),
  ru: z.string().regex(/[а-яё]/i, 'expected Russian words'),
});
