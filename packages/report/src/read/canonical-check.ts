import { CAPS } from '../schema/contract.ts';
import { MAX_ORDERED_DEPTH } from '../schema/key-order.ts';
import { MAX_PART_VALUES } from './part-values.ts';

/** A JSON Schema as those of the contract are: no other keyword may stand in it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** Values that one part of a document may still hold. */
interface Room {
  left: number;
}

type Check = (value: unknown, room: Room) => boolean;

/**
 * Tells whether a document is exactly what its zod schema makes of it, so that the schema need not be loaded: everything fits, each
 * object has its keys in the order of the schema and no others, records have them in code-unit order. False says nothing:
 * the zod schema then decides, and says what is wrong. Values are looked at once and nothing is copied.
 */
export function canonicalCheck(schema: JsonSchema): (document: unknown) => boolean {
  const check = documentCheck(schema);
  return (document) => check(document, { left: 0 });
}

/** Objects from the root on, and each element of a list in them, are parts of their own, as they are for `parseInParts`. */
function documentCheck(schema: JsonSchema): Check {
  assertKnown(schema);
  if (schema.properties !== undefined) return objectCheck(schema, documentCheck);
  if (schema.items !== undefined) return listCheck(schema, partCheck(checkOf(schema.items)));
  const [inner, ...others] = schema.anyOf ?? [];
  if (inner?.properties !== undefined && others.every(({ type }) => type === 'null')) {
    const check = documentCheck(inner);
    return (value, room) => value === null || check(value, room);
  }
  return partCheck(checkOf(schema));
}

function partCheck(check: Check): Check {
  return (value) => check(value, { left: MAX_PART_VALUES });
}

function checkOf(schema: JsonSchema): Check {
  const check = bareCheck(schema);
  return (value, room) => {
    room.left -= 1;
    return room.left >= 0 && check(value, room);
  };
}

function bareCheck(schema: JsonSchema): Check {
  assertKnown(schema);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return alternativesCheck(alternatives, schema.oneOf !== undefined);
  if ('const' in schema) return (value) => value === schema.const;
  if (schema.enum !== undefined) return memberCheck(new Set(schema.enum));
  if (schema.properties !== undefined) return objectCheck(schema, checkOf);
  if (schema.additionalProperties !== undefined) return recordCheck(checkOf(schema.additionalProperties));
  if (schema.items !== undefined) return listCheck(schema, checkOf(schema.items));
  if (Array.isArray(schema.type)) {
    return alternativesCheck(
      schema.type.map((type) => ({ ...schema, type })),
      false,
    );
  }
  return scalarCheck(schema);
}

const KNOWN: ReadonlySet<string> = new Set([
  ...['$schema', '$id', 'title', 'description', 'format', 'type', 'properties', 'required', 'items'],
  ...['additionalProperties', 'propertyNames', 'maxItems', 'maxLength', 'pattern', 'minimum', 'maximum'],
  'exclusiveMinimum',
  ...['const', 'enum', 'anyOf', 'oneOf'],
]);

/** What is not understood here would be let through. */
function assertKnown(schema: JsonSchema): void {
  const unknown = Object.keys(schema).find((key) => !KNOWN.has(key));
  const isLoose = 'format' in schema && schema.pattern === undefined;
  const isOtherRecord =
    schema.propertyNames !== undefined &&
    (schema.propertyNames.type !== 'string' || schema.propertyNames.maxLength !== CAPS.name);
  if (unknown !== undefined || isLoose || isOtherRecord) {
    throw new RangeError(`a schema says what is not checked: ${unknown ?? JSON.stringify(schema)}`);
  }
}

/** Of alternatives that are not told apart by a field, one object at most: another could drop keys that this one keeps. */
function alternativesCheck(alternatives: readonly JsonSchema[], areApart: boolean): Check {
  if (!areApart && alternatives.filter(({ type }) => type === 'object' || type === undefined).length > 1)
    throw new RangeError('alternatives cannot be told apart');
  const checks = alternatives.map(bareCheck);
  return (value, room) => {
    for (const check of checks) if (check(value, room)) return true;
    return false;
  };
}

function memberCheck(members: ReadonlySet<unknown>): Check {
  return (value) => members.has(value);
}

interface Field {
  readonly name: string;
  readonly isRequired: boolean;
  readonly check: Check;
}

function objectCheck(
  { properties = {}, required = [] }: JsonSchema,
  inner: (schema: JsonSchema) => Check,
): Check {
  const fields = Object.entries(properties).map(
    ([name, schema]): Field => ({ name, isRequired: required.includes(name), check: inner(schema) }),
  );
  return (value, room) => isPlain(value) && fitsFields(value, fields, room);
}

/** Keys are gone through as they stand: a list of them for each object takes as long as all the rest. Plain objects inherit none. */
function fitsFields(value: Record<string, unknown>, fields: readonly Field[], room: Room): boolean {
  let at = 0;
  for (const key in value) {
    if (fields[at]?.name !== key) at = placeOf(key, fields, at);
    const field = fields[at];
    if (field === undefined) return false;
    const given = value[key];
    if (given === undefined ? field.isRequired : !field.check(given, room)) return false;
    at += 1;
  }
  return placeOf(null, fields, at) === fields.length;
}

/** Where a field stands among those from a place on: after optional ones at most. Past the end where it does not. */
function placeOf(name: string | null, fields: readonly Field[], from: number): number {
  let at = from;
  for (let field = fields[at]; field !== undefined && field.name !== name; field = fields[at]) {
    if (field.isRequired) return name === null ? at : fields.length;
    at += 1;
  }
  return at;
}

function listCheck({ maxItems = Number.POSITIVE_INFINITY }: JsonSchema, element: Check): Check {
  return (value, room) => {
    if (!Array.isArray(value) || value.length > maxItems) return false;
    for (const item of value) if (!element(item, room)) return false;
    return true;
  };
}

function recordCheck(entry: Check): Check {
  return (value, room) => {
    if (!isPlain(value)) return false;
    const keys = Object.keys(value);
    if (keys.length > CAPS.keys || keys.some((key) => key.length > CAPS.name || key === '__proto__'))
      return false;
    return isOrdered(value, room, MAX_ORDERED_DEPTH) && keys.every((key) => entry(value[key], room));
  };
}

/** Whether the keys of all objects are in order as deep as they are put in order. */
function isOrdered(value: unknown, room: Room, depth: number): boolean {
  room.left -= 1;
  if (room.left < 0) return false;
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isOrdered(item, room, depth - 1));
  if (!isPlain(value)) return false;
  const keys = Object.keys(value);
  return (
    keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key) &&
    keys.every((key) => isOrdered(value[key], room, depth - 1))
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function scalarCheck(schema: JsonSchema): Check {
  switch (schema.type) {
    case undefined:
      return () => true;
    case 'string':
      return stringCheck(schema);
    case 'integer':
    case 'number':
      return numberCheck(schema);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'null':
      return (value) => value === null;
    default:
      throw new RangeError(`a schema has a type that is not checked: ${JSON.stringify(schema.type)}`);
  }
}

function stringCheck({ maxLength = Number.POSITIVE_INFINITY, pattern }: JsonSchema): Check {
  if (pattern === undefined) return (value) => typeof value === 'string' && value.length <= maxLength;
  const form = new RegExp(pattern);
  return (value) => typeof value === 'string' && value.length <= maxLength && form.test(value);
}

function numberCheck(schema: JsonSchema): Check {
  const { minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE } = schema;
  const above = schema.exclusiveMinimum ?? Number.NEGATIVE_INFINITY;
  const isKind = schema.type === 'integer' ? Number.isSafeInteger : Number.isFinite;
  return (value) =>
    typeof value === 'number' && isKind(value) && value >= minimum && value <= maximum && value > above;
}
