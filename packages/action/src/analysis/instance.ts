/** Name of a run, by which containers that it left behind are found again when the job ends. */
export function instanceOf(run: { readonly id: number | string; readonly attempt: number | string }): string {
  return `action-${run.id}-${run.attempt}`;
}
