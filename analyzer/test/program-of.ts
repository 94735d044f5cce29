import { fileURLToPath } from 'node:url';
import { type RelativePath, relativePath } from '../src/base/ids.ts';
import { java } from '../src/languages/java/index.ts';
import type { ModuleDependencies } from '../src/link/homonyms.ts';
import { link } from '../src/link/link.ts';
import type { CallSite, FileRole, LinkInput, Program, ProgramMethod } from '../src/link/program.ts';
import { readSignatures } from '../src/link/signatures/read-signatures.ts';
import type { SynthesisRule } from '../src/link/synthesis-rules.ts';
import type { LibraryResult } from '../src/link/world.ts';

/** One source text, or several by path. The paths of several say nothing but their order. */
export type Sources = string | Readonly<Record<string, string>>;

interface Setting {
  readonly dependencies?: ModuleDependencies;
  readonly synthesis?: readonly SynthesisRule[];
  readonly role?: FileRole;
  readonly namedTypes?: readonly string[];
  readonly results?: readonly LibraryResult[];
}

const extractor = java.createExtractor();
const folder = fileURLToPath(new URL('../data/signatures/java', import.meta.url));
const signatures = new Map([['java', readSignatures(folder, java.rules)]]);

/** Reads source text into the inputs of linking. */
export function inputsOf(sources: Sources, role: FileRole = 'production'): Promise<LinkInput[]> {
  const files = typeof sources === 'string' ? { 'Sample.java': sources } : sources;
  return Promise.all(
    Object.entries(files).map(async ([path, text]) => ({
      facts: await extractor.extract(relativePath(path) satisfies RelativePath, text),
      role,
      module: '.',
    })),
  );
}

/** Links inputs with the real signature files. */
export function linked(inputs: readonly LinkInput[], setting: Setting = {}): Program {
  return link(inputs, {
    rules: new Map([['java', java.rules]]),
    signatures,
    synthesis: setting.synthesis ?? [],
    namedTypes: setting.namedTypes ?? [],
    results: setting.results ?? [],
    ...(setting.dependencies === undefined ? {} : { dependencies: setting.dependencies }),
  });
}

/** Source text in, linked program out. */
export async function programOf(sources: Sources, setting: Setting = {}): Promise<Program> {
  return linked(await inputsOf(sources, setting.role), setting);
}

/** The calls of a method, each as `name → targets`; what leaves the tree as `name → (owner)`, the rest as `name ✗ reason`. */
export async function callsOf(sources: Sources, method: string, setting: Setting = {}): Promise<string[]> {
  const program = await programOf(sources, setting);
  return methodNamed(program, method).calls.map(printCall);
}

/** A method by `Type.name`; the first of several. */
export function methodNamed(program: Program, name: string): ProgramMethod {
  const dot = name.lastIndexOf('.');
  const found = program.methods.find(
    (method) => method.owner.name === name.slice(0, dot) && method.name === name.slice(dot + 1),
  );
  if (found === undefined) throw new Error(`no method ${name}`);
  return found;
}

/** One call as a line. */
function printCall({ name, resolution, targets }: CallSite): string {
  if (resolution.status === 'unresolved') return `${name} ✗ ${resolution.reason}`;
  const own = targets.map(({ method }) => method).join(', ');
  return resolution.status === 'external'
    ? `${name} → (${resolution.owner})${own === '' ? '' : ` ${own}`}`
    : `${name} → ${own}`;
}
