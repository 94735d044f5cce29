import { asvsReference, cweReference, owaspReference } from '@csqa/report';
import type { PageContext } from './page.ts';

/** Ids of public catalogues as a report writes them. */
interface Categories {
  readonly cwe: readonly string[];
  readonly owasp: readonly string[];
  readonly asvs?: readonly string[] | undefined;
}

/** Pages to read on, one a line; nothing where no catalogue knows it. */
export function referenceLines(
  { cwe, owasp, asvs }: Categories,
  { texts, look }: PageContext,
): readonly string[] {
  const all = [...cwe.map(cweReference), ...owasp.map(owaspReference), ...(asvs ?? []).map(asvsReference)];
  if (all.length === 0) return [];
  const widest = Math.max(...all.map(({ id }) => id.length));
  return [
    '',
    look.paint.bold(texts.explain.references),
    ...all.map(({ id, name, url }) => {
      const line = `  ${id.padEnd(widest)}  ${url}`;
      return name === '' || line.length + name.length + 2 > look.width
        ? line
        : `${line}  ${look.paint.dim(name)}`;
    }),
  ];
}
