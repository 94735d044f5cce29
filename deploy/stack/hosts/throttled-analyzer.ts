import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IMAGES, run } from '../stack.ts';

/** Name of the image. */
export const THROTTLED = `${IMAGES.CSQA_IMAGE_FAST}-throttled`;

/** The tree that is analysed: one file. */
export const SAMPLE = {
  name: 'Visits.java',
  content: `package org.clinic;
import org.springframework.web.bind.annotation.*;
@RestController class Visits {
  @PostMapping("/visits") String open(@RequestBody String visit) { return visit; }
}
`,
} as const;

/**
 * An analyzer that takes its time and no processor: what the real one says of the sample, and the report that it writes, are
 * recorded while the image is built, and given after a while. It does everything else itself.
 */
const SCRIPT = `#!/bin/sh
if [ "$1" != analyze ]; then exec node /opt/csqa/analyzer/dist/main.js "$@"; fi
while [ $# -gt 1 ]; do if [ "$1" = --out ]; then out=$2; fi; shift; done
head -n 1 /recorded/said
sleep SECONDS
cp /recorded/report.json "$out/report.json"
exec tail -n +2 /recorded/said
`;

/** Builds the image over that of the suite. */
export async function buildThrottledAnalyzer(seconds: number): Promise<void> {
  const context = await mkdtemp(join(tmpdir(), 'csqa-throttled-'));
  try {
    await writeFile(join(context, SAMPLE.name), SAMPLE.content);
    await writeFile(join(context, 'analyze'), SCRIPT.replace('SECONDS', String(seconds)), { mode: 0o755 });
    const recipe = [
      `FROM ${IMAGES.CSQA_IMAGE_FAST}`,
      'USER root',
      `COPY ${SAMPLE.name} /sample/${SAMPLE.name}`,
      'RUN mkdir /recorded && node /opt/csqa/analyzer/dist/main.js analyze --source /sample --out /recorded --mode fast > /recorded/said && chmod -R a+rX /recorded',
      'COPY analyze /usr/local/bin/analyze',
      'USER 10001:10001',
      'ENTRYPOINT ["/usr/local/bin/analyze"]',
    ];
    await writeFile(join(context, 'Dockerfile'), recipe.join('\n'));
    const built = await run('docker', ['build', '--quiet', '--tag', THROTTLED, context]);
    if (built.code !== 0) throw new Error(`the throttled analyzer cannot be built: ${built.all}`);
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}
