import { byNumber, byText, firstIn, inOrder } from '../base/ordering.ts';
import type { TaintedPath } from '../flow/security-view.ts';
import type { MetricEvidence, MetricInput } from '../metrics/metric.ts';
import { entryLabel, pathSteps } from '../metrics/scale.ts';
import type { Check } from './check.ts';
import { exposureOf } from './exposure.ts';

type Danger = NonNullable<TaintedPath['taint']>;

/** What a value from outside can do at a sink, and the rule about it. */
const RULE_OF: Readonly<Record<Exclude<Danger, 'log'>, string>> = {
  sql: 'C1-sql-injection',
  nosql: 'C1-nosql-injection',
  command: 'C1-command-injection',
  code: 'C1-code-injection',
  template: 'C1-template-injection',
  reflection: 'C1-unsafe-reflection',
  'unsafe-deserialization': 'C1-unsafe-deserialization',
  path: 'C1-path-traversal',
  'request-forgery': 'C1-ssrf',
  html: 'C1-xss',
  'url-redirection': 'C1-open-redirect',
  'response-splitting': 'C1-header-injection',
  ldap: 'C1-ldap-injection',
  xpath: 'C1-xpath-injection',
  xml: 'C1-xxe',
  jndi: 'C1-jndi-injection',
};

/** Dangers whose victim is another user: whether the sender has to log in says little. */
const HITS_OTHER_USERS: ReadonlySet<Danger> = new Set(['html', 'url-redirection', 'response-splitting']);

/** Values from outside that reach a dangerous argument: one finding for each method and danger, by its most exposed way. */
export const injections: Check = {
  rules: Object.values(RULE_OF),
  look: ({ view }: MetricInput) => {
    const flows = new Map<string, TaintedPath[]>();
    for (const path of view.taintedPaths) {
      if (path.taint === null || path.taint === 'log' || path.entry.access.verdict === 'denied') continue;
      if (isNamedByOperator(path, path.taint)) continue;
      // A value that left a method that several entry points share did not go back to all of them.
      if (!view.runs(path.entry.handler, path.sink.method)) continue;
      const key = `${path.sink.method} ${path.taint}`;
      const known = flows.get(key);
      if (known) known.push(path);
      else flows.set(key, [path]);
    }
    return [...flows.values()].flatMap(injection);
  },
};

/** Files and addresses are what arguments of a command are there to name: who starts the program can open them himself. */
const NAMED_BY_OPERATOR: ReadonlySet<Danger> = new Set(['path', 'request-forgery', 'reflection']);

function isNamedByOperator({ entry }: TaintedPath, danger: Danger): boolean {
  return entry.kind === 'cli' && NAMED_BY_OPERATOR.has(danger);
}

const SURENESS = { certain: 0, likely: 1, possible: 2 } as const;

/** Whoever needs no login first, then what is sure, then the shortest. */
const worstFirst = inOrder<TaintedPath>(
  byNumber((path) => (path.entry.access.verdict === 'public' ? 0 : 1)),
  byNumber((path) => SURENESS[path.confidence]),
  byNumber((path) => (path.sink.privileged ? 0 : 1)),
  byNumber((path) => path.sink.location.line),
  byNumber((path) => path.hops.length),
  byText((path) => path.entry.id),
  byText((path) => path.source.what),
);

function injection(group: readonly TaintedPath[]): MetricEvidence[] {
  const worst = firstIn(group, worstFirst);
  const danger = worst?.taint;
  if (!worst || !danger || danger === 'log') return [];
  const { entry, sink, source } = worst;
  const entries = new Set(group.map((path) => path.entry.id));
  return [
    {
      rule: RULE_OF[danger],
      ...(HITS_OTHER_USERS.has(danger) ? {} : exposureOf(entry)),
      confidence: confidenceOf(worst),
      location: sink.location,
      symbol: sink.method,
      facts: {
        source: source.what,
        entry: entryLabel(entry),
        operation: sink.operation,
        others: entries.size - 1,
        lines: new Set(group.map((path) => path.sink.id)).size - 1,
      },
      path: pathSteps(worst.hops),
      framework: sink.mechanism,
      causes: [...entries].map((id) => `flow ${id} ${danger}`),
    },
  ];
}

function confidenceOf({ confidence, sink }: TaintedPath): MetricEvidence['confidence'] {
  if (confidence === 'possible' || sink.confidence === 'possible') return 'low';
  return confidence === 'certain' && sink.confidence === 'certain' ? 'high' : 'medium';
}
