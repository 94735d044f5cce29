import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import { BUNDLE_FILE, BUNDLE_PREFIX, type BundledProject, packBundle } from '../bundle/fork-bundle.ts';
import type { JudgedProject } from '../run-types.ts';
import { publishArtifact } from './publish-artifact.ts';
import type { Publisher } from './publisher.ts';

/** What a run that may only read leaves for the trusted stage, which publishes it. */
export const bundlePublisher: Publisher = async ({ context, projects, reportDir }) => {
  const { pullRequest, readOnly, event, sha } = context;
  const [first] = projects;
  if (event !== 'pull_request' || readOnly === null || pullRequest === null || first === undefined) return [];
  const bundled = projects.map(bundledProject);
  const file = join(reportDir, BUNDLE_FILE);
  await writeFile(file, packBundle({ headSha: pullRequest.headSha, testedSha: sha, projects: bundled }));
  const name = `${BUNDLE_PREFIX}${first.analysis.project.slug}`;
  const service = new DefaultArtifactClient();
  return [
    await publishArtifact(service, context, { as: 'report-bundle', name, files: [file], root: reportDir }),
  ];
};

function bundledProject({ analysis: { project, head, base, record } }: JudgedProject): BundledProject {
  return {
    ...{ project, head, record },
    base:
      base.status === 'there'
        ? { status: 'there', sha: base.sha, report: base.report }
        : { status: 'absent', sha: base.sha, reason: base.reason },
  };
}
