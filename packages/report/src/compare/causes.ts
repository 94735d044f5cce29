import type { AccessChange, Cause, FindingOrigin } from '../schema/comparison.ts';
import type { EntryPoint } from '../schema/entry-point.ts';
import type { Finding } from '../schema/finding.ts';
import type { Guard } from '../schema/guard.ts';
import type { Report } from '../schema/report.ts';
import type { Sink } from '../schema/sink.ts';
import { NearestChange } from './nearest-change.ts';
import { groupBy, keyOf } from './ordering.ts';
import type { SourceChanges, TouchedFile } from './source-changes.ts';
import type { SurfaceChanges } from './surface-changes.ts';
import type { TopologyChanges } from './topology-changes.ts';

/** Causes told of one finding. */
const MOST_CAUSES = 8;
/** Touched files that are named where nothing on the road of a finding changed. */
const MOST_FILES = 3;
/** Rules that find something about a guard: they find nothing any more where the guard itself is gone. */
const ABOUT_GUARDS: ReadonlySet<string> = new Set(['CSQA-F2-untested-guard']);

/** Everything that changed between two reports. */
export interface Changes {
  readonly sources: SourceChanges;
  readonly surface: SurfaceChanges;
  readonly topology: TopologyChanges;
}

/** Where a finding of the head stands, and what made it new. */
export interface Explanation {
  readonly origin: FindingOrigin;
  readonly causes: readonly Cause[];
}

/** What lies on the road of a finding. */
interface Road {
  readonly finding: Finding;
  /** Ids of the methods of its path, in order. */
  readonly hops: readonly string[];
  /** All methods that it speaks of. */
  readonly symbols: readonly string[];
  readonly entry: EntryPoint | undefined;
}

/**
 * Tells of findings what made them new: a guard that is gone from their road, an entry point that lets more in, a call, a sink
 * or an entry point that was not there, a method of the road that is declared otherwise, a rule in a file that was touched, failing that a file of the road. Where the road
 * itself is as it was, the nearest changed method of the call graph is named with its distance, and failing that the touched
 * files without methods. Nothing is named that did not change.
 */
export class Explainer {
  readonly #changes: Changes;
  /** Those that no method is in: tests, configuration, manifests. */
  readonly #touchedFiles: readonly TouchedFile[];
  readonly #guards: ReadonlyMap<string, readonly Guard[]>;
  readonly #access: ReadonlyMap<string, AccessChange>;
  readonly #sinks: ReadonlyMap<string, readonly Sink[]>;
  readonly #entriesAdded: ReadonlySet<string>;
  readonly #entries: ReadonlyMap<string, EntryPoint>;
  readonly #byHandler: ReadonlyMap<string, readonly EntryPoint[]>;
  readonly #nearest: NearestChange;
  /** Methods whose guards a test comes to. */
  readonly #tested: ReadonlySet<string>;

  constructor(base: Report, head: Report, changes: Changes) {
    const { surface, sources } = changes;
    this.#changes = changes;
    const holdMethods = new Set(head.methods.map(({ file }) => file));
    this.#touchedFiles = sources.touched.filter(({ file }) => !holdMethods.has(file));
    this.#guards = groupBy(
      surface.guardsRemoved.filter(({ state }) => state === 'active'),
      (guard) => guard.entryPoint ?? guard.method,
    );
    this.#access = new Map(
      surface.access.filter(({ direction }) => direction !== 'closed').map((one) => [one.head.id, one]),
    );
    this.#sinks = groupBy(surface.sinksAdded, ({ method }) => method);
    this.#entriesAdded = new Set(surface.entriesAdded.map(({ id }) => id));
    this.#entries = new Map(head.entryPoints.map((entry) => [entry.id, entry]));
    this.#byHandler = groupBy(head.entryPoints, ({ handler }) => handler);
    this.#tested = new Set(
      head.guards.flatMap(({ method, tested }) => (tested === true && method !== null ? [method] : [])),
    );
    this.#nearest = new NearestChange(base, head, new Set(sources.changedMethods.keys()));
  }

  /** Where the finding stands and what made it new; no cause where none can be shown. */
  explain(finding: Finding): Explanation {
    const isTouched = this.#changes.sources.isTouched(finding.file);
    const origin = isTouched === null ? 'unknown' : isTouched ? 'touched' : 'ripple';
    const road = this.#roadOf(finding);
    const exact = [
      ...this.#guardCauses(road),
      ...this.#accessCauses(road),
      ...this.#entryCauses(road),
      ...this.#callCauses(road),
      ...this.#sinkCauses(road),
    ];
    const told = new Set(exact.map(({ symbol }) => symbol));
    const onRoad = saidOnce([...exact, ...this.#ruleCauses(road), ...this.#codeCauses(road, told)]);
    const found = [onRoad, this.#fileCauses(road)].find((causes) => causes.length > 0) ?? this.#guesses(road);
    return { origin, causes: distinct(found).slice(0, MOST_CAUSES) };
  }

  /**
   * The guards that a finding of the base spoke of and that are gone with it: nobody has mended anything there. Nothing where
   * a test has come to the method meanwhile.
   */
  goneWith({ rule, symbol }: Finding): readonly Cause[] {
    if (symbol === null || !ABOUT_GUARDS.has(rule) || this.#tested.has(symbol)) return [];
    const gone = this.#changes.surface.guardsRemoved.filter(
      ({ state, method }) => state === 'active' && method === symbol,
    );
    return distinct(gone.map(guardRemoved)).slice(0, MOST_CAUSES);
  }

  #roadOf(finding: Finding): Road {
    const hops = finding.path.flatMap(({ symbol }) => symbol ?? []);
    const symbols = [...new Set(finding.symbol === null ? hops : [finding.symbol, ...hops])];
    const entry =
      this.#entries.get(finding.entryPoint ?? '') ??
      symbols.flatMap((symbol) => this.#byHandler.get(symbol) ?? [])[0];
    return { finding, hops, symbols, entry };
  }

  #guardCauses({ symbols, entry }: Road): Cause[] {
    return [...(entry === undefined ? [] : [entry.id]), ...symbols]
      .flatMap((carrier) => this.#guards.get(carrier) ?? [])
      .map(guardRemoved);
  }

  #accessCauses({ entry }: Road): Cause[] {
    const change = this.#access.get(entry?.id ?? '');
    if (change === undefined) return [];
    const wordsOf = ({ file, text }: { file: string; text: string }) => keyOf(file, text);
    const [was, is] = [change.base.evidence, change.head.evidence];
    const [before, after] = [new Set(was.map(wordsOf)), new Set(is.map(wordsOf))];
    const gone = was.find((evidence) => !after.has(wordsOf(evidence)));
    const came = is.find((evidence) => !before.has(wordsOf(evidence)));
    const place = gone ?? came ?? is[0] ?? { file: change.head.file, line: change.head.line, text: '' };
    return [
      {
        kind: 'access-changed',
        side: gone === undefined ? 'head' : 'base',
        ...{ file: place.file, line: place.line, symbol: change.head.handler },
        text: `${change.base.verdict} → ${change.head.verdict}${place.text === '' ? '' : `: ${place.text}`}`,
        distance: null,
      },
    ];
  }

  #entryCauses({ entry }: Road): Cause[] {
    if (entry === undefined || !this.#entriesAdded.has(entry.id)) return [];
    const { file, line, handler } = entry;
    const text = `${entry.verbs.join(' ')} ${entry.paths.join(' ')}`.trim();
    return [{ kind: 'entry-added', side: 'head', file, line, symbol: handler, text, distance: null }];
  }

  #callCauses({ hops }: Road): Cause[] {
    return hops.slice(1).flatMap((to, index): Cause[] => {
      const from = hops[index] ?? '';
      const call = this.#changes.topology.addedCall(from, to);
      if (call === undefined) return [];
      const { file, line } = call;
      const text = `${from} → ${to}`;
      return [{ kind: 'call-added', side: 'head', file, line, symbol: from, text, distance: null }];
    });
  }

  #sinkCauses({ symbols, finding }: Road): Cause[] {
    return symbols
      .flatMap((symbol) => this.#sinks.get(symbol) ?? [])
      .filter(({ id }) => finding.sink === undefined || finding.sink === id)
      .map(({ file, line, method, operation }) => ({
        ...{ kind: 'sink-added', side: 'head', file, line, symbol: method, text: operation, distance: null },
      }));
  }

  /** Lines of configuration that the finding rests on, in files that were touched. */
  #ruleCauses({ finding, entry }: Road): Cause[] {
    const hops = finding.path.filter(({ symbol }) => symbol === null);
    return [
      ...hops.map(({ file, line, label }) => ({ file, line, text: label ?? file })),
      ...(entry?.access.evidence ?? []),
    ]
      .filter(({ file }) => this.#changes.sources.isTouched(file) === true)
      .map(({ file, line, text }) => ({
        ...{ kind: 'configuration-changed', side: 'head', file, line, symbol: null, text, distance: null },
      }));
  }

  #codeCauses({ symbols }: Road, told: ReadonlySet<string | null>): Cause[] {
    return symbols.flatMap((symbol): Cause[] => {
      const method = this.#changes.sources.changedMethods.get(symbol);
      if (method === undefined || told.has(symbol)) return [];
      const { file, line } = method;
      return [{ kind: 'code-changed', side: 'head', file, line, symbol, text: symbol, distance: null }];
    });
  }

  /** Files on the road that were touched elsewhere than in methods: in fields, constants, annotations of types. */
  #fileCauses({ finding }: Road): Cause[] {
    return finding.path
      .filter(({ file }) => this.#changes.sources.isTouched(file) === true)
      .map(({ file, symbol }) => ({
        ...{ kind: 'file-changed', side: 'head', file, line: null, symbol, text: file, distance: null },
      }));
  }

  /** Where nothing on the road itself changed: what may have had a say. */
  #guesses({ finding, symbols }: Road): Cause[] {
    const near = this.#nearest.to(symbols);
    const method = near === null ? undefined : this.#changes.sources.changedMethods.get(near.symbol);
    if (near !== null && method !== undefined) {
      const { file, line, id } = method;
      return [
        { kind: 'code-nearby', side: 'head', file, line, symbol: id, text: id, distance: near.distance },
      ];
    }
    return [...this.#touchedFiles.filter(({ file }) => file === finding.file), ...this.#touchedFiles]
      .slice(0, MOST_FILES)
      .map(({ file, side }) => ({
        ...{ kind: 'file-changed', side, file, line: null, symbol: null, text: file, distance: null },
      }));
  }
}

function guardRemoved({ file, line, method, text }: Guard): Cause {
  return { kind: 'guard-removed', side: 'base', file, line, symbol: method, text, distance: null };
}

/** A rule that lets more in is a guard that is gone and a line that changed as well: it is told as the first. */
function saidOnce(causes: readonly Cause[]): readonly Cause[] {
  const access = causes.filter(({ kind }) => kind === 'access-changed');
  return causes.filter((cause) => {
    if (cause.kind === 'configuration-changed') return !access.some(({ file }) => file === cause.file);
    const isGuard = cause.kind === 'guard-removed';
    return (
      !isGuard ||
      !access.some(
        ({ side, file, line }) => side === cause.side && file === cause.file && line === cause.line,
      )
    );
  });
}

function distinct(causes: readonly Cause[]): readonly Cause[] {
  const byPlace = new Map<string, Cause>();
  for (const cause of causes) {
    const key = keyOf(cause.kind, cause.side, cause.file, String(cause.line), cause.text);
    if (!byPlace.has(key)) byPlace.set(key, cause);
  }
  return [...byPlace.values()];
}
