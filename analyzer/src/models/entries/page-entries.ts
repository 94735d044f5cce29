import { methodId, type RelativePath, typeName } from '../../base/ids.ts';
import { byText } from '../../base/ordering.ts';
import type { InventoryFile } from '../../inventory/inventory.ts';
import { type Application, findApplications } from '../access/applications.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { Row } from '../models.ts';
import type { PageEntryRow } from '../schema/supplied-entry-rows.ts';
import type { EntryDraft } from './entry-draft.ts';
import { joinAll } from './join-paths.ts';
import { contextPaths, dependencyLine } from './supplied-entries.ts';

type PageRow = Row<'entries'> & PageEntryRow;

/** Pages of one tree beyond this are left out. */
const MOST = 5_000;

/** Pages that the container runs by their own path: those in a web folder, outside of what it hides. */
export function pageEntries(tools: MatchTools, rows: readonly PageRow[]): readonly EntryDraft[] {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  if (rows.length === 0 || beans === undefined) return [];
  return rows.flatMap((row) => {
    const pages = pagesOf(tools, row);
    if (pages.length === 0) return [];
    const applications = findApplications(tools, beans);
    return pages.flatMap(({ file, path }) => {
      const [application] = applications.ofModule(file.module);
      if (application === undefined || !runsPages(tools, row, application)) return [];
      return [entryOf(row, { file, path, application })];
    });
  });
}

interface Page {
  readonly file: InventoryFile;
  /** As the application's rules see it. */
  readonly path: string;
}

function pagesOf({ inventory }: MatchTools, row: PageRow): readonly Page[] {
  const pages = inventory.files.filter(
    ({ path, role }) =>
      role === 'production' && row.extensions.some((extension) => path.endsWith(`.${extension}`)),
  );
  if (pages.length === 0) return [];
  const roots = webRoots(inventory.files, row);
  return pages
    .toSorted(byText(({ path }) => path))
    .slice(0, MOST)
    .flatMap((file) => {
      const root = rootOf(file.path, roots);
      if (root === undefined) return [];
      const path = file.path.slice(root.length);
      return row.hidden.some((folder) => path.startsWith(`/${folder}/`)) ? [] : [{ file, path }];
    });
}

/** Folders that are the root of the paths: those of the usual layout, and those with a hidden folder in them. */
function webRoots(files: readonly InventoryFile[], { hidden, folders }: PageRow): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const { path } of files) {
    for (const folder of folders) {
      const at = `/${path}`.indexOf(`/${folder}/`);
      if (at >= 0) roots.add(path.slice(0, at + folder.length));
    }
    for (const folder of hidden) {
      const at = path.indexOf(`/${folder}/`);
      if (at > 0) roots.add(path.slice(0, at));
    }
  }
  return roots;
}

/** The outermost root that a page is in: a folder inside of it may be named like one. */
function rootOf(path: RelativePath, roots: ReadonlySet<string>): string | undefined {
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const folder = path.slice(0, slash);
    if (roots.has(folder)) return folder;
  }
  return undefined;
}

/** A program that brings its own server runs pages only with a compiler for them; a web archive runs in a container. */
function runsPages({ inventory, ...tools }: MatchTools, row: PageRow, application: Application): boolean {
  const { root } = application;
  if (root === null) return true;
  const module = inventory.modules.find(({ id }) => id === root.file.module);
  return (
    module?.packaging === 'war' ||
    dependencyLine({ inventory, ...tools }, application, row.dependency) !== undefined
  );
}

function entryOf(
  row: PageRow,
  { file, path, application }: Page & { readonly application: Application },
): EntryDraft {
  const context = contextPaths(application.settings, false);
  const paths = context.length === 0 ? [path] : joinAll(context, [path], 'slash');
  const handler = methodId(typeName(`framework:${row.id}`), file.path, []);
  return {
    id: [row.kind, '*', paths.join(','), handler].join(' '),
    kind: row.kind,
    verbs: ['*'],
    paths,
    applicationPaths: [path],
    handler,
    location: { file: file.path, line: 1 },
    framework: row.framework,
    mechanism: row.id,
    owner: typeName(`framework:${row.id}`),
    module: file.module,
    supplied: 'page',
    parameters: [],
    checks: [],
  };
}
