import type { MethodId, RelativePath, TypeName } from '../../base/ids.ts';
import {
  addAnnotationsIn,
  addNames,
  addOwnersOfFields,
  addTypesOfBody,
  addTypesOfDeclaration,
  importedTypes,
  ownerOfCall,
} from '../../link/named-types.ts';
import type { CallSite, CallTarget, Program, ProgramMethod, ProgramType } from '../../link/program.ts';
import type { TestCode, TestRequest } from '../labels.ts';
import { createProgramTools, type ModelInput } from '../match/match-tools.ts';
import { createRequestReader } from './sent-requests.ts';

/**
 * What one test file comes to: names of what runs, and requests. What all of them come to is these put together, for nothing
 * that is found in one file depends on another having been looked at.
 */
export interface TestFile {
  readonly types: readonly TypeName[];
  /** Types that it only mentions. */
  readonly mentioned: readonly TypeName[];
  /** Methods that are the only ones which may run for a call. */
  readonly calls: readonly MethodId[];
  /** Methods that may run for one call: lists that calls share, in any number of files. */
  readonly choices: readonly (readonly MethodId[])[];
  readonly requests: readonly TestRequest[];
  /** How many types and methods it declares, generated ones among them. */
  readonly declared: { readonly types: number; readonly methods: number };
}

/** The test files that somebody asks for. */
export type IsAsked = (path: RelativePath) => boolean;

/**
 * Reads test code, once and in the order of the program: bodies of tests are not kept. What a test does is only ever
 * asked of the whole of them, and of what runs: what tests name and call among themselves is left out.
 */
export function readTests(
  { program, models }: Pick<ModelInput, 'program' | 'models'>,
  isAsked: IsAsked = () => true,
): ReadonlyMap<RelativePath, TestFile> {
  const files = new Map<RelativePath, Exercised>();
  const tests = program.types.filter(({ file }) => file.role === 'test' && isAsked(file.facts.path));
  const runs = whatRuns(program);
  for (const type of tests) {
    const { path } = type.file.facts;
    const file = files.get(path) ?? new Exercised(program, runs);
    files.set(path, file);
    // Reading bodies makes further methods, which count nowhere: this is before.
    file.count(type);
  }
  const requestsOf = createRequestReader(createProgramTools({ program, models }));
  for (const type of tests) {
    const file = files.get(type.file.facts.path);
    file?.addType(type);
    const { methods } = type;
    // Constructors of anonymous classes come about while bodies are read.
    for (let i = 0; i < methods.length; i++) {
      const method = methods[i];
      if (method === undefined) continue;
      file?.addMethod(method);
      const requests = requestsOf(method);
      if (requests.length > 0) file?.requests.push(...requests);
    }
  }
  return new Map([...files].map(([path, file]) => [path, file.finish()] as const));
}

/** What test files come to together. */
export function testCodeOf(files: Iterable<TestFile>, hasTests: boolean): TestCode {
  const types = new Set<TypeName>();
  const mentioned = new Set<TypeName>();
  const calls = new Set<MethodId>();
  const choices = new Set<readonly MethodId[]>();
  const requests: TestRequest[] = [];
  for (const file of files) {
    addAll(types, file.types);
    addAll(mentioned, file.mentioned);
    addAll(calls, file.calls);
    addAll(choices, file.choices);
    if (file.requests.length > 0) requests.push(...file.requests);
  }
  for (const choice of choices) addAll(calls, choice);
  types.forEach((name) => {
    mentioned.add(name);
  });
  return { hasTests, types, mentioned, calls, requests };
}

function addAll<T>(to: Set<T>, items: readonly T[]): void {
  for (let i = 0; i < items.length; i++) to.add(items[i] as T);
}

/** What of the names that tests come upon is of the code that runs. */
interface WhatRuns {
  type(name: TypeName): boolean;
  /** Of the types that an import may name: files import the same, and most of it is of libraries. */
  imported(name: string): readonly TypeName[];
  /** Of the methods that a call may reach; the same list for the same targets. */
  choice(targets: readonly CallTarget[]): readonly MethodId[];
  /** The type of the tree that declares what is called. */
  ownerOf(site: CallSite): TypeName | undefined;
}

function whatRuns(program: Program): WhatRuns {
  const isOwn = (found: ProgramType | undefined) => found !== undefined && found.file.role !== 'test';
  const type = (name: TypeName) => isOwn(program.type(name));
  const method = (id: MethodId) => isOwn(program.ownerOf(id));
  const choices = new Map<readonly CallTarget[], readonly MethodId[]>();
  const imported = new Map<string, readonly TypeName[]>();
  return {
    type,
    imported: (name) => {
      let known = imported.get(name);
      if (known === undefined) {
        known = importedTypes(name).filter(type);
        imported.set(name, known);
      }
      return known;
    },
    choice: (targets) => {
      let known = choices.get(targets);
      if (known === undefined) {
        known = targets.map((target) => target.method).filter(method);
        choices.set(targets, known);
      }
      return known;
    },
    ownerOf: ownerOfCall(program),
  };
}

/** What a test file names and calls. */
class Exercised {
  readonly types = new Set<TypeName>();
  readonly mentioned = new Set<TypeName>();
  readonly requests: TestRequest[] = [];
  readonly #program: Program;
  readonly #runs: WhatRuns;
  /** What its calls reach: those of one method share their list, and it says what is declared for them. */
  readonly #reached = new Set<readonly CallTarget[]>();
  readonly #declared = { types: 0, methods: 0 };
  #hasImports = false;

  constructor(program: Program, runs: WhatRuns) {
    this.#program = program;
    this.#runs = runs;
  }

  count({ methods }: ProgramType): void {
    this.#declared.types++;
    this.#declared.methods += methods.length;
  }

  finish(): TestFile {
    const runs = this.#runs;
    const calls = new Set<MethodId>();
    const choices: (readonly MethodId[])[] = [];
    this.#reached.forEach((targets) => {
      const choice = runs.choice(targets);
      if (targets.length > 1) choices.push(choice);
      // A call of a method without others in its place.
      else if (choice[0] !== undefined) calls.add(choice[0]);
    });
    return {
      types: [...this.types].filter(runs.type),
      mentioned: [...this.mentioned].filter((name) => !this.types.has(name) && runs.type(name)),
      calls: [...calls],
      choices,
      requests: this.requests,
      declared: this.#declared,
    };
  }

  addType(type: ProgramType): void {
    // One that runs can have the same name.
    this.mentioned.add(type.name);
    addTypesOfDeclaration(this.types, type);
    if (!this.#hasImports) this.#addImports(type);
    for (const below of this.#program.subtypesOf(type.name)) this.mentioned.add(below.name);
    addAnnotationsIn(this.mentioned, type);
  }

  #addImports({ file }: ProgramType): void {
    this.#hasImports = true;
    const { imports } = file.facts;
    for (let i = 0; i < imports.length; i++)
      addAll(this.mentioned, this.#runs.imported(imports[i]?.name ?? ''));
  }

  addMethod(method: ProgramMethod): void {
    addTypesOfBody(this.types, method);
    addNames(this.mentioned, method.returnType);
    addOwnersOfFields(this.mentioned, this.#program, method);
    const { calls } = method;
    for (let i = 0; i < calls.length; i++) {
      const site = calls[i];
      if (site !== undefined && site.targets.length > 0) this.#addCall(site);
    }
  }

  #addCall(site: CallSite): void {
    if (this.#reached.has(site.targets)) return;
    this.#reached.add(site.targets);
    const owner = this.#runs.ownerOf(site);
    if (owner !== undefined) this.types.add(owner);
  }
}
