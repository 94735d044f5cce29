import { type Language, WRITERS, type WriterName } from '@csqa/report';
import { wordsOf } from '../../pages/page-context.ts';
import type { Link } from '../links.ts';

/** Formats of a report with the address of each. */
export function downloadsOf(runId: string, link: Link, language: Language) {
  const { formats } = wordsOf(language).words.report;
  return (Object.keys(WRITERS) as WriterName[]).map((name) => ({
    name: WRITERS[name].fileName,
    href: link(`/api/v1/runs/${runId}/artifacts/${name}?lang=${language}`),
    what: formats[name],
  }));
}
