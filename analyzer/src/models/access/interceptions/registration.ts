import type { TypeName } from '../../../base/ids.ts';
import type { Evidence } from '../../labels.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import type { AccessRowOf, InterceptionRow } from '../../schema/access-rows.ts';
import type { Application } from '../applications.ts';
import type { BeanCondition, BeanConditions } from '../bean-conditions.ts';
import type { BeanFile } from '../bean-files.ts';
import type { PatternStyle } from '../path-matchers/path-relation.ts';
import type { HandlerQuestion } from './handler-question.ts';

/** An interceptor with the paths it stands before. */
export interface Registration {
  readonly type: TypeName;
  readonly row: InterceptionRow;
  /** Null for every path; a pattern that is not known is `{?}`. */
  readonly includes: readonly string[] | null;
  readonly excludes: readonly string[];
  readonly style: PatternStyle;
  readonly condition: BeanCondition;
  /** It stands before handlers only that carry all of these annotations, on the method or its class. */
  readonly boundBy: readonly TypeName[];
  /** What code that registers it for one handler after the other asks of them. */
  readonly asked?: HandlerQuestion | undefined;
  /** It stands before handlers of this class only. */
  readonly only?: TypeName | undefined;
  /** Code of a library, of which nobody can tell whom it refuses. */
  readonly isForeign?: boolean;
  readonly evidence: Evidence;
}

/** What registrations of one application are read with. */
export interface RegistrationContext {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly beans: AccessRowOf<'beans'>;
  readonly conditions: BeanConditions;
  /** Bean files of the application. */
  readonly files: readonly BeanFile[];
}
