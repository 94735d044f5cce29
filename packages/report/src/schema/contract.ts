/** What holds of the contract without its schemas, so that a producer need not load those to speak. */

/**
 * Version of the contract between the analyzer and everything that reads its report. Keys may be added without raising it;
 * a key that is renamed, removed or given another meaning raises it.
 */
export const CONTRACT_VERSION = 1;

/**
 * Upper bounds on what one report may carry. A report can come from a hostile out directory, and its text comes from an
 * analysed repository, so every string and list has an end. Producers keep within them with `clipText`; readers refuse more.
 */
export const CAPS = {
  /** UTF-16 units of a short name: a tool, a kind, a unit, a code. */
  name: 256,
  /** UTF-16 units of a path, a route or a URL. */
  path: 8_192,
  /** UTF-16 units of an id or a symbol; identifiers of 10 kB occur in hostile trees, and an id holds several of them. */
  symbol: 65_536,
  /** UTF-16 units of a sentence or a source line. */
  text: 16_384,
  /** Findings, and findings that are suppressed. */
  findings: 100_000,
  /** Entry points, sinks, guards, dependencies. */
  items: 500_000,
  /** Methods and nodes of the topology. */
  methods: 2_000_000,
  /** Edges of the topology. */
  edges: 5_000_000,
  /** Lists inside one item: parameters, evidence, hops, contributors, bins. */
  nested: 1_024,
  /** Keys of one record. */
  keys: 1_024,
} as const;

/** Version of the envelope of an event. */
export const EVENT_VERSION = 1;

/** Bytes of one event line, newline not counted. A longer line is not read. */
export const MAX_EVENT_BYTES = 65_536;

/** Milliseconds within which an analyzer must say something, if only a heartbeat. */
export const HEARTBEAT_MS = 5_000;
