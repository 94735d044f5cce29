import type { Diagnostic } from '../base/diagnostics.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { SourceReader } from '../inventory/source-reader.ts';
import { matchAdvisories } from '../resolution/advisories/match-advisories.ts';
import { declaredLibraries, type Libraries, presentLibraries } from '../resolution/libraries.ts';
import { type MavenOptions, NO_MAVEN } from '../resolution/maven/maven-options.ts';
import { resolveClassPath, wantedForResolution } from '../resolution/resolve-class-path.ts';
import { readTexts } from './read-texts.ts';

/** How libraries are looked for beyond what a tree declares. Plain data: it travels to the thread that analyses. */
export interface LibraryOptions {
  /** How the mode `full` resolves class paths. */
  readonly maven: MavenOptions;
  /** Directory of advisories in OSV format; null for none. */
  readonly advisories: string | null;
}

/** Where to look for libraries, and how. */
interface LibrarySearch {
  readonly inventory: Inventory;
  readonly reader: SourceReader;
  readonly mode: 'fast' | 'full';
  readonly libraries?: LibraryOptions;
  readonly onLog?: (text: string) => void;
}

/**
 * What the product stands on. The mode `fast` counts what is declared, whatever lock files say, so that its figures mean
 * the same for every build tool; known vulnerabilities are looked for in all that is known, in both modes.
 */
export async function findLibraries(
  search: LibrarySearch,
): Promise<{ readonly libraries: Libraries; readonly diagnostics: readonly Diagnostic[] }> {
  const { inventory, reader, mode, libraries: options, onLog } = search;
  const advisories = options?.advisories ?? null;
  const texts = await readTexts(reader, wantedForResolution(inventory, mode));
  const classPath = await resolveClassPath({
    ...{ inventory, texts },
    maven: mode === 'full' ? (options?.maven ?? NO_MAVEN) : null,
    log: onLog ?? (() => undefined),
  });
  const known = presentLibraries(inventory, classPath);
  const present = mode === 'full' ? known : declaredLibraries(inventory).present;
  if (advisories === null) {
    return { libraries: { present, classPath, vulnerable: [] }, diagnostics: classPath.diagnostics };
  }
  // Loaded here alone: it brings a schema along, which a run without advisories does not need.
  const { diagnoseReading, readAdvisories } = await import('../resolution/advisories/read-advisories.ts');
  const reading = await readAdvisories(advisories);
  const vulnerable = matchAdvisories(known, reading.index);
  return {
    libraries: { present, classPath, vulnerable },
    diagnostics: [...classPath.diagnostics, ...diagnoseReading(reading)],
  };
}
