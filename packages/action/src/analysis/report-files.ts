import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTRACT_VERSION, type RenderOptions, renderCombined, WRITERS } from '@csqa/report';
import type { AnalysisOutcome, GateVerdict, ReportFiles } from '../run-types.ts';
import type { AnalysedTree } from './analyze-tree.ts';

/** A project that is ready to be written down. */
export interface WrittenProject {
  readonly asMade: AnalysedTree;
  readonly outcome: Omit<AnalysisOutcome, 'files'>;
  readonly verdict: GateVerdict;
  readonly language: RenderOptions['lang'];
  /** Where the files of the tested commit can be looked at, with a slash at the end. */
  readonly sourceUrl: string;
}

/** Writes the files that a run leaves into a directory that is made for them: what the analyzer said, and what people read today. */
export async function writeReportFiles(project: WrittenProject, directory: string): Promise<ReportFiles> {
  const { asMade, outcome } = project;
  await mkdir(directory, { recursive: true });
  const options = renderOptions(project);
  const write = async (fileName: string, text: string): Promise<string> => {
    const path = join(directory, fileName);
    await writeFile(path, text);
    return path;
  };
  const combined = renderCombined({
    contract: CONTRACT_VERSION,
    report: asMade.report,
    orchestrator: asMade.record,
  });
  return {
    directory,
    json: await write(WRITERS.json.fileName, WRITERS.json.render(asMade.report)),
    combined: await write('combined.json', combined),
    html: await write(WRITERS.html.fileName, WRITERS.html.render(outcome.head, options)),
    sarif: await write(WRITERS.sarif.fileName, WRITERS.sarif.render(outcome.head, options)),
  };
}

function renderOptions({ outcome, verdict, language, sourceUrl, asMade }: WrittenProject): RenderOptions {
  const { project, comparison, base } = outcome;
  return {
    ...{ lang: language, project: project.slug, gate: verdict.judgement, comparison, sourceUrl },
    ...(project.path === '' ? {} : { pathPrefix: project.path }),
    history: base.status === 'there' ? [base.report] : [],
    run: asMade.record,
  };
}
