import type { Finding } from '../../src/schema/finding.ts';
import type { Sink } from '../../src/schema/sink.ts';
import { type GraphIndex, kindOf, neighbours } from './graph-index.ts';

/**
 * The nodes of a finding's path in the topology: the entry points that lead to its first method, its methods in order, and the
 * operations at its last line. Hops that the topology does not hold are left out.
 */
export function findingRoad(index: GraphIndex, finding: Finding, sinks: readonly Sink[]): readonly number[] {
  const symbols = finding.path.length > 0 ? finding.path.map((hop) => hop.symbol) : [finding.symbol];
  const methods = symbols.flatMap((symbol) => (symbol === null ? [] : (index.byId.get(symbol) ?? [])));
  const [first] = methods;
  if (first === undefined) return [];
  const entries = neighbours(index, first).from.filter((node) => kindOf(index, node) === 'entry');
  const last = finding.path.at(-1);
  const operations = sinks
    .filter((sink) => sink.method === last?.symbol && sink.line === last.line)
    .flatMap((sink) => index.byId.get(sink.operation) ?? []);
  return [...new Set([...entries.slice(0, MAX_ENTRIES), ...methods, ...operations])];
}

/** Routes of one handler that are drawn; a handler may answer hundreds. */
const MAX_ENTRIES = 4;
