import type { TypeName } from '../base/ids.ts';
import type { Annotation } from '../facts/declarations.ts';
import type { ResolutionRules } from '../facts/resolution-rules.ts';
import type { FileScope } from './file-scope.ts';
import type { Homonyms, ModuleDependencies } from './homonyms.ts';
import type { LanguageTypes } from './language-types.ts';
import type { Choice, Member } from './members.ts';
import type { NameScope } from './name-scope.ts';
import type {
  CallSite,
  CallTarget,
  ConstantValue,
  LinkInput,
  ProgramField,
  ResolvedAnnotation,
} from './program.ts';
import type { ReachableOverriders } from './reachable.ts';
import type { ResolvedType } from './resolved-type.ts';
import type { Draft, MethodDraft, MethodShape, TypeDraft, TypeShape } from './shapes.ts';
import type { SignatureStore } from './signatures/signature-store.ts';
import type { SuperTable } from './subtyping.ts';
import type { SynthesisRule } from './synthesis-rules.ts';
import type { OutsideMethod } from './type-hierarchy.ts';
import type { ClassType, VariableType } from './types.ts';

/** What a member of a type outside gives: one type, or `itself`. */
export interface LibraryResult {
  readonly type: readonly string[];
  readonly method: readonly string[];
  readonly gives: string;
}

/** What linking is told besides the facts: all by language id. */
export interface LinkContext {
  readonly rules: ReadonlyMap<string, ResolutionRules>;
  /** A language without signature files knows no type outside the tree. */
  readonly signatures: ReadonlyMap<string, SignatureStore>;
  /** What code generators add to types, as data. */
  readonly synthesis: readonly SynthesisRule[];
  /** Full names of types that are known to be there although nobody has their declaration; absent: none. */
  readonly namedTypes?: readonly string[];
  /** What members of types give of which nobody has the declaration; absent: nothing is known. */
  readonly results?: readonly LibraryResult[];
  /** What decides between types of one name; absent where the tree is one module. */
  readonly dependencies?: ModuleDependencies;
}

/** One file while it is linked: its types in the order of `facts.types`. */
export interface SourceFile {
  readonly input: LinkInput;
  readonly rules: ResolutionRules;
  readonly language: LanguageTypes;
  readonly signatures: SignatureStore;
  readonly types: TypeDraft[];
  /** Shapes of `types`; the same objects that look-up by name gives, unless another file declared the name first. */
  readonly shapes: TypeShape[];
  /** Lexical scopes of `types`, inside their bodies. */
  readonly scopes: NameScope[];
  /** Type parameters of generic methods by `type:method` index; null where there is none. */
  methodVariables: Map<string, readonly Draft<VariableType>[]> | null;
  /** Local types by `type:method` index of the method around them, then by simple name. */
  readonly localTypes: ReadonlyMap<string, ReadonlyMap<string, TypeName>>;
  readonly scope: FileScope;
  /** Whether any type of the package is known. */
  readonly knowsPackage: (name: string) => boolean;
}

/** An annotation with the place its arguments are read from. */
export interface OpenAnnotation {
  readonly annotation: Annotation;
  readonly resolved: ResolvedAnnotation;
  readonly scope: NameScope;
}

/** Everything the passes build up and look into. Lives as long as the program. */
export interface World {
  /** Tells what was found in this world from what was found in another; holds nothing of it. */
  readonly mark: object;
  readonly context: LinkContext;
  /** Whether something was asked for while it was being found: what that came to can depend on who asked first. */
  readonly order: { matters: boolean };
  /** Those of the context, to be asked by name. */
  readonly namedTypes: ReadonlySet<string>;
  /** The results of the context, by `type#member`. */
  readonly results: ReadonlyMap<string, string>;
  readonly homonyms: Homonyms;
  /** The signatures of all languages. */
  readonly signatures: readonly SignatureStore[];
  readonly files: readonly SourceFile[];
  /** Types of the tree by name; the first of several with one name. */
  readonly drafts: Map<TypeName, TypeDraft>;
  readonly shapes: Map<TypeName, TypeShape>;
  /** Shapes that were asked for, of the tree or not; null where there is none. */
  readonly knownShapes: Map<TypeName, TypeShape | null>;
  /** Names of types of the tree, and what could be such names, that have member types. */
  readonly outerNames: Set<string>;
  /** What stands behind the names around them in names of member types of the tree. */
  readonly memberNames: Set<string>;
  /** What stands behind the package in names of types of the tree. */
  readonly simpleNames: Set<string>;
  /** All methods but those of tests; null until all bodies are typed and somebody asks. */
  kept: readonly MethodDraft[] | null;
  /** Types that synthesis rules add. */
  readonly generatedTypes: TypeDraft[];
  /** Looks the supertypes of a type of the tree up if that has not happened yet. */
  settleParents: (shape: TypeShape) => void;
  readonly fileOf: Map<TypeDraft, SourceFile>;
  /** Lexical scope inside the body of each type of the tree. */
  readonly scopeOf: Map<TypeDraft, NameScope>;
  /** Annotations whose arguments are still to be folded. */
  readonly openAnnotations: OpenAnnotation[];
  /** Folded values of fields of the tree; null while one is being folded. */
  readonly constants: Map<ProgramField, ConstantValue | null>;
  /** Types of the tree directly below a type, by the name of the type above. */
  readonly directSubtypes: Map<TypeName, TypeDraft[]>;
  /** Names of all types, of the tree or not, that a type of the tree stands below. */
  readonly typesAbove: Set<TypeName>;
  /** All supertypes of a type, found when first asked for. */
  readonly superAnswers: Map<TypeName, SuperTable>;
  /** Marks what scopes have remembered of simple names; null until all supertypes are settled, another one where types are added. */
  nameAnswers: object | null;
  /** The types with member types among a type and those above it; null until all supertypes are settled, emptied where types are added. */
  memberOwners: Map<TypeShape, MemberOwners> | null;
  /** Shapes that keep what was looked up on them here. */
  readonly askedShapes: TypeShape[];
  /** Members of types outside of which no signature is held, by type and name. */
  readonly outsideMembers: Map<TypeName, Map<string, OutsideMember>>;
  /** What call sites say of methods outside the tree. */
  readonly outsideMethods: Map<MethodShape, OutsideMethod>;
  /** The one abstract method of functional interfaces; null for other types that were asked about. */
  readonly functions: Map<TypeName, Member | null>;
  /** Methods of the tree that override a method outside it, by `owner#name(erased parameters)`. */
  readonly externalOverriders: Map<string, Set<MethodDraft>>;
  /** Methods with a body that no object of the tree has: all types that could have it have another in its place. */
  readonly replaced: Set<MethodDraft>;
  /** Those of `externalOverriders` below types. */
  readonly reachable: Map<ReadonlySet<MethodDraft>, ReachableOverriders>;
  /** Targets that calls share, by the list of overriders they are made of, then by kind: thousands of calls may have thousands. */
  readonly sharedTargets: Map<readonly unknown[], Map<string, readonly CallTarget[]>>;
  /** Declarations of locals that are assigned to, by method; found when first asked for. */
  readonly assignedLocals: Map<MethodDraft, ReadonlySet<number>>;
  /** Constants of operations that were asked for. */
  readonly foldedOperations: Map<MethodDraft, Map<number, ConstantValue>>;
  /** The number of targets that a call may have; null where all calls together are few enough. */
  fanOutLimit: number | null;
}

/** Types with member types, nearest first. */
export interface MemberOwners {
  readonly all: readonly TypeName[];
  /** Those of them of which signature files know member types. */
  readonly outside: readonly TypeName[];
}

/** What calls of a member come to of which nobody has the declaration. */
export interface OutsideMember {
  /** What the context says that it gives. */
  readonly gives: string | null;
  readonly returnType: ResolvedType;
  readonly resolved: Pick<CallSite, 'resolution' | 'targets'>;
}

/** What a look-up leaves to choose from for one receiver: many calls ask for the same. */
export interface KnownCandidates {
  readonly receiver: ClassType;
  /** The mark of the world, and the rules of the language, that they were asked for in. */
  readonly mark: object;
  readonly rules: ResolutionRules;
  /** Those that take the number of arguments that was asked for first, which is the only one of most. */
  count: number;
  first: Choice | null;
  /** Those that take another number, by it. */
  others: Map<number, Choice> | null;
}

/** The shape of a type, from the tree or from signature files. */
export function shapeOf(world: World, name: TypeName): TypeShape | undefined {
  const known = world.knownShapes.get(name);
  if (known !== undefined) return known ?? undefined;
  const found = findShape(world, name);
  world.knownShapes.set(name, found);
  return found ?? undefined;
}

function findShape(world: World, name: TypeName): TypeShape | null {
  const own = world.shapes.get(name);
  if (own !== undefined) return own;
  for (const signatures of world.signatures) {
    const shape = signatures.get(name);
    if (shape !== undefined) return shape;
  }
  return null;
}
