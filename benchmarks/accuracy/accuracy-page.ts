/** One suite's part of docs/accuracy.md. */
export interface Section {
  readonly suite: string;
  readonly title: string;
  readonly body: string;
}

/**
 * docs/accuracy.md: the sections in order. Those in `measured` are written anew with the date; for the others what the
 * page said before stays, and where it said nothing, that they were not measured.
 */
export function accuracyPage(
  before: string,
  suites: readonly { readonly name: string; readonly title: string }[],
  measured: { readonly sections: readonly Section[]; readonly date: string },
): string {
  const fresh = new Map(
    measured.sections.map((section) => [
      section.suite,
      `Measured on ${measured.date}.\n\n${section.body.trim()}`,
    ]),
  );
  const kept = sectionsOf(before);
  const sections = suites.map(({ name, title }) => {
    const body = fresh.get(name) ?? kept.get(name) ?? 'Not measured yet.';
    return `${markOf(name)}\n\n## ${title}\n\n${body}\n`;
  });
  return `${HEAD}\n${sections.join('\n')}`;
}

const HEAD = `# How accurate CSQA is

Written by \`npm run bench:accuracy -- --corpora DIR --write\`; not by hand. DIR holds checked-out repositories under the names
used below, and \`revisions.json\` with their commits. Needs a JDK 17 or later. \`--suite NAME\` measures one section again,
\`--misses N\` prints the first cases that went wrong.
`;

const markOf = (suite: string): string => `<!-- suite: ${suite} -->`;

/** Bodies by suite name: what stands between a mark with its title and the next mark. */
function sectionsOf(page: string): ReadonlyMap<string, string> {
  const bodies = new Map<string, string>();
  for (const part of page.split('<!-- suite: ').slice(1)) {
    const [name, rest] = [part.slice(0, part.indexOf(' -->')), part.slice(part.indexOf(' -->') + 4)];
    bodies.set(name, rest.replace(/^\s*## [^\n]*\n/u, '').trim());
  }
  return bodies;
}
