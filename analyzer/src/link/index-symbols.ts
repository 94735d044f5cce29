import { binaryNameOf, type TypeName, typeName } from '../base/ids.ts';
import type { MethodAddress } from '../facts/declarations.ts';
import { Modifier } from '../facts/declarations.ts';
import type { ResolutionRules } from '../facts/resolution-rules.ts';
import type { TypeParameter } from '../facts/type-refs.ts';
import { type FullNames, fileScope, fullNames } from './file-scope.ts';
import { Homonyms, type NamedFile } from './homonyms.ts';
import { languageTypes } from './language-types.ts';
import type { NameScope } from './name-scope.ts';
import type { LinkInput } from './program.ts';
import type { Draft, FieldShape, MethodShape, TypeDraft, TypeShape } from './shapes.ts';
import { noSignatures } from './signatures/signature-store.ts';
import { compareInputs } from './stable-order.ts';
import { classType, type VariableType } from './types.ts';
import type { LinkContext, SourceFile, World } from './world.ts';

/** A shape of the tree while it is filled. */
export interface ShapeDraft extends Draft<TypeShape> {
  fields: Map<string, FieldShape>;
  methods: Map<string, MethodShape[]>;
}

/** First pass: every type of every file gets a draft, a shape and its place among names. Nothing is looked up yet. */
export function indexSymbols(inputs: readonly LinkInput[], context: LinkContext): World {
  const ordered = inputs.toSorted(compareInputs);
  const homonyms = new Homonyms(ordered, context.dependencies ?? new Map());
  const world = emptyWorld(context, homonyms);
  return { ...world, files: addFiles(world, ordered, packagesOf(ordered)) };
}

/**
 * The same for files that stand on a linked world and are known to nobody in it: a world of these files alone, in which the
 * types of both have their places. The one below stays as it is. Files that are absent have no place in it, but the others
 * are called what they are called beside them.
 */
export function indexAbove(
  below: World,
  inputs: readonly LinkInput[],
  absent: readonly NamedFile[] = NO_FILES,
): World {
  const ordered = inputs.toSorted(compareInputs);
  const all = allNamed(below, inputs, absent);
  const world = worldAbove(below, below.homonyms.with(all));
  return { ...world, files: addFiles(world, ordered, packagesOf(all)) };
}

const NO_FILES: readonly NamedFile[] = [];

/** The files of a world, and those that stand on it, in their order. */
export function allNamed(
  below: World,
  inputs: readonly LinkInput[],
  absent: readonly NamedFile[],
): readonly NamedFile[] {
  const above: readonly NamedFile[] = absent.length === 0 ? inputs : [...inputs, ...absent];
  return [...below.files.map(({ input }) => input), ...above.toSorted(compareInputs)];
}

function packagesOf(inputs: readonly NamedFile[]): ReadonlySet<string> {
  return new Set(inputs.map((input) => input.facts.package));
}

function emptyWorld(context: LinkContext, homonyms: Homonyms): World {
  return {
    mark: {},
    context,
    order: { matters: false },
    namedTypes: new Set(context.namedTypes),
    results: new Map(
      (context.results ?? []).flatMap(({ type, method, gives }) =>
        type.flatMap((owner) => method.map((name) => [`${owner}#${name}`, gives] as const)),
      ),
    ),
    homonyms,
    signatures: [...context.signatures.values()],
    files: [],
    drafts: new Map(),
    shapes: new Map(),
    knownShapes: new Map(),
    outerNames: new Set(),
    memberNames: new Set(),
    simpleNames: new Set(),
    settleParents: () => undefined,
    fileOf: new Map(),
    scopeOf: new Map(),
    openAnnotations: [],
    constants: new Map(),
    directSubtypes: new Map(),
    typesAbove: new Set(),
    superAnswers: new Map(),
    nameAnswers: null,
    memberOwners: null,
    askedShapes: [],
    outsideMembers: new Map(),
    outsideMethods: new Map(),
    functions: new Map(),
    externalOverriders: new Map(),
    replaced: new Set(),
    reachable: new Map(),
    sharedTargets: new Map(),
    assignedLocals: new Map(),
    foldedOperations: new Map(),
    fanOutLimit: null,
    kept: null,
    generatedTypes: [],
  };
}

/** What is found by name is copied, for new types may have the names; what hangs on an object of the world below is shared. */
function worldAbove(below: World, homonyms: Homonyms): World {
  return {
    ...below,
    mark: {},
    order: { matters: false },
    homonyms,
    drafts: new Map(below.drafts),
    shapes: new Map(below.shapes),
    knownShapes: new Map(),
    outerNames: new Set(below.outerNames),
    memberNames: new Set(below.memberNames),
    simpleNames: new Set(below.simpleNames),
    openAnnotations: [],
    superAnswers: new Map(),
    nameAnswers: null,
    memberOwners: null,
    functions: new Map(),
    reachable: new Map(),
    kept: null,
    generatedTypes: [],
  };
}

function addFiles(
  world: World,
  inputs: readonly LinkInput[],
  packages: ReadonlySet<string>,
): readonly SourceFile[] {
  const { homonyms } = world;
  const languages = knownLanguages(world.context);
  const namesOf = fullNames(homonyms);
  const files: SourceFile[] = [];
  for (const input of inputs) {
    const language = languages.get(input.facts.language);
    if (language === undefined) continue;
    const file = sourceFile({ input, homonyms, packages, full: namesOf(input) }, language);
    for (let index = 0; index < file.types.length; index++) addType(world, file, index);
    files.push(file);
  }
  return files;
}

type KnownLanguage = Pick<SourceFile, 'rules' | 'signatures' | 'language'>;

function knownLanguages({ rules, signatures }: LinkContext): ReadonlyMap<string, KnownLanguage> {
  const known = [...rules].map(([id, own]) => {
    const language = languageTypes(own);
    return [id, { rules: own, signatures: signatures.get(id) ?? noSignatures(own), language }] as const;
  });
  return new Map(known);
}

function sourceFile(
  {
    input,
    homonyms,
    packages,
    full,
  }: {
    readonly input: LinkInput;
    readonly homonyms: Homonyms;
    readonly packages: ReadonlySet<string>;
    readonly full: FullNames;
  },
  known: KnownLanguage,
): SourceFile {
  const count = input.facts.types.length;
  return {
    input,
    rules: known.rules,
    signatures: known.signatures,
    language: known.language,
    types: new Array(count),
    shapes: new Array(count),
    scopes: new Array(count),
    methodVariables: null,
    localTypes: localTypesOf(input, homonyms),
    scope: fileScope(input, full),
    knowsPackage: (name) => packages.has(name) || known.signatures.hasPackage(name),
  };
}

function addType(world: World, file: SourceFile, index: number): void {
  const declaration = file.input.facts.types[index];
  if (declaration === undefined) return;
  const name = world.homonyms.declared(file.input.module, declaration.binaryName);
  const outer = declaration.outer === null ? null : (file.types[declaration.outer] ?? null);
  const draft: TypeDraft = {
    name,
    declaration,
    file: file.input,
    superclass: null,
    interfaces: [],
    outer,
    annotations: [],
    fields: [],
    methods: [],
  };
  const shape = shapeFor(draft, file.rules);
  file.types[index] = draft;
  file.shapes[index] = shape;
  const scope = scopeFor(file, draft, shape);
  file.scopes[index] = scope;
  world.scopeOf.set(draft, scope);
  world.fileOf.set(draft, file);
  if (!world.drafts.has(name)) {
    world.drafts.set(name, draft);
    addShape(world, shape);
  }
}

/** Makes a type of the tree known by its name. */
export function addShape(world: World, shape: TypeShape): void {
  const { name } = shape;
  world.shapes.set(name, shape);
  world.knownShapes.set(name, shape);
  const binaryName = binaryNameOf(name);
  world.simpleNames.add(binaryName.slice(binaryName.lastIndexOf('.') + 1));
  for (let at = name.indexOf('$'); at !== -1; at = name.indexOf('$', at + 1)) {
    world.outerNames.add(name.slice(0, at));
    world.memberNames.add(name.slice(at + 1));
  }
}

/** The shape of a declared type, still without parents and members. */
export function shapeFor(draft: TypeDraft, rules: ResolutionRules): ShapeDraft {
  const { declaration, name } = draft;
  const isInterface = declaration.kind === 'interface' || declaration.kind === 'annotation';
  const parameters = freeVariables(declaration.typeParameters, name, rules);
  return {
    name,
    kind: declaration.kind,
    rules,
    isAbstract: isInterface || (declaration.modifiers & Modifier.abstract) !== 0,
    isStatic: isStaticType(draft),
    outer: draft.outer?.name ?? null,
    parameters,
    self: classType(name, parameters),
    parents: [],
    fields: new Map(),
    methods: new Map(),
    draft,
    hasUnknownParent: false,
    lookedUp: null,
  };
}

/** Member interfaces, enums, records and all members of interfaces are static without saying so (JLS 8.5.1, 9.5). */
function isStaticType({ declaration, outer }: TypeDraft): boolean {
  if (outer === null || (declaration.modifiers & Modifier.static) !== 0) return true;
  if (declaration.kind === 'anonymous') return false;
  const outerKind = outer.declaration.kind;
  return declaration.kind !== 'class' || outerKind === 'interface' || outerKind === 'annotation';
}

/** Type parameters whose bounds are filled in when names can be looked up; everybody holds the same objects. */
function freeVariables(
  declared: readonly TypeParameter[],
  owner: string,
  rules: ResolutionRules,
): readonly Draft<VariableType>[] {
  if (declared.length === 0) return NO_VARIABLES;
  const bound = classType(typeName(rules.rootType));
  return declared.map(({ name }) => ({ kind: 'variable', name, owner, bound }));
}

function scopeFor(file: SourceFile, draft: TypeDraft, shape: TypeShape): NameScope {
  const { declaration } = draft;
  const outer = declaration.outer === null ? null : (file.scopes[declaration.outer] ?? null);
  const around = declaration.enclosingMethod;
  const parent = around === null ? outer : methodLevel(file, around);
  return {
    file,
    parent,
    variables: shape.parameters,
    locals: null,
    type: shape,
    names: null,
    meanings: null,
    calls: null,
  };
}

const NO_VARIABLES: readonly Draft<VariableType>[] = [];
const NO_PARAMETERS: readonly TypeParameter[] = [];

/** The level of a method: its type parameters and the types declared in its body. That of its type where it has none of these. */
export function methodLevel(file: SourceFile, address: MethodAddress): NameScope {
  const { type, method } = address;
  const declared = file.input.facts.types[type]?.methods[method]?.typeParameters ?? NO_PARAMETERS;
  const parent = file.scopes[type] ?? null;
  if (declared.length === 0 && file.localTypes.size === 0 && parent !== null) return parent;
  const key = `${type}:${method}`;
  file.methodVariables ??= new Map();
  let variables = file.methodVariables.get(key);
  if (variables === undefined) {
    variables = freeVariables(declared, key, file.rules);
    file.methodVariables.set(key, variables);
  }
  return {
    file,
    parent,
    variables,
    locals: file.localTypes.get(key) ?? null,
    type: null,
    names: null,
    meanings: null,
    calls: null,
  };
}

/** Local types by the method they are declared in; of several with one name in different blocks the first. */
function localTypesOf(
  input: LinkInput,
  homonyms: Homonyms,
): ReadonlyMap<string, ReadonlyMap<string, TypeName>> {
  let byMethod: Map<string, Map<string, TypeName>> | null = null;
  for (const { enclosingMethod, kind, name, binaryName } of input.facts.types) {
    if (enclosingMethod === null || kind === 'anonymous') continue;
    byMethod ??= new Map();
    const key = `${enclosingMethod.type}:${enclosingMethod.method}`;
    const known = byMethod.get(key) ?? new Map<string, TypeName>();
    if (!known.has(name)) known.set(name, homonyms.declared(input.module, binaryName));
    byMethod.set(key, known);
  }
  return byMethod ?? NO_LOCAL_TYPES;
}

const NO_LOCAL_TYPES: ReadonlyMap<string, ReadonlyMap<string, TypeName>> = new Map();
