import type { Text } from '../../base/text.ts';
import type { Inventory, InventoryFile } from '../../inventory/inventory.ts';
import type { Program } from '../../link/program.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { rememberedOf } from '../match/remembered.ts';
import type { Application } from './applications.ts';
import type { Outcome } from './requirement.ts';

/**
 * What holds where no rule was found, in an application with code that nobody read: the rules may stand there. Undefined where
 * all of it was read.
 */
export function unreadCodeOutcome(
  { inventory, program }: MatchTools,
  application: Application,
): Outcome | undefined {
  const files = unreadFiles(program, inventory).filter(({ module }) => application.modules.has(module));
  const [first] = files;
  if (first === undefined) return undefined;
  return {
    requirement: { kind: 'unknown', reason: reasonOf(files, first) },
    mechanism: 'unread-code',
    row: '',
    evidence: [{ file: first.path, line: 1, text: `not read: ${first.language ?? ''}` }],
  };
}

/** Files of production code that nobody read, of the whole tree. */
const unreadFiles = rememberedOf((program: Program, inventory: Inventory): readonly InventoryFile[] => {
  const read = new Set(program.types.map(({ file }) => file.facts.language));
  const unread = unreadLanguages(inventory, read);
  return unread.size === 0
    ? []
    : inventory.files.filter(
        ({ language, role }) =>
          language !== null && unread.has(language) && (role === 'production' || role === 'generated'),
      );
});

/** Languages of production code that run on one platform with the code that was read. */
function unreadLanguages({ languages }: Inventory, read: ReadonlySet<string>): ReadonlySet<string> {
  const platforms = new Set(
    languages.flatMap(({ language, platform }) =>
      platform !== null && read.has(language) ? [platform] : [],
    ),
  );
  return new Set(
    languages.flatMap(({ language, platform }) =>
      platform !== null && platforms.has(platform) && !read.has(language) ? [language] : [],
    ),
  );
}

function reasonOf(files: readonly InventoryFile[], { path }: InventoryFile): Text {
  const others = files.length - 1;
  return {
    en: `no rule was found, and code that is not read may have one: ${path}${others === 0 ? '' : ` and ${others} more`}`,
    ru: `правила не найдены, но могут быть в коде, который не анализируется: ${path}${others === 0 ? '' : ` и ещё ${others}`}`,
  };
}
