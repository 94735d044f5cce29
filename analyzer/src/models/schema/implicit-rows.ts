import { z } from 'zod';
import { pathRule, verbRule } from './entry-rows.ts';
import { argument, callKeys, memberNames, names, rowId, rowKeys, typeNames } from './vocabulary.ts';

const methods = z.strictObject({ type: typeNames, method: memberNames });

/** A call hands an object to whoever listens for objects of its type. */
const published = z.strictObject({
  ...rowKeys,
  on: z.literal('published'),
  ...methods.shape,
  /** The object. */
  value: argument,
  /** Methods that listen: for the types that an attribute names, else for their first parameter's. */
  annotation: typeNames.optional(),
  attributes: names.default([]),
  /** Parameters that listen: methods with one that carries such an annotation hear what is of its type. */
  parameterAnnotation: typeNames.optional(),
  /** Overridden methods that listen for their first parameter. */
  listeners: z.array(methods).default([]),
});

/** Methods that the framework calls before each handler of the same class, or of all where an annotation says so. */
const beforeHandlers = z.strictObject({
  ...rowKeys,
  on: z.literal('before-handlers'),
  annotation: typeNames,
  /** A method with one of these is a handler itself. */
  unlessAnnotation: typeNames.optional(),
  /** On a class whose methods stand before the handlers of all classes. */
  everywhere: typeNames,
  /** Entry rows whose handlers they stand before. */
  entries: z.array(rowId).min(1),
});

/** A call makes a method of an object run, now or later: `executor.submit(task)`, `thread.start()`. */
const started = z.strictObject({
  ...rowKeys,
  on: z.literal('started'),
  ...methods.shape,
  /** The object whose method runs. */
  object: argument,
  /** Only objects of these types. */
  of: typeNames,
  runs: memberNames,
});

/** A library that gets an object of a class without a name calls its methods, whatever the library. */
const handedOver = z.strictObject({ ...rowKeys, on: z.literal('handed-over') });

/** Advice of aspects, woven around what a pointcut expression selects. */
const advice = z.strictObject({
  ...rowKeys,
  on: z.literal('advice'),
  aspect: typeNames,
  annotation: typeNames,
  attributes: names,
  pointcut: typeNames,
  /** Calls that tell who calls: advice that makes one and can refuse is a guard. */
  credentials: z.array(z.strictObject(callKeys)).default([]),
  /** Conditions of which one must hold for aspects to act. */
  needs: z.array(rowId).optional(),
});

/** An exception that is made to be thrown ends in the error handler for its type. */
const thrown = z.strictObject({
  ...rowKeys,
  on: z.literal('thrown'),
  /** Rows of error handlers. */
  handlers: z.array(rowId).min(1),
  /** On a class whose handlers are there for all; those of another are there for the handlers of requests beside them. */
  everywhere: typeNames.optional(),
});

/** An annotation names a method of the same class that runs instead of, or after, the annotated one. */
const namedMethod = z.strictObject({
  ...rowKeys,
  on: z.literal('named-method'),
  annotation: typeNames,
  attributes: names,
  /** Where it names none: methods with this annotation that give the same and take, behind the failure, the same. */
  otherwise: typeNames.optional(),
});

/** A call sends a message to a topic that entry points of the same tree listen to. */
const sent = z.strictObject({
  ...rowKeys,
  on: z.literal('sent'),
  ...methods.shape,
  arity: callKeys.arity,
  topic: argument,
  value: z.union([argument, z.literal('last')]),
  /** The topic stands in an object that is made of it: argument `topic` of the call is made by this constructor. */
  record: z.strictObject({ type: typeNames, topic: argument }).optional(),
  entries: z.array(rowId).min(1),
});

/** A generator writes the bodies of a type's methods, which convert objects; they call others of the type and of those it names. */
const generatedBody = z.strictObject({
  ...rowKeys,
  on: z.literal('generated-body'),
  /** On the type. */
  typeAnnotation: typeNames,
  /** Attributes of it that name the types whose methods are called too. */
  uses: names,
  /** On a method: it runs with every conversion that has what it takes. */
  callbacks: typeNames,
});

/** A method of a declared client, an interface whose methods are requests, reaches the entry points of the tree that answer. */
const requested = z.strictObject({
  ...rowKeys,
  on: z.literal('requested'),
  /** On the interface; absent where the method's annotation alone makes it a client. */
  clientAnnotation: typeNames.optional(),
  /** On the method. */
  annotation: typeNames,
  paths: pathRule,
  verbs: verbRule,
  /** Where the client says which service it asks, and the property with a service's name. */
  service: z
    .strictObject({ annotation: typeNames, attributes: names, property: z.string().min(1) })
    .optional(),
  entries: z.array(rowId).min(1),
});

/** A call sends a request to an address whose text names a service of the tree, and so reaches the handler there. */
const addressed = z.strictObject({
  ...rowKeys,
  on: z.literal('addressed'),
  ...callKeys,
  type: typeNames,
  method: memberNames,
  /** The argument with the address. */
  address: argument,
  /** The verb, or the argument that says it. */
  verb: z.union([z.string().regex(/^[A-Z]+$/u), z.strictObject({ argument })]),
  /** The argument that is sent as the body. */
  body: argument.optional(),
  /** The calls by which the client got the address that its paths stand behind. */
  base: z.strictObject({ type: typeNames, method: memberNames, argument }).optional(),
  /** Properties with the name of a service, and with the port of one that runs on the same machine. */
  service: z.strictObject({ property: z.string().min(1), port: z.string().min(1) }),
  entries: z.array(rowId).min(1),
});

/** A call on an entity makes its callbacks run, and those of its listeners. */
const lifecycle = z.strictObject({
  ...rowKeys,
  on: z.literal('lifecycle'),
  ...methods.shape,
  /** The argument with the entity, or its class; `repository`: the first type argument of the repository, an object that nobody has yet. */
  entity: z.union([argument, z.strictObject({ classAt: argument }), z.literal('repository')]),
  callbacks: typeNames,
  /** On the entity: names classes whose callbacks run too. */
  listeners: z.strictObject({ annotation: typeNames, attributes: names }),
});

/** Which of several beans an injection point gets: the others stay possible, no more. */
const injection = z.strictObject({
  ...rowKeys,
  on: z.literal('injection'),
  /** On a field or parameter, names the bean; on a class or bean method, gives the name. */
  qualifier: typeNames,
  /** The one that is taken where nothing else says it. */
  primary: typeNames,
});

/** The compiler calls members without parameters of an object of the tree. */
const construct = z.strictObject({
  ...rowKeys,
  on: z.literal('construct'),
  construct: z.enum(['concatenation', 'foreach', 'resource']),
  runs: memberNames,
  /** Members that then run of what these give. */
  afterwards: memberNames.optional(),
  /** What the member gives is what the construct has of the object. */
  gives: z.literal('result').optional(),
});

/** A library makes texts of its arguments, from that position on, by a member of theirs. */
const text = z.strictObject({
  ...rowKeys,
  on: z.literal('text'),
  ...methods.shape,
  arity: callKeys.arity,
  from: argument.default(0),
  runs: memberNames,
  /** The result of the call, or its object too, is made of these texts and of nothing else of the arguments. */
  gives: z.enum(['result', 'object']).optional(),
});

export const implicitRow = z.discriminatedUnion('on', [
  published,
  beforeHandlers,
  started,
  handedOver,
  advice,
  thrown,
  namedMethod,
  sent,
  requested,
  addressed,
  generatedBody,
  lifecycle,
  injection,
  construct,
  text,
]);

type ImplicitRow = z.output<typeof implicitRow>;
/** One kind of implicit row. */
export type ImplicitRowOf<On extends ImplicitRow['on']> = Extract<ImplicitRow, { readonly on: On }>;
