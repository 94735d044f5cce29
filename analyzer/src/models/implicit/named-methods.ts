import type { ImplicitCall } from '../labels.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { ImplicitRowOf } from '../schema/implicit-rows.ts';
import { implicitCall } from './implicit-call.ts';

/** Fallbacks: an annotation names the method of the class that runs when the annotated one fails. */
export function namedMethodCalls(
  tools: MatchTools,
  rows: readonly ImplicitRowOf<'named-method'>[],
): readonly ImplicitCall[] {
  return rows.flatMap((row) =>
    tools.annotations.methodsWith(row.annotation).flatMap((caller) => {
      const named = tools.annotations
        .find(caller.annotations, row.annotation)
        .flatMap((found) => row.attributes.flatMap((name) => textsOf(found.attributes.get(name))));
      if (named.length === 0) return [];
      return tools
        .exposedMethods(caller.owner)
        .filter((method) => method.id !== caller.id && named.includes(method.name))
        .map((method) => ({
          ...implicitCall({ caller, operation: null }, method, {
            row: row.id,
            confidence: 'likely',
            passes: caller.parameters
              .slice(0, method.parameters.length)
              .map((_, position) => ({ from: position, to: position })),
          }),
          onFailure: true as const,
        }));
    }),
  );
}
