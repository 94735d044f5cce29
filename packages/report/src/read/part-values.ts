/** Values inside one element of a list, or inside one field that is no list. An honest finding has a few hundred. */
export const MAX_PART_VALUES = 50_000;
