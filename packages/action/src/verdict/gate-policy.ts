import { isDeepStrictEqual } from 'node:util';
import { gateOfConfig } from '@csqa/report';
import { parse } from 'yaml';
import type { GatePolicy, RunContext } from '../run-types.ts';

/** Events of changes that are not merged yet. */
const PROPOSED: ReadonlySet<RunContext['event']> = new Set([
  'pull_request',
  'pull_request_target',
  'merge_group',
  'workflow_run',
]);

/** Whether a run is about a change that somebody proposes: it is judged by the gate of what it would change. */
export function isProposed({ event }: Pick<RunContext, 'event'>): boolean {
  return PROPOSED.has(event);
}

/** The two configurations of a change, as texts; null where there is none. */
export interface ConfigTexts {
  readonly base: string | null;
  readonly head: string | null;
}

/** The gate of the base, and what the change sets otherwise. A configuration that is no mapping of YAML sets nothing. */
export function policyOf({ base, head }: ConfigTexts): GatePolicy {
  const [before, after] = [configIn(base), configIn(head)];
  const keys: string[] = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => !isDeepStrictEqual(before[key], after[key]));
  return {
    of: 'base',
    gate: gateOfConfig(before),
    changedKeys: changed.toSorted((left, right) => (left < right ? -1 : 1)),
  };
}

function configIn(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    const value: unknown = parse(text, { logLevel: 'silent' });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
