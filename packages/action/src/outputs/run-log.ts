import { EOL } from 'node:os';
import { gateReasonText, isNewRisk, type Language, plain, textsOf } from '@csqa/report';
import type { JudgedProject, PublishOutcome } from '../run-types.ts';
import { printFenced, type WriteLog } from './fence.ts';

/** Findings of a project that the log repeats; the summary and the report have more. */
const MOST_FINDINGS = 20;

/** Tells the verdict of a project in the log of the step, with its worst findings between fences. */
export function logProject({ analysis, verdict }: JudgedProject, language: Language, write: WriteLog): void {
  const { project, head, comparison } = analysis;
  const { severities } = textsOf(language);
  const fresh = comparison?.findings.filter(isNewRisk);
  const shown = (fresh?.map(({ finding }) => finding) ?? head.findings).slice(0, MOST_FINDINGS);
  const path = project.path === '' ? '' : `${project.path}/`;
  const lines = [
    `${project.slug}: ${verdict.sentence}`,
    ...(verdict.judgement?.reasons.map((reason) => `  ${gateReasonText(reason, language)}`) ?? []),
    ...shown.map(
      ({ severity, rule, file, line, what }) =>
        `  [${severities[severity]}] ${rule} ${plain(`${path}${file}:${line}`, 300)} ${plain(what, 300)}`,
    ),
  ];
  printFenced(
    lines.map((line) => plainLine(line)),
    write,
  );
}

/** Where a person finds what was published, in the log of the step. */
export function logPublished(published: readonly PublishOutcome[], write: WriteLog): void {
  const lines = published.flatMap((one) =>
    one.status === 'published' && one.url !== null ? [plainLine(`${one.name}: ${one.url}`)] : [],
  );
  printFenced(lines, write);
}

/** What was not published, why, and how to enable it, as one text; null where everything was. */
export function degradedText(published: readonly PublishOutcome[], language: Language): string | null {
  const enable = language === 'ru' ? 'включается строкой' : 'enabled by';
  const lines = published.flatMap((one) => {
    if (one.status !== 'degraded') return [];
    const how = one.yamlLine === null ? '' : ` (${enable}: ${one.yamlLine})`;
    return [plainLine(`${one.name}: ${one.reason}${how}`)];
  });
  return lines.length === 0 ? null : lines.join(EOL);
}

/** On one line, and no command of the runner even without a fence. */
function plainLine(line: string): string {
  return line.replaceAll(/[\r\n]+/g, ' ').replace(/^::/, ': :');
}
