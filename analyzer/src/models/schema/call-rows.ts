import { z } from 'zod';
import {
  ADDRESS_ACTIONS,
  ELEMENT_ACTIONS,
  PARAMETER_SOURCES,
  SINK_ACTIONS,
  SINK_KINDS,
  TAINT_KINDS,
} from '../kinds.ts';
import { decidedBy } from './decided-by.ts';
import { rowText } from './row-text.ts';
import {
  argument,
  argumentList,
  callKeys,
  memberNames,
  names,
  namesItsOwner,
  OWNER_EXPECTED,
  rowKeys,
  typeNames,
} from './vocabulary.ts';

const someArguments = z.union([z.literal('all'), argumentList]);
const call = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject({ ...rowKeys, ...callKeys, ...shape })
    .refine((row) => namesItsOwner(row as Parameters<typeof namesItsOwner>[0]), { error: OWNER_EXPECTED });
/** A mapper file names the interface and method itself. */
const isMapped = (row: { sql?: unknown }) => row.sql === 'mybatis-mapper';

/** A call to something that matters. Of the rows of one file, the first that fits a call is taken. */
export const sinkRow = z
  .strictObject({
    ...rowKeys,
    ...callKeys,
    kind: z.enum(SINK_KINDS),
    action: z.enum(SINK_ACTIONS),
    /** Absent: writing, deleting, running code and built statements are privileged, reading is not. */
    privileged: z.boolean().optional(),
    /** What is acted on, for the name of the operation; absent: the called member. */
    subject: z
      .union([
        /** The first type argument of the repository. */
        z.literal('entity'),
        z.strictObject({ argumentType: argument }),
        z.strictObject({ argumentText: argument }),
        /** A class literal: `find(Visit.class, id)`; `any` is the first one among the arguments. */
        z.strictObject({ argumentClass: z.union([argument, z.literal('any')]) }),
      ])
      .optional(),
    /** Where SQL stands: names the table, and read, write or delete. */
    sql: z
      .union([
        z.strictObject({ argument }),
        z.strictObject({
          annotation: typeNames,
          attributes: names,
          /** Parameters of these types write the order into the statement where the attribute says `true`; the library checks them, not well. */
          order: z.strictObject({ types: typeNames, attribute: z.string() }).optional(),
        }),
        /** Where a method of another class puts the statement together: the annotation names the class and the method. */
        z.strictObject({ provider: typeNames, class: names, member: names }),
        /** The statement of the mapper file with the interface's name and the method's id. */
        z.literal('mybatis-mapper'),
      ])
      .optional(),
    /** Arguments that are dangerous when they come from outside. A constant never is. */
    dangers: z.array(z.strictObject({ argument, taint: z.enum(TAINT_KINDS) })).default([]),
    /** Calls in the same method that take the danger away: an XML parser told to refuse document types. With `decidedBy` only where that can refuse. */
    harmlessWith: z.array(z.strictObject({ ...callKeys, decidedBy: decidedBy.optional() })).optional(),
    /** Not where the same method makes one of these calls too: then some answers are dangerous. */
    harmlessUnless: z.array(z.strictObject({ ...callKeys })).optional(),
    /** A type of the tree that overrides one of these members has taken the danger away. */
    harmlessByOverride: memberNames.optional(),
    /** A library of at least this version takes the danger away, unless the tree makes one of these calls; where nobody can tell its version, the sink is `possible`. */
    harmlessSince: z
      .strictObject({
        name: memberNames,
        atLeast: z.string(),
        unless: z.array(z.strictObject({ ...callKeys })).default([]),
      })
      .optional(),
    /** Only where the tree has one of these libraries, `group:name`: engines to which a name is a template. */
    engines: names.optional(),
    /** `dynamic`: no sink where all dangerous arguments are constants. */
    only: z.enum(['dynamic']).optional(),
  })
  .refine((row) => isMapped(row) || namesItsOwner(row), { error: OWNER_EXPECTED });

export const sourceRow = call({ source: z.enum(PARAMETER_SOURCES) });
export const logRow = call({ arguments: someArguments.default('all') });
export const responseRow = call({
  arguments: someArguments,
  /** Only the text of a failure is put there to be shown: a secret is kept there for the server. */
  failures: z.boolean().default(false),
});
export const secretCallRow = call({
  what: rowText,
  /** The call gives a secret only where this argument is a constant with the name of a secret. */
  named: argument.optional(),
});
export const plainRow = call({});
/** Asks whether an argument (`-1` the receiver) has anything in it: nothing is no danger. */
export const emptyTestRow = call({
  arguments: argumentList,
  /** The answer for one that is empty. */
  empty: z.enum(['yes', 'no']).default('yes'),
});
/** Gives the elements of a list one by one: of that argument, `-1` the receiver. */
export const listViewRow = call({ of: argument });
/** Asks its first argument, a function, of the elements of a list: that answer says that the function has said so of one of them. */
export const listTestRow = call({ answer: z.enum(['yes', 'no']), function: z.enum(['yes', 'no']) });
export const exceptionDetailRow = call({
  /** Gives the message that the exception was made with, and nothing else. */
  message: z.boolean().default(false),
});
/** Library calls that answer with one of their arguments where something failed or nothing is there. */
export const failureDefaultRow = call({ value: argument });
/** Constants of a library by which a check grants or refuses. */
export const decisionRow = z.strictObject({
  ...rowKeys,
  type: typeNames,
  grants: names.optional(),
  denies: names.optional(),
});
export const cryptoRow = call({
  /** Members that tell genuine from forged or right from wrong, or that fail where the input was tampered with. */
  verifies: memberNames.optional(),
});
export const propagatorRow = call({
  flows: z
    .array(
      z.strictObject({
        from: argument,
        /** `result` or an argument, `-1` the receiver. */
        to: z.union([z.literal('result'), argument]),
      }),
    )
    .min(1),
});

/** A text that a handler returns instead of what was asked for; `*` allowed. */
export const refusingTextRow = z.strictObject({ ...rowKeys, texts: names });

/** Calls that act on places of a list or map. */
export const elementRow = call({ does: z.enum(ELEMENT_ACTIONS) });
export const addressRow = call({ does: z.enum(ADDRESS_ACTIONS) });

/**
 * Test code that builds a request, told by the call itself: where its values come from is not asked, for that may lead into
 * bodies of the program, and tests are read beside it.
 */
export const testRequestRow = call({
  comesFrom: z.never().optional(),
  receiverFrom: z.never().optional(),
  /** `member`: the called name is the verb; `any`: the call does not say it. */
  verb: z.enum(['member', 'any']),
  /** Position of the path. */
  path: argument,
});

const exceptionTypes = z.union([
  /** The annotation's attribute, else the parameters that are exceptions. */
  z.strictObject({ attributes: names }),
  /** First type argument of the implemented interface. */
  z.literal('type-argument'),
  /** Whatever comes. */
  z.literal('any'),
]);

/** Methods that turn an exception into a response. */
export const errorHandlerRow = z.union([
  z.strictObject({
    ...rowKeys,
    annotation: typeNames,
    exceptions: exceptionTypes,
    /** It answers by what it calls alone, if it does; what it returns goes nowhere. */
    silent: z.boolean().default(false),
  }),
  z.strictObject({
    ...rowKeys,
    type: typeNames,
    method: names,
    exceptions: exceptionTypes,
  }),
]);

/** Methods that do security work. Exactly one of `type`, `returns` and `decidesFor`. */
export const securityCodeRow = z
  .strictObject({
    ...rowKeys,
    /**
     * For people, in the case that the sentence takes: is part of (`часть`) a servlet filter, gives (`выдаёт`) the
     * authorities, decides for (`решает за`) a user.
     */
    what: rowText,
    /** Methods (all, or those of these names) of types below one of these. */
    type: typeNames.optional(),
    method: memberNames.optional(),
    /** With `type`: of the methods without a result only those that take one of these. */
    takes: typeNames.optional(),
    /** Methods that give one of these, alone or in a collection. */
    returns: typeNames.optional(),
    /** Methods that answer yes or no and take one of these. */
    decidesFor: typeNames.optional(),
    /** With `type`: the library relies on it to refuse, so one that never can is no check. */
    mustRefuse: z.boolean().default(false),
  })
  .refine((row) => [row.type, row.returns, row.decidesFor].filter((key) => key !== undefined).length === 1, {
    error: 'exactly one of type, returns and decidesFor',
  });

/** Fields and parameters that hold a secret by their type or annotation. */
export const secretTypeRow = z.strictObject({
  ...rowKeys,
  what: rowText,
  type: typeNames.optional(),
  /** The annotation's text names a secret: `@Value("${mail.password}")`. */
  annotation: typeNames.optional(),
  attributes: names.optional(),
});

/** Annotations on fields that keep them out of the text of their object, or out of what is sent of it. */
export const hiddenPartRow = z.strictObject({
  ...rowKeys,
  annotation: typeNames,
  in: z.enum(['text', 'answer']),
  /** Only where this attribute has one of the values. */
  attribute: z.string().optional(),
  values: names.optional(),
});

/** An annotation that makes the text of an object out of its fields. */
export const generatedTextRow = z.strictObject({
  ...rowKeys,
  annotation: typeNames,
  /** Attributes: fields that are left out, fields that alone are named, and whether only marked ones are. */
  except: z.string().optional(),
  only: z.string().optional(),
  explicit: z.string().optional(),
});
