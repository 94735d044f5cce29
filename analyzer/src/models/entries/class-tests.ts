import { typeName } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';

/** Annotation types whose classes the code of such methods takes for handlers, sorted as they stand. */
export function askedAnnotations(
  tools: MatchTools,
  asking: { readonly type: readonly string[]; readonly method: readonly string[] },
): readonly string[] {
  const methods = tools
    .typesBelow(asking.type)
    .flatMap((type) => type.methods.filter(({ name }) => fitsAny(name, asking.method)));
  return [...new Set(methods.flatMap((method) => annotationLiterals(tools, method)))];
}

/** Class literals of annotation types in a method, or only in a part of it. */
export function annotationLiterals(
  tools: MatchTools,
  method: ProgramMethod,
  part: { readonly start: OperationIndex; readonly end: OperationIndex } = {
    start: 0,
    end: Number.MAX_SAFE_INTEGER,
  },
): readonly string[] {
  return classLiterals(method, part).filter((name) => {
    const declared = tools.program.type(typeName(name));
    return declared === undefined || declared.declaration.kind === 'annotation';
  });
}

/** Names of the classes that literals in a part of a method stand for. */
export function classLiterals(
  method: ProgramMethod,
  part: { readonly start: OperationIndex; readonly end: OperationIndex },
): readonly string[] {
  const operations = method.declaration?.body?.operations.slice(part.start, part.end) ?? [];
  return operations.flatMap((operation, offset) => {
    const type = operation.kind === 'class-literal' ? method.operationTypes[part.start + offset] : undefined;
    const named = type?.kind === 'class' && type.args[0] !== undefined ? classOf(type.args[0]) : undefined;
    return named === undefined ? [] : [named];
  });
}
