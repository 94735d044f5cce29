import { z } from 'zod';
import { methods } from './interception-rows.ts';
import { rowKeys, typeNames } from './vocabulary.ts';

/** Values of named constants that order beans. */
export const orderConstant = z.strictObject({
  ...rowKeys,
  on: z.literal('order-constant'),
  name: z.string(),
  value: z.number(),
});

/** Calls that give all handlers of the program, for code that looks through them when it starts. */
export const handlerList = z.strictObject({ ...rowKeys, on: z.literal('handler-list'), ...methods.shape });

/** Annotations that matter to who makes an object and where it is looked for. */
export const beans = z.strictObject({
  ...rowKeys,
  on: z.literal('beans'),
  /** Makes the class an object of the framework. */
  stereotypes: typeNames,
  factoryMethod: typeNames,
  order: typeNames,
  /** Starts an application. */
  application: typeNames,
  scan: typeNames,
  imports: typeNames,
  propertySources: typeNames,
  value: typeNames,
  /** Fills a class with the settings below a prefix. */
  bound: typeNames,
  /** Names bean files to load. */
  beanFiles: typeNames,
  /** Calls whose text arguments name bean files to load. */
  loadsBeanFiles: z.array(methods),
  /** Calls whose class arguments are run as applications. */
  runs: z.array(methods),
});
