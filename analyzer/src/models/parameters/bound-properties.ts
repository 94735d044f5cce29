import { Modifier } from '../../facts/declarations.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { ParameterSource } from '../kinds.ts';
import type { EntryParameter } from '../labels.ts';
import { isAtLeast } from '../match/dependency-versions.ts';
import { isConcrete } from '../match/exposed-methods.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import { treeSupertypes } from '../match/tree-supertypes.ts';
import { classOf } from '../match/type-matcher.ts';
import { originOf } from '../match/value-origin.ts';
import type { ParameterSet } from '../schema/parameter-rows.ts';
import { isSimpleType, loosenessOf } from './looseness.ts';

/** Inputs of one handler beyond this are left out. */
const MOST = 200;

/** A property of the handler's object that a framework fills from the request. */
interface Property {
  /** As a request names it. */
  readonly name: string;
  /** The field that keeps it. */
  readonly part: string;
  readonly type: ResolvedType;
  readonly source: ParameterSource;
}

/**
 * Inputs that reach a handler through its own object: fields and setters with an annotation that says where they come from,
 * and, where the framework fills objects by name, all properties that a request can set.
 */
export function boundProperties(
  tools: MatchTools,
  owner: ProgramType,
  set: ParameterSet,
): readonly EntryParameter[] {
  const types = treeSupertypes(tools.program, owner);
  const found = [
    ...types.flatMap((type) => annotatedProperties(tools, set, type)),
    ...(set.properties === undefined ? [] : namedProperties(tools, set.properties, types)),
  ];
  const byPart = new Map(found.toReversed().map((each) => [each.part, each]));
  return [...byPart.values()]
    .toReversed()
    .slice(0, MOST)
    .map(
      ({ name, part, type, source }): EntryParameter => ({
        name,
        index: -1,
        part,
        source,
        type: spelling(type),
        entropy: source === 'file' ? 'binary' : loosenessOf(tools, type),
        validated: false,
      }),
    );
}

/** `@QueryParam("city") String city;` on a field, or on its setter. */
function annotatedProperties(
  tools: MatchTools,
  set: ParameterSet,
  { fields, methods }: ProgramType,
): readonly Property[] {
  const sourceOf = (annotations: readonly ResolvedAnnotation[]) =>
    set.annotations.find(
      ({ annotation, source }) =>
        source !== 'framework' && tools.annotations.find(annotations, annotation).length > 0,
    )?.source;
  const ofFields = fields.flatMap(({ name, type, annotations }): readonly Property[] => {
    const source = sourceOf(annotations);
    return source === undefined ? [] : [{ name, part: name, type, source }];
  });
  const ofSetters = methods.flatMap((method): readonly Property[] => {
    const source = sourceOf(method.annotations);
    const setter = source === undefined ? undefined : setterOf(tools, method);
    return source === undefined || setter === undefined ? [] : [{ ...setter, source }];
  });
  return [...ofFields, ...ofSetters];
}

function namedProperties(
  tools: MatchTools,
  rule: NonNullable<ParameterSet['properties']>,
  types: readonly ProgramType[],
): readonly Property[] {
  const { markedSince, mark } = rule;
  const onlyMarked =
    markedSince !== undefined &&
    tools.inventory.dependencies.some((dependency) => isAtLeast(dependency, markedSince));
  const methods = types
    .flatMap((type) => type.methods)
    .filter(
      ({ annotations }) =>
        !onlyMarked || mark === undefined || tools.annotations.find(annotations, mark).length > 0,
    );
  return methods
    .flatMap((method): readonly Unsourced[] =>
      [modelOf(tools, rule, method) ?? objectGetterOf(tools, method), setterOf(tools, method)].filter(
        (each) => each !== undefined,
      ),
    )
    .map((each) => ({
      ...each,
      source: tools.types.matchResolved(each.type, rule.files) === 'certain' ? 'file' : rule.source,
    }));
}

type Unsourced = Omit<Property, 'source'>;

/** `setCity(String city)`: sets what a text can be made into, or an object that is filled itself. */
function setterOf(tools: MatchTools, method: ProgramMethod): Unsourced | undefined {
  const [parameter] = method.parameters;
  const name = propertyIn(method, 'set');
  if (name === undefined || parameter === undefined || method.parameters.length !== 1) return undefined;
  if (!isFillable(tools, parameter.type)) return undefined;
  return { name, part: method.accesses ?? assignedField(tools, method) ?? name, type: parameter.type };
}

/** `getOwner()`: what a request calls `owner.city` is set on what this gives. */
function objectGetterOf(tools: MatchTools, method: ProgramMethod): Unsourced | undefined {
  const name = propertyIn(method, 'get');
  const { returnType } = method;
  if (name === undefined || method.parameters.length > 0 || !isFilledObject(tools, returnType))
    return undefined;
  return { name, part: method.accesses ?? returnedField(tools, method) ?? name, type: returnType };
}

/** The object that takes the place of the handler's own. */
function modelOf(
  tools: MatchTools,
  { model }: NonNullable<ParameterSet['properties']>,
  method: ProgramMethod,
): Unsourced | undefined {
  if (model === undefined || method.name !== model.method || method.parameters.length > 0) return undefined;
  if (tools.types.match(method.owner.name, model.type) !== 'certain') return undefined;
  const part = returnedField(tools, method);
  return part === undefined ? undefined : { name: part, part, type: method.returnType };
}

/** The property that a public method of an object is an accessor of. */
function propertyIn(
  { name, declaration, synthesised }: ProgramMethod,
  prefix: 'get' | 'set',
): string | undefined {
  const modifiers = declaration?.modifiers ?? Modifier.public;
  if (declaration === null && synthesised !== 'generated') return undefined;
  if ((modifiers & Modifier.public) === 0 || (modifiers & Modifier.static) !== 0) return undefined;
  const rest = name.startsWith(prefix) ? name.slice(prefix.length) : '';
  return /^\p{Lu}/u.test(rest) ? rest.slice(0, 1).toLowerCase() + rest.slice(1) : undefined;
}

/** What is made of text, holds such values, or is an object with properties of its own; never what an application makes once. */
function isFillable(tools: MatchTools, type: ResolvedType): boolean {
  if (type.kind === 'array') return isFillable(tools, type.element);
  if (isSimpleType(tools, type) || isFilledObject(tools, type)) return true;
  const name = classOf(type);
  return name !== undefined && /^java\.(?:util|io)\.(?:List|Set|Map|Collection|File)$/u.test(name);
}

/** A class of the tree whose objects have setters, and which no framework makes. */
function isFilledObject(tools: MatchTools, type: ResolvedType): boolean {
  const name = classOf(type);
  const declared = name === undefined ? undefined : tools.program.type(name);
  if (declared === undefined || !isConcrete(declared)) return false;
  const beans = tools.models.access.find((row) => row.on === 'beans');
  if (beans !== undefined && tools.annotations.onType(declared, beans.stereotypes) !== undefined)
    return false;
  return treeSupertypes(tools.program, declared).some(({ methods }) =>
    methods.some((method) => method.parameters.length === 1 && propertyIn(method, 'set') !== undefined),
  );
}

function assignedField(tools: MatchTools, method: ProgramMethod): string | undefined {
  const operations = method.declaration?.body?.operations ?? [];
  for (const operation of operations) {
    if (operation.kind !== 'assign') continue;
    const origin = originOf(method, operation.value);
    const isParameter = origin !== undefined && operations[origin]?.kind === 'parameter';
    const field = isParameter ? ownField(tools, method, operation.target) : undefined;
    if (field !== undefined) return field;
  }
  return undefined;
}

function returnedField(tools: MatchTools, method: ProgramMethod): string | undefined {
  const returned = (method.declaration?.body?.operations ?? []).flatMap((each) =>
    each.kind === 'return' && each.value !== null ? [each.value] : [],
  );
  return returned.map((value) => ownField(tools, method, value)).find((field) => field !== undefined);
}

function ownField(tools: MatchTools, method: ProgramMethod, at: OperationIndex): string | undefined {
  return tools.program.fieldOf(method, at)?.name;
}

function spelling(type: ResolvedType): string {
  if (type.kind === 'array') return `${spelling(type.element)}[]`;
  if (type.kind === 'primitive') return type.name;
  const name = classOf(type);
  return name === undefined ? '?' : simpleName(name);
}
