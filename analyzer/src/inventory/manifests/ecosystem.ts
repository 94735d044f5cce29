import type { Diagnostic } from '../../base/diagnostics.ts';
import type { RelativePath } from '../../base/ids.ts';
import { type Label, labelIn } from '../../base/text.ts';
import type { BuildTool, DependencyScope, Ecosystem, ManifestFormat } from '../inventory.ts';

/** A manifest that was read. */
export interface ManifestText {
  readonly path: RelativePath;
  readonly format: ManifestFormat;
  readonly text: string;
}

/** A build module as its manifest describes it. Directories are relative to the tree, `.` for the root. */
export interface ModuleFacts {
  readonly dir: RelativePath;
  readonly tool: BuildTool;
  readonly name: string | null;
  readonly version: string | null;
  readonly packaging: string | null;
  readonly parent: RelativePath | null;
  /** The module whose declarations for those below it hold here too; Maven: its parent pom, in the tree. */
  readonly inheritsFrom: RelativePath | null;
  /** Source directories the manifest names itself, where they differ from the tool's convention. */
  readonly mainRoots: readonly RelativePath[];
  readonly testRoots: readonly RelativePath[];
}

/** A dependency as declared; `kind` and module ids are settled once every ecosystem has been read. */
export interface DependencyFacts {
  readonly ecosystem: Ecosystem;
  readonly group: string | null;
  readonly name: string;
  readonly version: string | null;
  readonly scope: DependencyScope;
  readonly file: RelativePath;
  readonly line: number;
  readonly module: RelativePath;
  /** Directory of the module in the tree that the declaration names; null where it names something outside. */
  readonly target: RelativePath | null;
  /** True where the form of the declaration says that it is part of the same build, found or not: `project(":core")`. */
  readonly own: boolean;
  /** Whom the declaration is for beside or instead of its module; absent: nobody. */
  readonly reach?: 'module-and-below' | 'below' | undefined;
}

/** A group id, npm scope … that a manifest of the tree gives to what it builds. */
export interface OwnGroup {
  readonly group: string;
  readonly file: RelativePath;
}

/** Everything one ecosystem's manifests say. */
export interface EcosystemFacts {
  readonly modules: readonly ModuleFacts[];
  readonly dependencies: readonly DependencyFacts[];
  /** Groups the tree publishes under, with the manifest that says so. */
  readonly ownGroups: readonly OwnGroup[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One row of the registry: which files an ecosystem owns and how all of them together are read. */
export interface EcosystemReader {
  readonly id: Exclude<BuildTool, 'none'>;
  /** Format of the file where this ecosystem owns it. */
  readonly formatOf: (path: RelativePath) => ManifestFormat | null;
  /** Reads every manifest of the tree at once, because parents, catalogs and siblings explain each other. Never throws for content. */
  readonly read: (manifests: readonly ManifestText[]) => EcosystemFacts;
}

/** The diagnostic for a manifest that breaks off; what stood before the break is still used. */
export function brokenManifest(place: { file: RelativePath; line: number }, problem: Label): Diagnostic {
  return {
    code: 'manifest-unreadable',
    stage: 'inventory',
    severity: 'warning',
    message: {
      en: `${place.file} cannot be read to its end: ${labelIn('en', problem)}`,
      ru: `${place.file} нельзя прочитать до конца: ${labelIn('ru', problem)}`,
    },
    hint: {
      en: 'Mend the file; dependencies and modules after this line are missing from the results.',
      ru: 'Исправьте файл: зависимостей и модулей после этой строки нет в результатах.',
    },
    file: place.file,
    line: place.line,
  };
}
