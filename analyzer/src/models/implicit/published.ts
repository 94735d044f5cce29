import type { TypeName } from '../../base/ids.ts';
import type { Confidence, ProgramMethod, ProgramType } from '../../link/program.ts';
import type { ImplicitCall } from '../labels.ts';
import { argumentType } from '../match/call-facts.ts';
import { matchCalls } from '../match/call-matcher.ts';
import { textsOf } from '../match/constant-texts.ts';
import { isConcrete } from '../match/exposed-methods.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall } from './implicit-call.ts';

type PublishedRow = ImplicitRowOf<'published'>;

interface Listener {
  readonly method: ProgramMethod;
  /** What it listens for; empty where nobody can tell. */
  readonly types: readonly TypeName[];
  /** Position of the parameter that gets it. */
  readonly at: number;
}

/** Objects that a call publishes reach the methods that listen for their type, or a supertype of it. */
export function publishedCalls(tools: MatchTools, rows: readonly PublishedRow[]): readonly ImplicitCall[] {
  if (rows.length === 0) return [];
  const known = new Map<PublishedRow, readonly Listener[]>();
  const listeners = (row: PublishedRow): readonly Listener[] => {
    const found = known.get(row) ?? listenersOf(tools, row);
    known.set(row, found);
    return found;
  };
  return matchCalls(rows, tools).flatMap(({ call, matches }) =>
    matches
      .filter(({ confidence }) => confidence === 'certain')
      .flatMap(({ row }) => {
        const type = argumentType(call, row.value);
        const published = type === undefined ? undefined : classOf(type);
        return listeners(row).flatMap(({ method, types, at }) => {
          const confidence = hears(tools, published, types);
          if (confidence === undefined) return [];
          const place = { caller: call.caller, operation: call.site.operation };
          const passes = method.parameters.length === 0 ? [] : [{ from: row.value, to: at }];
          return [implicitCall(place, method, { row: row.id, confidence, passes })];
        });
      }),
  );
}

function listenersOf(tools: MatchTools, row: PublishedRow): readonly Listener[] {
  const { annotation, listeners } = row;
  const families = tools.annotations.familiesWith(annotation ?? []);
  const canListen = (type: ProgramType): boolean =>
    families.has(type) || listeners.some((each) => tools.types.match(type.name, each.type) === 'certain');
  const owners = tools.productionTypes.filter((type) => isConcrete(type) && canListen(type));
  const called = owners.flatMap((owner) =>
    [...tools.exposedMethods(owner), ...constructorsOf(owner)].flatMap((method): Listener[] => {
      const found = annotation && tools.annotations.onMethod(method, annotation);
      if (found !== undefined) {
        const named = row.attributes.flatMap((name) => textsOf(found.attributes.get(name)));
        return [{ method, types: named.length > 0 ? (named as TypeName[]) : firstParameter(method), at: 0 }];
      }
      const overrides = listeners.some(
        (each) => fitsAny(method.name, each.method) && tools.types.match(owner.name, each.type) === 'certain',
      );
      return overrides && method.parameters.length === 1
        ? [{ method, types: firstParameter(method), at: 0 }]
        : [];
    }),
  );
  return [...called, ...observersOf(tools, row)];
}

/** Methods with a parameter that is marked as what they hear. */
function observersOf(tools: MatchTools, { parameterAnnotation: mark }: PublishedRow): readonly Listener[] {
  if (mark === undefined || !tools.annotations.isUsed(mark)) return [];
  return tools.productionMethods.flatMap((method): Listener[] => {
    const at = method.parameters.findIndex(
      ({ annotations }) => tools.annotations.find(annotations, mark).length > 0,
    );
    const heard = method.parameters[at];
    const type = heard === undefined ? undefined : classOf(heard.type);
    return type === undefined ? [] : [{ method, types: [type], at }];
  });
}

/** An object can begin with what it hears: the command that creates an aggregate. */
function constructorsOf({ methods }: ProgramType): readonly ProgramMethod[] {
  return methods.filter(({ declaration }) => declaration?.kind === 'constructor');
}

function firstParameter({ parameters: [first] }: ProgramMethod): readonly TypeName[] {
  const name = first === undefined ? undefined : classOf(first.type);
  return name === undefined ? [] : [name];
}

/** A listener hears objects of its type and below it; one whose static type lies above may be one of them. */
function hears(
  tools: MatchTools,
  published: TypeName | undefined,
  types: readonly TypeName[],
): Confidence | undefined {
  if (published === undefined || types.length === 0) return undefined;
  const { program } = tools;
  if (types.some((type) => program.isSubtype(published, type) === true)) return 'certain';
  return types.some(
    (type) => program.type(published) !== undefined && program.isSubtype(type, published) === true,
  )
    ? 'possible'
    : undefined;
}
