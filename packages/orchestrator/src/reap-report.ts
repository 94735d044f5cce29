/** Asked before anything of a run is removed: is somebody still at work on this attempt? */
export type IsLive = (analysisId: string, attempt: number) => boolean | Promise<boolean>;

/** Something of a dead run that was removed. */
export interface ReapedItem {
  readonly kind: 'directory' | 'process' | 'container' | 'volume';
  /** A path, a process group id or a name. */
  readonly name: string;
  readonly analysisId: string;
  readonly attempt: number;
}

/** Something of a dead run that could not be removed. */
export interface ReapFailure {
  readonly name: string;
  readonly reason: string;
}

/** What a sweep found; `kept` counts runs that are alive or that somebody claims. */
export interface ReapReport {
  readonly removed: readonly ReapedItem[];
  readonly failed: readonly ReapFailure[];
  readonly kept: number;
}
