import { lookup } from 'node:dns/promises';
import type { AnalyzerEngine } from './engines/engine.ts';

/** The current time, so that tests and replays can hold it still. */
export type Clock = () => Date;

/** The addresses of a host name, as text. Rejects where the name does not resolve. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

/** What an orchestrator needs from the world and a caller may replace. */
export interface OrchestratorPorts {
  readonly clock: Clock;
  readonly resolveHost: ResolveHost;
  /** Engines by name, over the built-in ones. */
  readonly engines: Readonly<Record<string, AnalyzerEngine>>;
}

/** The real world. */
export const defaultPorts: OrchestratorPorts = {
  clock: () => new Date(),
  resolveHost: async (host) =>
    (await lookup(host, { all: true, verbatim: true })).map((found) => found.address),
  engines: {},
};
