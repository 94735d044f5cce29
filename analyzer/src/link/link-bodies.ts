import { type BodyScratch, bodyScratch, typeBody } from './calls/type-body.ts';
import { methodLevel } from './index-symbols.ts';
import { withinLimit } from './limit-fan-out.ts';
import type { MethodDraft, TypedBody } from './shapes.ts';
import { type BodyPlace, type BodyTyper, TestMethod } from './test-method.ts';
import type { SourceFile, World } from './world.ts';

/** Pass: types every body of production code and resolves its calls; bodies of tests wait until somebody asks. */
export function linkBodies(world: World): void {
  const scratch = bodyScratch();
  const tests = new TestBodies(world);
  eachBody(world, (place) => {
    const { method } = place;
    if (method instanceof TestMethod) {
      method.typeBy(tests, place);
      return;
    }
    const { calls, operationTypes, fieldReferences } = typed(world, place, scratch);
    method.calls = calls;
    method.operationTypes = operationTypes;
    method.fieldReferences = fieldReferences;
  });
}

/** Pass: the same for tests alone. */
export function linkTestBodies(world: World): void {
  const tests = new TestBodies(world);
  eachBody(world, (place) => {
    if (place.method instanceof TestMethod) place.method.typeBy(tests, place);
  });
}

/**
 * Types stand in their file after the type around them, so a body is typed before the bodies of the local types that use
 * its variables.
 */
function eachBody({ files }: World, visit: (place: BodyPlace) => void): void {
  for (const file of files) {
    for (let type = 0; type < file.types.length; type++) {
      const owner = file.types[type];
      const declared = owner?.declaration.methods.length ?? 0;
      for (let index = 0; index < declared; index++) {
        const method = owner?.methods[index];
        if (method?.declaration?.body != null) visit({ file, method, at: { type, method: index } });
      }
    }
  }
}

/** Bodies of tests, kept while those of one file are asked about. */
class TestBodies implements BodyTyper {
  readonly #world: World;
  /** Lists that no body uses: one body may ask for the one around it, so no two share theirs. */
  readonly #idle: BodyScratch[] = [];
  readonly #typed = new Map<MethodDraft, TypedBody>();
  #file: SourceFile | null = null;
  /** What was asked for last: whoever asks for one thing asks for others. */
  #last: { readonly place: BodyPlace; readonly body: TypedBody } | null = null;

  constructor(world: World) {
    this.#world = world;
  }

  of(place: BodyPlace): TypedBody {
    if (this.#last?.place === place) return this.#last.body;
    const body = this.#find(place);
    this.#last = { place, body };
    return body;
  }

  #find(place: BodyPlace): TypedBody {
    if (this.#file !== place.file) this.#typed.clear();
    this.#file = place.file;
    const known = this.#typed.get(place.method);
    if (known !== undefined) return known;
    const scratch = this.#idle.pop() ?? bodyScratch();
    const body = withFewTargets(this.#world, typed(this.#world, place, scratch));
    this.#idle.push(scratch);
    this.#typed.set(place.method, body);
    return body;
  }
}

function typed(world: World, { file, method, at }: BodyPlace, scratch: BodyScratch): TypedBody {
  const { owner } = method;
  const shape = file.shapes[at.type];
  if (shape === undefined) return { calls: [], operationTypes: [], fieldReferences: null };
  return typeBody(world, { file, owner, shape, method, scope: methodLevel(file, at) }, scratch);
}

function withFewTargets({ fanOutLimit }: World, body: TypedBody): TypedBody {
  return fanOutLimit === null ? body : { ...body, calls: withinLimit(body.calls, fanOutLimit) };
}
