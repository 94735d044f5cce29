import type { MethodAddress } from '../facts/declarations.ts';
import { type BodyScratch, bodyScratch, typeBody } from './calls/type-body.ts';
import { methodLevel } from './index-symbols.ts';
import { withinLimit } from './limit-fan-out.ts';
import type { MethodDraft, TypedBody } from './shapes.ts';
import { TestMethod } from './test-method.ts';
import type { SourceFile, World } from './world.ts';

/** A method with a body, and where it stands. */
interface Place {
  readonly file: SourceFile;
  readonly method: MethodDraft;
  readonly at: MethodAddress;
}

/** Pass: types every body of production code and resolves its calls; bodies of tests wait until somebody asks. */
export function linkBodies(world: World): void {
  const scratch = bodyScratch();
  const tests = new TestBodies(world);
  for (const place of bodiesOf(world)) {
    if (place.method instanceof TestMethod) place.method.typeBy(() => tests.of(place));
    else Object.assign(place.method, typed(world, place, scratch));
  }
}

/** Pass: the same for tests alone. */
export function linkTestBodies(world: World): void {
  const tests = new TestBodies(world);
  for (const place of bodiesOf(world)) {
    if (place.method instanceof TestMethod) place.method.typeBy(() => tests.of(place));
  }
}

/**
 * Types stand in their file after the type around them, so a body is typed before the bodies of the local types that use
 * its variables.
 */
function* bodiesOf({ files }: World): Generator<Place> {
  for (const file of files) {
    for (const [type, owner] of file.types.entries()) {
      for (const index of owner.declaration.methods.keys()) {
        const method = owner.methods[index];
        if (method?.declaration?.body != null) yield { file, method, at: { type, method: index } };
      }
    }
  }
}

/** Bodies of tests, kept while those of one file are asked about. */
class TestBodies {
  readonly #world: World;
  /** Lists that no body uses: one body may ask for the one around it, so no two share theirs. */
  readonly #idle: BodyScratch[] = [];
  readonly #typed = new Map<MethodDraft, TypedBody>();
  #file: SourceFile | null = null;

  constructor(world: World) {
    this.#world = world;
  }

  of(place: Place): TypedBody {
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

function typed(world: World, { file, method, at }: Place, scratch: BodyScratch): TypedBody {
  const { owner } = method;
  const shape = file.shapes[at.type];
  if (shape === undefined) return { calls: [], operationTypes: [], fieldReferences: null };
  return typeBody(world, { file, owner, shape, method, scope: methodLevel(file, at) }, scratch);
}

function withFewTargets({ fanOutLimit }: World, body: TypedBody): TypedBody {
  return fanOutLimit === null ? body : { ...body, calls: withinLimit(body.calls, fanOutLimit) };
}
