import type { ConstantExpression } from '../facts/constants.ts';
import { Modifier } from '../facts/declarations.ts';
import { literalValue, sumOf, unknownConstant } from './constant-values.ts';
import { knownType } from './file-scope.ts';
import { fieldNamed } from './members.ts';
import { type NameScope, resolveName, resolveTypeRef } from './name-scope.ts';
import type { ConstantValue, ProgramField } from './program.ts';
import { resolveAnnotation } from './resolve-types.ts';
import type { FieldShape } from './shapes.ts';
import { shapeOf, type World } from './world.ts';

/** Constants that refer to constants are followed this far. */
const MAX_DEPTH = 60;

/** A place in the source from which names of constants are looked up. */
export interface ConstantPlace {
  readonly world: World;
  readonly scope: NameScope;
  readonly depth: number;
}

/** Pass: folds the arguments of all annotations. */
export function foldAnnotations(world: World): void {
  for (const { annotation, resolved, scope } of world.openAnnotations) {
    const args = resolved.args as Map<string, ConstantValue>;
    for (const { name, value } of annotation.args)
      args.set(name, foldConstant({ world, scope, depth: 0 }, value));
  }
  world.openAnnotations.length = 0;
}

/** Folds a constant expression (JLS 15.29) as seen from a place; cycles and what is no constant are unknown. */
export function foldConstant(place: ConstantPlace, expression: ConstantExpression): ConstantValue {
  if (place.depth > MAX_DEPTH) {
    place.world.order.matters = true;
    return unknownConstant('nested too deep');
  }
  const inner = { ...place, depth: place.depth + 1 };
  switch (expression.kind) {
    case 'literal':
      return literalValue(expression.type, expression.value);
    case 'sum':
      return sumOf(expression.items.map((item) => foldConstant(inner, item)));
    case 'array':
      return { kind: 'list', items: expression.items.map((item) => foldConstant(inner, item)) };
    case 'class':
      return { kind: 'class', type: resolveTypeRef(place.world, place.scope, expression.type) };
    case 'annotation': {
      const resolved = resolveAnnotation(place.world, place.scope, expression.annotation);
      const args = new Map(
        expression.annotation.args.map(({ name, value }) => [name, foldConstant(inner, value)] as const),
      );
      return { kind: 'annotation', annotation: { ...resolved, args } };
    }
    case 'name':
      return foldName(inner, expression.name);
    default:
      return unknownConstant('not a constant expression');
  }
}

function foldName(place: ConstantPlace, dotted: string): ConstantValue {
  const { world, scope } = place;
  const dot = dotted.lastIndexOf('.');
  if (dot < 0) {
    const field = simpleConstant(place, dotted);
    return field === null
      ? { kind: 'unknown', reason: `${dotted} is not known`, name: dotted }
      : fieldConstant(world, field, place.depth);
  }
  const owner = resolveName(world, scope, dotted.slice(0, dot));
  const shape = owner?.kind === 'class' ? shapeOf(world, owner.name) : undefined;
  const found = shape === undefined ? null : fieldNamed(world, shape, dotted.slice(dot + 1));
  if (found !== null) return fieldConstant(world, found.field, place.depth);
  return { kind: 'unknown', reason: `${dotted} is not known`, name: dotted.slice(dot + 1) };
}

/** A constant by its simple name: of an enclosing type, own or inherited, else statically imported. */
function simpleConstant({ world, scope }: ConstantPlace, name: string): FieldShape | null {
  for (let level: NameScope | null = scope; level !== null; level = level.parent) {
    const found = level.type === null ? null : fieldNamed(world, level.type, name);
    if (found !== null) return found.field;
  }
  const { statics, staticWildcards } = scope.file.scope;
  for (const owner of [...(statics.get(name) ?? []), ...staticWildcards]) {
    const type = knownType(world, scope.file.scope, owner);
    const shape = type === null ? undefined : shapeOf(world, type);
    const found = shape === undefined ? null : fieldNamed(world, shape, name);
    if (found !== null) return found.field;
  }
  return null;
}

/** The value of a constant field: enum constants by name, final fields by their initialiser. */
export function fieldConstant(world: World, shape: FieldShape, depth = 0): ConstantValue {
  if (shape.isEnumConstant) return { kind: 'enum', type: shape.owner, name: shape.name };
  if (typeof shape.constant === 'string') return { kind: 'text', value: shape.constant };
  if (typeof shape.constant === 'number') return numberOf(shape, shape.constant);
  return shape.field === null
    ? unknownConstant(`${shape.owner}.${shape.name} has no known value`)
    : declaredConstant(world, shape.field, depth);
}

function numberOf(shape: FieldShape, value: number): ConstantValue {
  return shape.type.kind === 'primitive' && shape.type.name === 'boolean'
    ? { kind: 'boolean', value: value !== 0 }
    : { kind: 'number', value };
}

/** Folds a field of the tree once; a field met again while it is folded refers to itself. */
export function declaredConstant(world: World, field: ProgramField, depth = 0): ConstantValue {
  const known = world.constants.get(field);
  if (known === null) world.order.matters = true;
  if (known !== undefined) return known ?? unknownConstant(`${field.owner}.${field.name} refers to itself`);
  const owner = world.drafts.get(field.owner);
  const scope = owner === undefined ? undefined : world.scopeOf.get(owner);
  const { constant, modifiers } = field.declaration;
  const inInterface = owner?.declaration.kind === 'interface' || owner?.declaration.kind === 'annotation';
  if (constant === undefined || scope === undefined || !(inInterface || (modifiers & Modifier.final) !== 0)) {
    return unknownConstant(`${field.owner}.${field.name} is not constant`);
  }
  world.constants.set(field, null);
  const value = foldConstant({ world, scope, depth }, constant);
  world.constants.set(field, value);
  return value;
}
