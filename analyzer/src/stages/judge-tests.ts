import type { Program } from '../link/program.ts';
import type { TestCode } from '../models/labels.ts';
import type { Models } from '../models/models.ts';
import { readTests } from '../models/tests/read-tests.ts';

/** What test code comes to. Plain data: it may be found in another thread. */
export interface JudgedTests {
  readonly code: TestCode;
  /** Types and methods of the test code that stands on the program. */
  readonly types: number;
  readonly methods: number;
}

/** Reads what test code does: all that `standing` has beside what runs. */
export function judgeTests(runs: Program, standing: Program, models: Models): JudgedTests {
  // Reading bodies of tests makes further methods, which count nowhere: this is before.
  const types = standing.types.length - runs.types.length;
  const methods = standing.methods.length - runs.methods.length;
  return { code: readTests({ program: standing, models }), types, methods };
}
