import { type TypeName, typeName } from '../base/ids.ts';
import type { ProgramMethod, ProgramType } from '../link/program.ts';
import type { ErrorHandler } from './labels.ts';
import type { FoundAnnotation } from './match/annotation-lookup.ts';
import { textsOf } from './match/constant-texts.ts';
import { isConcrete } from './match/exposed-methods.ts';
import type { MatchTools } from './match/match-tools.ts';
import { fitsAny } from './match/name-pattern.ts';
import { classOf } from './match/type-matcher.ts';
import type { Row } from './models.ts';
import { firstTypeArgument } from './sinks/type-argument.ts';

type HandlerRow = Row<'errorHandlers'>;
const THROWABLE = typeName('java.lang.Throwable');

/** Finds the methods that a framework asks for a response when an exception leaves a handler. */
export function findErrorHandlers(tools: MatchTools): readonly ErrorHandler[] {
  const found = new Map<string, ErrorHandler>();
  const rows = tools.models.errorHandlers.filter(
    (row) => !('annotation' in row) || tools.annotations.isUsed(row.annotation),
  );
  const below = new Map(
    rows.map((row) => [row, 'annotation' in row ? NO_TYPES : new Set(tools.typesBelow(row.type))]),
  );
  const add = (handlers: readonly ErrorHandler[]) => {
    for (const handler of handlers) if (!found.has(handler.method)) found.set(handler.method, handler);
  };
  for (const type of tools.productionTypes) {
    for (const row of rows) {
      if ('annotation' in row) add(annotatedHandlers(tools, type, row));
      else if (below.get(row)?.has(type)) add(overridingHandlers(tools, type, row));
    }
  }
  return [...found.values()];
}

const NO_TYPES: ReadonlySet<ProgramType> = new Set();

function annotatedHandlers(
  tools: MatchTools,
  type: ProgramType,
  row: Extract<HandlerRow, { readonly annotation: readonly string[] }>,
): readonly ErrorHandler[] {
  return type.methods.flatMap((method) => {
    if (method.annotations.length === 0) return [];
    const annotation = tools.annotations.find(method.annotations, row.annotation)[0];
    if (annotation === undefined || method.declaration === null) return [];
    return [handlerOf(method, row, exceptionsOf(tools, { method, row, annotation, type }))];
  });
}

function overridingHandlers(
  tools: MatchTools,
  type: ProgramType,
  row: Extract<HandlerRow, { readonly method: readonly string[] }>,
): readonly ErrorHandler[] {
  if (!isConcrete(type)) return [];
  return tools
    .exposedMethods(type)
    .filter((method) => fitsAny(method.name, row.method))
    .map((method) => handlerOf(method, row, exceptionsOf(tools, { method, row, type })));
}

function handlerOf(method: ProgramMethod, row: HandlerRow, exceptions: readonly TypeName[]): ErrorHandler {
  return {
    method: method.id,
    mechanism: row.id,
    location: { file: method.owner.file.facts.path, line: method.declaration?.line ?? 1 },
    exceptions,
    ...('silent' in row && row.silent ? { silent: true } : {}),
  };
}

function exceptionsOf(
  tools: MatchTools,
  found: {
    readonly method: ProgramMethod;
    readonly row: HandlerRow;
    readonly type: ProgramType;
    readonly annotation?: FoundAnnotation;
  },
): readonly TypeName[] {
  const { row, method } = found;
  if (row.exceptions === 'any') return [THROWABLE];
  if (row.exceptions === 'type-argument') {
    const own = { kind: 'class', name: found.type.name, args: [] } as const;
    const argument = 'type' in row ? firstTypeArgument(tools, own, row.type) : undefined;
    const name = argument === undefined ? undefined : classOf(argument);
    return [name ?? THROWABLE];
  }
  const written = row.exceptions.attributes.flatMap((name) =>
    textsOf(found.annotation?.attributes.get(name)),
  );
  if (written.length > 0) return written.map(typeName);
  const taken = method.parameters.flatMap((parameter) => {
    const name = classOf(parameter.type);
    return name !== undefined && tools.types.match(name, [THROWABLE]) !== undefined ? [name] : [];
  });
  return taken.length > 0 ? taken : [THROWABLE];
}
