import type { Operation, OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { Application } from '../access/applications.ts';
import type { CallFacts } from '../match/call-facts.ts';
import { textsOf, UNKNOWN_PART } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { fitsAny } from '../match/name-pattern.ts';
import { fluentCalls } from './fluent-calls.ts';
import type { ForwardedRow, ForwardingRoute } from './forwarded-entries.ts';

type LambdaOperation = Extract<Operation, { readonly kind: 'lambda' }>;

/** Calls in one chain. */
const LONGEST_CHAIN = 200;

/** Routes that code builds: `builder.routes().route("visits", r -> r.path("/visits/**").uri("lb://visits"))`. */
export function builtRoutes(
  tools: MatchTools,
  row: ForwardedRow,
  application: Application,
): readonly ForwardingRoute[] {
  const { type, method: building } = row.builder;
  const makers = tools.calls.callsOf(tools.calls.kindsOn(type));
  const methods = new Set(makers.map(({ caller }) => caller));
  return [...methods]
    .filter((method) => application.includes(method.owner))
    .flatMap((method) =>
      [...tools.outsideCalls(method), ...fluentCalls(tools, method)]
        .filter(
          ({ member, owners }) =>
            fitsAny(member, building) && owners.some((each) => tools.types.match(each, type) === 'certain'),
        )
        .flatMap((call) => routeOf(tools, row, call)),
    );
}

/** Classes that give routes when they are asked. */
export function runTimeRoutes(
  tools: MatchTools,
  row: ForwardedRow,
  application: Application,
): readonly ForwardingRoute[] {
  return tools
    .typesBelow(row.atRunTime)
    .filter((type) => application.includes(type))
    .map(({ name, file, declaration }) => ({
      name,
      paths: [UNKNOWN_PART],
      verbs: [],
      target: UNKNOWN_PART,
      filters: [],
      location: { file: file.facts.path, line: declaration.line },
    }));
}

function routeOf(tools: MatchTools, row: ForwardedRow, call: CallFacts): readonly ForwardingRoute[] {
  const { caller, args, site } = call;
  const operations = caller.declaration?.body?.operations ?? [];
  const last = args?.at(-1);
  const written = last === undefined ? undefined : operations[last];
  if (written?.kind !== 'lambda') return [];
  const { path, verb, target, filters } = row.builder;
  const chain = callsOn(caller, written);
  const textsIn = (names: readonly string[]) =>
    chain
      .filter(({ name }) => fitsAny(name, names))
      .flatMap((each) => each.args)
      .flatMap((operation) => constantTexts(tools, caller, operation));
  const [first] = args ?? [];
  const name =
    first === last
      ? undefined
      : textsOf(first === undefined ? undefined : tools.program.evaluateOperation(caller, first))[0];
  return [
    {
      name: name ?? `${caller.name}:${site.nameLine}`,
      paths: textsIn(path),
      verbs: textsIn(verb).map((text) => text.toUpperCase()),
      target: textsIn(target)[0] ?? '',
      filters: chain
        .filter((each) => fitsAny(each.name, filters))
        .flatMap(({ args: own }) => filterNames(caller, own[0])),
      location: { file: site.file, line: site.nameLine },
    },
  ];
}

/** Constant texts of a value, a constant of a library by its own name. */
function constantTexts(
  tools: MatchTools,
  method: ProgramMethod,
  operation: OperationIndex,
): readonly string[] {
  const texts = textsOf(tools.program.evaluateOperation(method, operation));
  if (texts.some((text) => text !== UNKNOWN_PART)) return texts;
  const written = method.declaration?.body?.operations[operation];
  return written?.kind === 'field' ? [written.name] : [UNKNOWN_PART];
}

interface ChainedCall {
  readonly name: string;
  readonly args: readonly OperationIndex[];
}

/** Calls in a chain that begins at the parameter of a lambda, in order. */
function callsOn(method: ProgramMethod, lambda: LambdaOperation): readonly ChainedCall[] {
  const operations = method.declaration?.body?.operations ?? [];
  const beginsThere = (start: OperationIndex | null): boolean => {
    let at = start;
    for (let steps = 0; at !== null && steps < LONGEST_CHAIN; steps += 1) {
      const operation = operations[at];
      if (operation?.kind === 'local') return lambda.parameters.includes(operation.declaration);
      at = operation?.kind === 'call' ? operation.object : null;
    }
    return false;
  };
  return operations.flatMap((operation) =>
    operation.kind === 'call' && beginsThere(operation.object) ? [operation] : [],
  );
}

/** `f -> f.stripPrefix(1).tokenRelay()` names two. */
function filterNames(method: ProgramMethod, operation: OperationIndex | undefined): readonly string[] {
  const written = operation === undefined ? undefined : method.declaration?.body?.operations[operation];
  return written?.kind === 'lambda' ? callsOn(method, written).map(({ name }) => name) : [];
}
