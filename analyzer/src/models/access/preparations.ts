import type { TypeName } from '../../base/ids.ts';
import type { ProgramMethod, ProgramType } from '../../link/program.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { rememberedOf } from '../match/remembered.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { ApplicationAccess } from './application-access.ts';
import { isPackageIn } from './applications.ts';
import type { BeanCondition } from './bean-conditions.ts';
import { interceptorEffect } from './interceptions/interceptor-effect.ts';
import type { ProgrammaticChecks } from './programmatic-checks.ts';
import { type Outcome, shortText, strongest } from './requirement.ts';

type PreparationRow = AccessRowOf<'preparation'>;

/** What the methods that run before a handler ask of its callers, in one application; undefined where they let everybody on. */
export type Preparations = (entry: EntryDraft, access: ApplicationAccess) => Outcome | undefined;

/** Reads methods that run before the handlers of their class, of classes below it, or of many; `checks` read the code of a handler. */
export function createPreparations(tools: MatchTools, checks: readonly ProgrammaticChecks[]): Preparations {
  const rows = tools.models.access.filter((row) => row.on === 'preparation');
  const known = new Map<string, Outcome | undefined>();
  const asked = (row: PreparationRow, method: ProgramMethod, at: At): Outcome | undefined => {
    const key = `${row.id} ${method.id} ${at.access.application.name}`;
    if (!known.has(key)) known.set(key, ofMethod(tools, row, { method, at, checks }));
    return known.get(key);
  };
  const preparing = rememberedOf((row: PreparationRow, type: ProgramType): readonly ProgramMethod[] =>
    tools
      .exposedMethods(type)
      .filter((method) => tools.annotations.onMethod(method, row.annotation) !== undefined)
      .filter((method) => tools.annotations.onMethod(method, row.unlessAnnotation) === undefined),
  );
  return (entry, access) => {
    const owner = tools.program.type(entry.owner);
    const outcomes = rows.flatMap((row) => {
      if (owner === undefined || !row.frameworks.includes(entry.framework)) return [];
      return standing({ tools, preparing }, row, { owner, access }).flatMap(
        ({ method, condition }) => under(asked(row, method, { entry, access }), condition) ?? [],
      );
    });
    return outcomes.length === 0 ? undefined : outcomes.reduce(strongest);
  };
}

interface At {
  readonly entry: EntryDraft;
  readonly access: ApplicationAccess;
}

function under(outcome: Outcome | undefined, condition: BeanCondition): Outcome | undefined {
  if (outcome === undefined || condition.state === 'inactive') return undefined;
  if (condition.state === 'active') return outcome;
  return { ...outcome, requirement: { kind: 'unknown', reason: condition.reason } };
}

interface Prepared {
  readonly tools: MatchTools;
  /** The methods of a type that run before handlers. */
  readonly preparing: (row: PreparationRow, type: ProgramType) => readonly ProgramMethod[];
}

interface Standing {
  readonly method: ProgramMethod;
  readonly condition: BeanCondition;
}

/** The methods that run before the handlers of a class. */
function standing(
  { tools, preparing }: Prepared,
  row: PreparationRow,
  { owner, access }: { readonly owner: ProgramType; readonly access: ApplicationAccess },
): readonly Standing[] {
  const advising = tools.annotations
    .typesWith(row.everywhere)
    .filter(
      (type) => type !== owner && access.application.includes(type) && advises(tools, row, { type, owner }),
    );
  return [owner, ...advising].flatMap((type) =>
    preparing(row, type).map((method) => ({
      method,
      condition: type === owner ? ({ state: 'active' } as const) : access.conditions.ofType(type),
    })),
  );
}

/** Without a limit it stands before all; with several, one that holds is enough. */
function advises(
  tools: MatchTools,
  { everywhere, limits }: PreparationRow,
  { type, owner }: { readonly type: ProgramType; readonly owner: ProgramType },
): boolean {
  const [found] = tools.annotations.find(type.annotations, everywhere);
  const textsIn = (names: readonly string[]) =>
    names.flatMap((name) => textsOf(found?.written.args.get(name))).filter((text) => text !== '');
  const pack = owner.file.facts.package;
  const packages = [
    ...textsIn(limits.packages),
    ...textsIn(limits.packagesOf).map(
      (name) => tools.program.type(name as TypeName)?.file.facts.package ?? name.replace(/\.[^.]*$/u, ''),
    ),
  ];
  const types = textsIn(limits.types);
  const annotations = textsIn(limits.annotations);
  if (packages.length + types.length + annotations.length === 0) return true;
  return (
    packages.some((each) => isPackageIn(pack, each)) ||
    (types.length > 0 && tools.types.match(owner.name, types) === 'certain') ||
    (annotations.length > 0 && tools.annotations.find(owner.annotations, annotations).length > 0)
  );
}

/** What one such method asks: read as a handler that checks its caller, else judged as an interceptor is. */
function ofMethod(
  tools: MatchTools,
  row: PreparationRow,
  {
    method,
    at,
    checks,
  }: { readonly method: ProgramMethod; readonly at: At; readonly checks: readonly ProgrammaticChecks[] },
): Outcome | undefined {
  const { lambda: _none, ...entry } = at.entry;
  const read = checks.flatMap((check) => check({ ...entry, handler: method.id }) ?? []);
  if (read.length > 0) return { ...read.reduce(strongest), mechanism: MECHANISM };
  const { settings } = at.access.application;
  const judgedBy = { goesOn: 'return', credentials: row.credentials } as const;
  const effect = interceptorEffect({ tools, settings }, judgedBy, { method });
  if (effect === undefined || effect.effect === 'nothing') return undefined;
  const { exempt, only } = effect.paths;
  const reason = effect.reason ?? (exempt.length + only.length === 0 ? undefined : SOME_PATHS);
  return {
    requirement: reason === undefined ? { kind: 'authenticated' } : { kind: 'unknown', reason },
    mechanism: MECHANISM,
    row: row.id,
    evidence: [
      effect.evidence,
      {
        file: method.owner.file.facts.path,
        line: method.declaration?.line ?? 1,
        text: shortText(`${method.owner.declaration.name}.${method.name} runs before handlers`),
      },
    ],
  };
}

/** Mechanism of everything that runs before a handler and is no filter. */
const MECHANISM = 'method-before';
const SOME_PATHS = {
  en: 'a method before the handler lets some paths on',
  ru: 'метод перед обработчиком пропускает некоторые пути',
};
