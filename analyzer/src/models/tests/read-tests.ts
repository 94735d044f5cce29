import type { MethodId, TypeName } from '../../base/ids.ts';
import {
  addAnnotationsIn,
  addImports,
  addNames,
  addOwnersOfFields,
  addTypesOfBody,
  addTypesOfDeclaration,
  type OwnersOfCalls,
  ownersOfCalls,
} from '../../link/named-types.ts';
import type { CallTarget, Program, ProgramMethod, ProgramType } from '../../link/program.ts';
import type { TestCode, TestRequest } from '../labels.ts';
import { createProgramTools, type ModelInput } from '../match/match-tools.ts';
import { createRequestReader } from './sent-requests.ts';

/**
 * Reads all test code, once and in the order of the program: bodies of tests are not kept. What a test does is only ever
 * asked of the whole of them, and of what runs: what tests name and call among themselves is left out.
 */
export function readTests({ program, models }: Pick<ModelInput, 'program' | 'models'>): TestCode {
  const found = new Exercised(program);
  const requestsOf = createRequestReader(createProgramTools({ program, models }));
  const requests: TestRequest[] = [];
  for (const type of program.types) {
    if (type.file.role !== 'test') continue;
    found.addType(type);
    // Constructors of anonymous classes come about while bodies are read.
    for (const method of type.methods) {
      found.addMethod(method);
      requests.push(...requestsOf(method));
    }
  }
  const runs = (type: ProgramType | undefined) => type !== undefined && type.file.role !== 'test';
  const types = [...found.types].filter((name) => runs(program.type(name)));
  const others = [...found.mentioned].filter((name) => runs(program.type(name)));
  return {
    hasTests: program.files.some((file) => file.role === 'test'),
    types: new Set(types),
    mentioned: new Set([...others, ...types]),
    calls: new Set([...found.calls].filter((id) => runs(program.method(id)?.owner))),
    requests,
  };
}

const NO_TARGETS: readonly CallTarget[] = [];

/** What the tests seen so far name and call. */
class Exercised {
  readonly types = new Set<TypeName>();
  readonly mentioned = new Set<TypeName>();
  readonly calls = new Set<MethodId>();
  readonly #program: Program;
  readonly #imports = new Set<string>();
  readonly #owners: OwnersOfCalls;
  /** Calls of one method with many bodies share their list. */
  readonly #seen = new Set<readonly CallTarget[]>();

  constructor(program: Program) {
    this.#program = program;
    this.#owners = ownersOfCalls(program);
  }

  addType(type: ProgramType): void {
    // One that runs can have the same name.
    this.mentioned.add(type.name);
    addTypesOfDeclaration(this.types, type);
    if (type.outer === null) addImports(this.mentioned, this.#imports, type);
    for (const below of this.#program.subtypesOf(type.name)) this.mentioned.add(below.name);
    addAnnotationsIn(this.mentioned, type);
  }

  addMethod(method: ProgramMethod): void {
    const program = this.#program;
    addTypesOfBody(this.types, method);
    this.#owners(this.types, method);
    addNames(this.mentioned, method.returnType);
    addOwnersOfFields(this.mentioned, program, method);
    const { calls } = method;
    for (let i = 0; i < calls.length; i++) {
      const targets = calls[i]?.targets ?? NO_TARGETS;
      // A call of a method without others in its place.
      if (targets.length === 1 && targets[0] !== undefined) {
        this.calls.add(targets[0].method);
        continue;
      }
      if (targets.length === 0 || this.#seen.has(targets)) continue;
      this.#seen.add(targets);
      for (const target of targets) this.calls.add(target.method);
    }
  }
}
