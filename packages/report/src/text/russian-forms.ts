/** Forms of a noun after 1, 2 and 5. */
export type Forms = readonly [one: string, few: string, many: string];

/** The form that a number asks for. */
export function form(count: number, [one, few, many]: Forms): string {
  switch (new Intl.PluralRules('ru').select(count)) {
    case 'one':
      return one;
    case 'few':
      return few;
    default:
      return many;
  }
}
