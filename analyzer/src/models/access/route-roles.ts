import type { Body, CallOperation, OperationIndex } from '../../facts/operations.ts';
import type { EntryDraft } from '../entries/entry-draft.ts';
import { createCallMatcher } from '../match/call-matcher.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { originOf } from '../match/value-origin.ts';
import type { AccessRowOf } from '../schema/access-rows.ts';
import { BodyRegions } from './code/body-regions.ts';
import { lambdaBody } from './code/lambda-body.ts';
import { renderOperation } from './code/render-operation.ts';
import { all, type Truth, truthOf } from './code/truth.ts';
import { type Exit, exitsOf } from './interceptions/exits.ts';
import type { InterceptingCode } from './interceptions/interceptor-effect.ts';

type RouteCheckRow = AccessRowOf<'route-check'>;

/** Names of the roles that stand at a route: `app.get("/visits", handler, Role.VET)`. */
export function rolesAtRoute(
  tools: MatchTools,
  { roles }: RouteCheckRow,
  { registeredBy }: EntryDraft,
): readonly string[] {
  const method = registeredBy === undefined ? undefined : tools.program.method(registeredBy.method);
  const call = method?.declaration?.body?.operations[registeredBy?.operation ?? -1];
  if (roles === undefined || method === undefined || call?.kind !== 'call') return [];
  return call.args
    .slice(roles.from)
    .flatMap((argument) => renderOperation(method, argument).split(/[^\w$.]+/u))
    .map(lastSegment)
    .filter((name) => name !== '');
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Whether a function lets everybody on to a route with these roles, because it looks at the roles first. */
export function isOpenTo(
  tools: MatchTools,
  row: RouteCheckRow,
  { code: { method, lambda }, roles }: { readonly code: InterceptingCode; readonly roles: readonly string[] },
): boolean {
  const whole = method.declaration?.body;
  if (whole === undefined || whole === null || row.roles === undefined) return false;
  const body = lambda === undefined ? whole : lambdaBody(whole, lambda);
  const called = (section: 'continuations' | 'refusals') => {
    const matcher = createCallMatcher(tools.models[section], tools);
    const { start, end } = body.regions[0] ?? { start: 0, end: 0 };
    return tools
      .outsideCalls(method)
      .filter((call) => call.site.operation >= start && call.site.operation < end)
      .filter((call) => body.operations[call.site.operation]?.kind === 'call' && matcher(call).length > 0)
      .map((call) => call.site.operation);
  };
  const exits = exitsOf(body, row.goesOn, {
    continues: called('continuations'),
    refuses: called('refusals'),
  });
  const regions = new BodyRegions(body);
  const asked: Asked = { method, body, row, roles };
  const reached = ({ at }: Exit): boolean | null => {
    const answers = regions.around(at, 0).flatMap(({ kind, condition }) => {
      if ((kind !== 'then' && kind !== 'else') || condition === undefined) return [];
      const holds = holdsFor(asked, condition);
      return [holds === null ? null : holds === (kind === 'then')];
    });
    return all(answers);
  };
  for (const exit of exits) {
    const isReached = reached(exit);
    if (isReached === false) continue;
    return exit.goesOn && isReached === true;
  }
  return false;
}

interface Asked {
  readonly method: InterceptingCode['method'];
  readonly body: Body;
  readonly row: RouteCheckRow;
  readonly roles: readonly string[];
}

/** What a condition comes to for a route with these roles; null where it asks for something else too. */
function holdsFor(asked: Asked, condition: OperationIndex): Truth {
  return truthOf(asked.body, condition, (operation, index) =>
    operation.kind === 'call' && asksOnlyRoles(asked, asked.row, index) ? ofCall(asked, operation) : null,
  );
}

/** Whether a call asks something of the roles at the route, and of nothing else. */
export function asksOnlyRoles(
  { method }: Pick<InterceptingCode, 'method'>,
  { roles }: RouteCheckRow,
  operation: OperationIndex,
): boolean {
  const { operations } = method.declaration?.body ?? { operations: [] };
  const call = operations[operation];
  if (roles === undefined || call?.kind !== 'call' || call.object === null) return false;
  const receiver = operations[originOf(method, call.object) ?? call.object];
  const isOfRoles =
    receiver?.kind === 'lambda-parameter' ||
    receiver?.kind === 'parameter' ||
    (receiver?.kind === 'call' && fitsAny(receiver.name, roles.asks));
  const [first] = call.args;
  const written = first === undefined ? undefined : operations[first];
  const isConstant = written?.kind === 'field' || written?.kind === 'name';
  return isOfRoles && (call.name === 'isEmpty' || (call.name === 'contains' && isConstant));
}

/** `routeRoles.contains(Role.ANYONE)`, `routeRoles.isEmpty()`. */
function ofCall({ method, roles }: Asked, { name, args }: CallOperation): boolean | null {
  if (name === 'isEmpty') return roles.length === 0;
  const [first] = args;
  if (first === undefined) return null;
  return roles.includes(lastSegment(renderOperation(method, first)));
}
