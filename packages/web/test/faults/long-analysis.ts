import { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import { type Project, projectFor } from '../../src/data/projects.ts';
import type { Run } from '../../src/data/runs.ts';
import type { WebTables } from '../../src/data/schema.ts';
import { submitRun } from '../../src/data/submit-run.ts';
import { attachUpload, storeUpload } from '../../src/data/uploads.ts';
import { zipOf } from '../zip.ts';

const LIMITS = { bytes: 256e6, allBytes: 1e9 };

/** Source of a service with so many controllers: a thousand of them are seconds of work. */
export function serviceOf(controllers: number): Buffer {
  const members = Array.from({ length: controllers }, (_, i) => ({
    name: `service/src/main/java/org/clinic/Visits${i}.java`,
    content: controller(i),
  }));
  return zipOf(members);
}

function controller(i: number): string {
  const methods = Array.from(
    { length: 12 },
    (_, m) => `
  @PostMapping("/visits/${i}/${m}") String open${m}(@RequestBody Object visit, @RequestParam String name) {
    String text = visit.toString() + name + other.open${(m + 1) % 12}(visit, name);
    return text.isEmpty() ? null : text;
  }`,
  );
  return `package org.clinic;
import org.springframework.web.bind.annotation.*;
@RestController class Visits${i} {
  private Visits${(i * 7 + 1) % 1000} other;${methods.join('')}
}
`;
}

/** Puts a run of an uploaded archive in line, as somebody does who uploads it. */
export async function submitArchive(
  db: Kysely<WebTables>,
  archive: Buffer,
  name = 'service.zip',
): Promise<{ readonly run: Run; readonly project: Project }> {
  const now = new Date();
  const project = await projectFor(db, { key: `archive:${name}`, name }, now);
  const upload = await storeUpload(db, { name, content: Readable.from([archive]), limits: LIMITS }, now);
  return db.transaction().execute(async (transaction) => {
    const source = { kind: 'archive', name } as const;
    const wanted = { projectId: project.id, source, mode: 'fast', requestedBy: 'token ci' } as const;
    const run = await submitRun(transaction, wanted, now);
    if (!(await attachUpload(transaction, upload.id, run.id))) throw new Error('the upload is not whole');
    return { run, project };
  });
}
