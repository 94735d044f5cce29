import type { TypeName } from '../../../base/ids.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { simpleName } from '../../match/name-pattern.ts';
import { rememberedOf } from '../../match/remembered.ts';
import { classOf } from '../../match/type-matcher.ts';
import type { Application } from '../applications.ts';
import type { Activation } from './activation.ts';

/**
 * Nothing that the models know acts on an annotation, but code of the application names its class: it may look for the
 * annotation and check callers by itself. Undefined where no code does.
 */
export function ownReader(
  tools: MatchTools,
  application: Application,
  annotation: TypeName,
): Activation | undefined {
  const place = placesNaming(tools, annotation).find(({ method }) => application.includes(method.owner));
  if (place === undefined) return undefined;
  const { owner } = place.method;
  const where = `${owner.declaration.name}:${place.line}`;
  return {
    state: 'unknown',
    reason: {
      en: `code of the application looks for @${simpleName(annotation)} by itself (${where})`,
      ru: `код приложения сам ищет @${simpleName(annotation)} (${where})`,
    },
  };
}

interface Place {
  readonly method: ProgramMethod;
  readonly line: number;
}

/** `method.isAnnotationPresent(Closed.class)`, `{ Closed.class, Open.class }`: wherever the class stands. */
const placesNaming = rememberedOf((tools: MatchTools, annotation: TypeName): readonly Place[] =>
  tools.productionMethods.flatMap((method) =>
    (method.declaration?.body?.operations ?? []).flatMap((operation, index) => {
      const type = operation.kind === 'class-literal' ? method.operationTypes[index] : undefined;
      const [written] = type?.kind === 'class' ? type.args : [];
      return written !== undefined && classOf(written) === annotation
        ? [{ method, line: operation.line }]
        : [];
    }),
  ),
);
