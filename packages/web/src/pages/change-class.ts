/** The class that colours a difference: more is worse. */
export function changeClass(delta: number | null): string {
  if (delta === null || delta === 0) return 'muted';
  return delta > 0 ? 'worse' : 'better';
}
