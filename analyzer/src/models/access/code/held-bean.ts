import type { TypeName } from '../../../base/ids.ts';
import type { OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod, ProgramType, ResolvedAnnotation } from '../../../link/program.ts';
import { isConcrete } from '../../match/exposed-methods.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { AccessRowOf } from '../../schema/access-rows.ts';
import type { Application } from '../applications.ts';

/** Where beans are asked for. */
export interface BeanPlace {
  readonly tools: MatchTools;
  readonly application: Application;
}

/** A default that stands back where the application has a bean of its own. */
const STANDS_BACK = /\.ConditionalOnMissingBean$/u;

/**
 * The method that a call without arguments runs in one application, where the object is a bean: of the one class of the type
 * that this application has. Undefined where it has several, or one that is there under a condition.
 */
export function beanMethod(
  place: BeanPlace,
  method: ProgramMethod,
  operation: OperationIndex,
): ProgramMethod | undefined {
  const call = method.declaration?.body?.operations[operation];
  if (call?.kind !== 'call' || call.object === null || call.args.length > 0) return undefined;
  const type = method.operationTypes[call.object];
  const wanted = type === undefined ? undefined : classOf(type);
  if (wanted === undefined || !isInjected(place, method, call.object)) return undefined;
  const bean = onlyBean(place, wanted);
  return bean === undefined
    ? undefined
    : place.tools
        .exposedMethods(bean)
        .find(({ name, parameters }) => name === call.name && parameters.length === 0);
}

/** A field that nobody gives anything but what was handed in, or a parameter of a method that makes a bean. */
function isInjected({ tools }: BeanPlace, method: ProgramMethod, object: OperationIndex): boolean {
  const operation = method.declaration?.body?.operations[object];
  if (operation?.kind === 'local') {
    const declared = method.declaration?.body?.operations[operation.declaration];
    const rows = beansRow(tools)?.factoryMethod ?? [];
    return declared?.kind === 'parameter' && tools.annotations.find(method.annotations, rows).length > 0;
  }
  if (operation?.kind !== 'name' && operation?.kind !== 'field') return false;
  const field = tools.program.fieldOf(method, object)?.field;
  if (field === undefined) return false;
  return tools.valuesOf(field).every((given) => {
    const value = given.method.declaration?.body?.operations[given.operation];
    const held =
      value?.kind === 'local' ? given.method.declaration?.body?.operations[value.declaration] : value;
    return held?.kind === 'parameter';
  });
}

function beansRow(tools: MatchTools): AccessRowOf<'beans'> | undefined {
  return tools.models.access.find((row) => row.on === 'beans');
}

/** The class of the only bean of a type; one that the application merely starts with counts where there is no other. */
function onlyBean({ tools, application }: BeanPlace, wanted: TypeName): ProgramType | undefined {
  const beans = beansRow(tools);
  const declared = tools.program.type(wanted);
  if (beans === undefined || declared === undefined) return undefined;
  const below = [declared, ...tools.program.subtypesOf(wanted)];
  const names = new Set(below.map(({ name }) => name));
  const isFixed = (annotations: readonly ResolvedAnnotation[]) =>
    !hasCondition(
      tools,
      annotations.filter(({ type }) => !STANDS_BACK.test(type)),
    );
  const classes = below.filter(
    (type) => isConcrete(type) && type.file.role === 'production' && application.includes(type),
  );
  const components = classes.filter(
    ({ annotations }) => tools.annotations.find(annotations, beans.stereotypes).length > 0,
  );
  const givers = tools.productionMethods.filter(
    ({ returnType, owner, annotations }) =>
      names.has(classOf(returnType) ?? wanted) &&
      classOf(returnType) !== undefined &&
      application.includes(owner) &&
      tools.annotations.find(annotations, beans.factoryMethod).length > 0,
  );
  const own = givers.filter(({ annotations }) => !annotations.some(({ type }) => STANDS_BACK.test(type)));
  const [component, ...more] = components;
  if (component !== undefined) {
    const isOnly = more.length === 0 && own.length === 0 && isFixed(component.annotations);
    const others = classes.filter(
      (each) => each !== component && !tools.types.ancestryOf(component.name).nameSet.has(each.name),
    );
    return isOnly && others.length === 0 ? component : undefined;
  }
  const [giver, ...others] = givers;
  if (giver === undefined || others.length > 0 || !isFixed(giver.annotations)) return undefined;
  const made = madeBy(giver);
  const bean = made === undefined ? undefined : tools.program.type(made);
  return bean !== undefined && classes.every((each) => each === bean) ? bean : undefined;
}

function hasCondition(tools: MatchTools, annotations: readonly ResolvedAnnotation[]): boolean {
  return tools.models.access.some(
    (row) => row.on === 'bean-condition' && tools.annotations.find(annotations, row.annotation).length > 0,
  );
}

/** The class of the object that a bean method makes on the spot, and nothing else ever. */
function madeBy({ declaration, operationTypes }: ProgramMethod): TypeName | undefined {
  const operations = declaration?.body?.operations ?? [];
  const given = operations.flatMap((each) => (each.kind === 'return' ? [each.value] : []));
  const [only, ...more] = given;
  if (only === undefined || only === null || more.length > 0 || operations[only]?.kind !== 'new')
    return undefined;
  const type = operationTypes[only];
  return type === undefined ? undefined : classOf(type);
}
