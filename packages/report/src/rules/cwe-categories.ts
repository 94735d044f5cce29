/**
 * In which category of the OWASP Top 10 a weakness is listed, edition 2021 and edition 2025: what the pages of the two editions
 * print as "mapped CWEs" (github.com/OWASP/Top10, directories 2021 and 2025). An empty list: that edition does not list it.
 * CWE-73 is on the list of A04:2021 and is named as notable in A03:2021.
 */
const MEMBERSHIP: Readonly<Record<number, readonly [in2021: readonly number[], in2025: readonly number[]]>> =
  {
    20: [[3], [5]],
    22: [[1], [1]],
    23: [[1], [1]],
    73: [[3, 4], [6]],
    74: [[3], [5]],
    78: [[3], [5]],
    79: [[3], [5]],
    89: [[3], [5]],
    90: [[3], [5]],
    94: [[3], [5]],
    95: [[3], [5]],
    113: [[3], [5]],
    117: [[9], [9]],
    200: [[1], [1]],
    201: [[1], [1]],
    209: [[4], [10]],
    223: [[9], [9]],
    256: [[4], [6]],
    259: [[7], [7]],
    280: [[4], [10]],
    285: [[1], [1]],
    290: [[7], [7]],
    295: [[7], [7]],
    297: [[7], [7]],
    306: [[7], [7]],
    307: [[7], [7]],
    321: [[2], [4]],
    327: [[2], [4]],
    346: [[7], [7]],
    347: [[2], [4]],
    352: [[1], [1]],
    359: [[1], [1]],
    390: [[], [10]],
    391: [[], [10]],
    396: [[], [10]],
    424: [[], [1]],
    434: [[4], [6]],
    441: [[1], [1]],
    470: [[3], [5]],
    489: [[], [2]],
    497: [[1], [1]],
    501: [[4], [6]],
    502: [[8], [8]],
    532: [[9], [9]],
    550: [[], [10]],
    564: [[3], [5]],
    598: [[4], [6]],
    601: [[1], [1]],
    611: [[5], [2]],
    636: [[], [10]],
    639: [[1], [1]],
    643: [[3], [5]],
    653: [[4], [6]],
    657: [[4], [6]],
    749: [[], [1]],
    755: [[], [10]],
    778: [[9], [9]],
    798: [[7], [7]],
    799: [[4], [6]],
    807: [[4], [6]],
    862: [[1], [1]],
    863: [[1], [1]],
    915: [[8], [8]],
    916: [[2], [4]],
    917: [[3], [5]],
    918: [[10], [1]],
    1104: [[6], [3]],
    1173: [[4], []],
    1240: [[], [4]],
    1357: [[], [3]],
    1395: [[], [3]],
  };

/** Categories of both editions that list one of the weaknesses: `A01:2021`, `A05:2025`; 2021 first, then by number. */
export function owaspCategoriesOf(cwes: readonly number[]): readonly string[] {
  return [2021, 2025].flatMap((edition, position) => {
    const numbers = new Set(cwes.flatMap((cwe) => MEMBERSHIP[cwe]?.[position] ?? []));
    return [...numbers]
      .sort((left, right) => left - right)
      .map((number) => `A${String(number).padStart(2, '0')}:${edition}`);
  });
}
