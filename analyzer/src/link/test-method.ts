import type { MethodId } from '../base/ids.ts';
import type { MethodAddress, MethodDeclaration } from '../facts/declarations.ts';
import type { CallSite, FieldReferences, ProgramParameter, ResolvedAnnotation } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';
import type { MethodDraft, TypeDraft, TypedBody } from './shapes.ts';
import type { SourceFile } from './world.ts';

/** What is known of a body that nobody has typed. */
const UNTYPED: TypedBody = { calls: [], operationTypes: [], fieldReferences: null };

/** A method with a body, and where it stands. */
export interface BodyPlace {
  readonly file: SourceFile;
  readonly method: MethodDraft;
  readonly at: MethodAddress;
}

/** Whoever types bodies when somebody asks. */
export interface BodyTyper {
  of(place: BodyPlace): TypedBody;
}

/**
 * A method of test code. Tests are most of many trees, are asked once what they exercise, and hold no finding: what a
 * body comes to is found when somebody asks, and not kept. Whoever asks goes through the tests in the order of the
 * program, for the answers are forgotten file by file.
 */
export class TestMethod implements MethodDraft {
  readonly id: MethodId;
  readonly owner: TypeDraft;
  readonly name: string;
  readonly declaration: MethodDeclaration;
  readonly synthesised = null;
  readonly parameters: readonly ProgramParameter[];
  readonly returnType: ResolvedType;
  readonly annotations: readonly ResolvedAnnotation[];
  overrides: readonly MethodId[] = [];
  overriddenBy: readonly MethodId[] = [];
  cognitiveComplexity: number;
  number = -1;
  #onEntry: readonly CallSite[] = [];
  #typer: BodyTyper | null = null;
  #place: BodyPlace | null = null;

  constructor(
    declared: Pick<MethodDraft, 'id' | 'owner' | 'name' | 'parameters' | 'returnType' | 'annotations'> & {
      readonly declaration: MethodDeclaration;
    },
  ) {
    this.id = declared.id;
    this.owner = declared.owner;
    this.name = declared.name;
    this.declaration = declared.declaration;
    this.parameters = declared.parameters;
    this.returnType = declared.returnType;
    this.annotations = declared.annotations;
    this.cognitiveComplexity = declared.declaration.cognitiveComplexity;
  }

  get calls(): readonly CallSite[] {
    const { calls } = this.#body();
    return this.#onEntry.length === 0 ? calls : [...this.#onEntry, ...calls];
  }

  get operationTypes(): readonly ResolvedType[] {
    return this.#body().operationTypes;
  }

  get fieldReferences(): FieldReferences | null {
    return this.#body().fieldReferences;
  }

  /** Says who types the body when somebody asks. */
  typeBy(typer: BodyTyper, place: BodyPlace): void {
    this.#typer = typer;
    this.#place = place;
  }

  #body(): TypedBody {
    return this.#place === null ? UNTYPED : (this.#typer?.of(this.#place) ?? UNTYPED);
  }

  /** Puts calls that no operation writes before those of the body. */
  beginWith(calls: readonly CallSite[]): void {
    this.#onEntry = calls;
  }
}
