import { fitted } from '../../base/lists.ts';
import type { Region } from '../../facts/control-flow.ts';
import type { MethodAddress } from '../../facts/declarations.ts';
import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** A body while it is being read. */
export interface BodyBuilder {
  readonly address: MethodAddress;
  readonly operations: Operation[];
  readonly regions: Open<Region>[];
  /** Index of the innermost open region. */
  openRegion: number;
  /** Values that the innermost switch expression has been given so far. */
  switchResults: OperationIndex[];
}

/** Starts a body with its region 0 open. */
export function startBody(address: MethodAddress, line: number): BodyBuilder {
  const root: Open<Region> = { kind: 'body', parent: null, start: 0, end: 0, line, endLine: line };
  return { address, operations: [], regions: [root], openRegion: 0, switchResults: [] };
}

/** Appends an operation and gives its index. */
export function emit(body: BodyBuilder, operation: Operation): OperationIndex {
  return body.operations.push(operation) - 1;
}

/** What a region may carry beside its range. */
export type RegionDetails = Partial<Pick<Region, 'condition' | 'of' | 'labels' | 'arrow'>>;

/** Opens a region inside the innermost open one; gives its index. */
export function openRegion(
  body: BodyBuilder,
  kind: Region['kind'],
  at: { readonly line: number } & RegionDetails,
): number {
  const start = body.operations.length;
  body.regions.push({ kind, parent: body.openRegion, start, end: start, endLine: at.line, ...at });
  body.openRegion = body.regions.length - 1;
  return body.openRegion;
}

/** Closes the innermost open region. */
export function closeRegion(body: BodyBuilder, endLine: number): void {
  const region = body.regions[body.openRegion];
  if (region === undefined) return;
  region.end = body.operations.length;
  region.endLine = Math.max(region.line, endLine);
  if (region.parent !== null) body.openRegion = region.parent;
}

/** Ends a body, with region 0 closed at the given line. */
export function finishBody(body: BodyBuilder, endLine: number): Body {
  closeRegion(body, endLine);
  return { operations: fitted(body.operations), regions: fitted(body.regions) };
}
