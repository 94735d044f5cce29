import type { Program } from '../link/program.ts';
import type { TestCode } from '../models/labels.ts';
import type { Models } from '../models/models.ts';
import { readTests, type TestFile, testCodeOf } from '../models/tests/read-tests.ts';

/** What test code comes to. Plain data: it may be found in another thread. */
export interface JudgedTests {
  readonly code: TestCode;
  /** Types and methods of the test code that stands on the program. */
  readonly types: number;
  readonly methods: number;
}

/** Reads what test code does that stands on the program. */
export function judgeTests(standing: Program, models: Models): JudgedTests {
  const hasTests = standing.files.some(({ role }) => role === 'test');
  return judgedTogether(readTests({ program: standing, models }).values(), hasTests);
}

/** What test files come to together. */
export function judgedTogether(files: Iterable<TestFile>, hasTests: boolean): JudgedTests {
  const all = [...files];
  const sum = (count: (file: TestFile) => number) => all.reduce((before, file) => before + count(file), 0);
  return {
    code: testCodeOf(all, hasTests),
    types: sum(({ declared }) => declared.types),
    methods: sum(({ declared }) => declared.methods),
  };
}
