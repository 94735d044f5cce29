import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RenderOptions, type Report, WRITERS } from '@csqa/report';
import type { ReportFiles } from '../run-types.ts';

/** Writes a report in the formats that a run leaves, into a directory that is made for it. */
export async function writeReportFiles(
  report: Report,
  options: RenderOptions,
  directory: string,
): Promise<ReportFiles> {
  await mkdir(directory, { recursive: true });
  const paths = await Promise.all(
    [WRITERS.json, WRITERS.html, WRITERS.sarif].map(async ({ fileName, render }) => {
      const path = join(directory, fileName);
      await writeFile(path, render(report, options));
      return path;
    }),
  );
  const [json = '', html = '', sarif = ''] = paths;
  return { directory, json, html, sarif };
}
