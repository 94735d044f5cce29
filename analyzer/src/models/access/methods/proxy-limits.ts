import type { MethodId, TypeName } from '../../../base/ids.ts';
import type { Text } from '../../../base/text.ts';
import { Modifier } from '../../../facts/declarations.ts';
import type { ProgramMethod, ProgramType } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { AccessRowOf } from '../../schema/access-rows.ts';

/** Why no proxy stands before a method; undefined where one can. */
export type ProxyLimits = (method: ProgramMethod) => Text | undefined;

/**
 * Annotations act through a proxy around an object that the framework made: private, static and final methods, objects that
 * nobody hands to the framework, and calls of a class to itself pass it by. `called` are methods the framework itself calls.
 */
export function createProxyLimits(
  tools: MatchTools,
  beans: AccessRowOf<'beans'>,
  called: { readonly handlers: ReadonlySet<MethodId>; readonly owners: ReadonlySet<TypeName> },
): ProxyLimits {
  const made = typesMade(tools, beans);
  const isMade = (type: ProgramType): boolean =>
    called.owners.has(type.name) ||
    made.has(type.name) ||
    tools.annotations.find(type.annotations, beans.stereotypes).length > 0;
  const known = new Map<TypeName, boolean>();
  const reachesObjects = (type: ProgramType): boolean => {
    const before = known.get(type.name);
    if (before !== undefined) return before;
    const answer =
      type.declaration.kind === 'interface' || [type, ...tools.program.subtypesOf(type.name)].some(isMade);
    known.set(type.name, answer);
    return answer;
  };
  return (method) => {
    const modifiers = method.declaration?.modifiers ?? 0;
    for (const [bit, word] of FIXED) {
      if ((modifiers & bit) !== 0) {
        return {
          en: `${word} methods are called past the proxy`,
          ru: `методы с ${word} вызываются мимо прокси`,
        };
      }
    }
    if (!reachesObjects(method.owner))
      return {
        en: 'objects of this class are not made by the framework, so no proxy stands before them',
        ru: 'объекты этого класса создаёт не фреймворк, поэтому прокси перед ними нет',
      };
    return called.handlers.has(method.id) ? undefined : onlyFromWithin(tools, method);
  };
}

const OVERRIDE = 'java.lang.Override';

const FIXED = [
  [Modifier.private, 'private'],
  [Modifier.static, 'static'],
  [Modifier.final, 'final'],
] as const;

/** Types that bean methods and bean files give. */
function typesMade(tools: MatchTools, beans: AccessRowOf<'beans'>): ReadonlySet<TypeName> {
  const byMethods = tools.annotations
    .methodsWith(beans.factoryMethod)
    .flatMap((method) => [classOf(method.returnType), ...constructed(method)]);
  const texts = tools.inventory.configuration
    .filter((file) => file.kind === 'spring-xml')
    .map((file) => tools.texts.get(file.path) ?? '');
  const byFiles = tools.productionTypes
    .map(({ name }) => name)
    .filter((name) => texts.some((text) => text.includes(`"${name}"`)));
  return new Set([...byMethods.filter((name) => name !== undefined), ...byFiles]);
}

function constructed(method: ProgramMethod): readonly (TypeName | undefined)[] {
  return (method.declaration?.body?.operations ?? []).flatMap((operation, index) => {
    const type = operation.kind === 'new' ? method.operationTypes[index] : undefined;
    return type === undefined ? [] : [classOf(type)];
  });
}

/** It stands for a method of a type outside the tree (a library's, one that is generated): whoever knows that may call it. */
function answersOutside({ annotations, overrides }: ProgramMethod): boolean {
  return overrides.length === 0 && annotations.some(({ type }) => type === OVERRIDE);
}

function onlyFromWithin(tools: MatchTools, method: ProgramMethod): Text | undefined {
  const callers = tools.program.callersOf(method.id);
  if (callers.length === 0 || answersOutside(method)) return undefined;
  const inside = callers.every((site) => {
    const caller = tools.program.method(site.caller);
    const operation = caller?.declaration?.body?.operations[site.operation];
    if (caller === undefined || operation?.kind !== 'call') return false;
    const object =
      operation.object === null ? undefined : caller.declaration?.body?.operations[operation.object];
    const toItself = operation.object === null || object?.kind === 'this' || object?.kind === 'super';
    return toItself && tools.program.isSubtype(caller.owner.name, method.owner.name) === true;
  });
  return inside
    ? {
        en: 'it is called only from its own class, past the proxy',
        ru: 'его вызывает только собственный класс, мимо прокси',
      }
    : undefined;
}
