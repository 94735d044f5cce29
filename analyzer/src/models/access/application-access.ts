import type { TypeName } from '../../base/ids.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import type { AnnotationScope } from './annotation-scope.ts';
import { ApplicationRules, type Before } from './application-rules.ts';
import type { Application } from './applications.ts';
import { type BeanConditions, createBeanConditions } from './bean-conditions.ts';
import { type BeanFile, readBeanFiles } from './bean-files.ts';
import type { Chain } from './chains/chain.ts';
import type { Acting } from './interceptions/interceptions.ts';
import type { RuleSequence } from './shadowed-rules.ts';
import type { ExpressionNames } from './spel/classify-expression.ts';

/** What stands before the handlers of one application. */
export interface ApplicationAccess {
  readonly application: Application;
  readonly conditions: BeanConditions;
  readonly names: ExpressionNames;
  /** Bean files, with what decides whether they are loaded. */
  readonly files: readonly BeanFile[];
  /** What a caller must pass before the handler runs, with guards that are no verdict (rate limits). */
  before(entry: EntryDraft): Before;
  /** Whether what a row of interceptors puts before handlers looks at the annotations on one. */
  annotationScope(row: string, entry: EntryDraft): AnnotationScope;
  /** What refuses where a handler has an annotation, be it that this one has another which lifts it. */
  actingOn(annotation: TypeName, entry: EntryDraft): Acting | undefined;
  readonly chains: readonly Chain[];
  /** Lists of rules that belong to no chain. */
  readonly sequences: readonly RuleSequence[];
}

const NO_NAMES: ExpressionNames = { open: [], closed: [], authenticated: [], anonymous: [], caller: [] };

/** Names of expressions from all rows. */
export function expressionNames({ models }: MatchTools): ExpressionNames {
  return models.access.find((row) => row.on === 'expression-names') ?? NO_NAMES;
}

/** Reads each application's security configuration once, when it is first asked for. */
export function createApplicationAccess(
  tools: MatchTools,
  beans: AccessRowOf<'beans'>,
): (application: Application) => ApplicationAccess {
  const known = new Map<Application, ApplicationAccess>();
  const names = expressionNames(tools);
  return (application) => {
    const before = known.get(application);
    if (before !== undefined) return before;
    const conditions = createBeanConditions(tools, application, beans.factoryMethod);
    const files = readBeanFiles({ tools, application, beans });
    const rules = new ApplicationRules({ tools, application, beans, conditions, names, files });
    const access: ApplicationAccess = {
      application,
      conditions,
      names,
      files,
      before: (entry) => rules.before(entry),
      annotationScope: (row, entry) => rules.annotationScope(row, entry),
      actingOn: (annotation, entry) => rules.actingOn(annotation, entry),
      chains: rules.chains,
      sequences: rules.sequences,
    };
    known.set(application, access);
    return access;
  };
}
