import { methodId, typeName } from '../../base/ids.ts';
import { type Application, findApplications } from '../access/applications.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { EntryDraft } from './entry-draft.ts';
import { type DescribedRow, type GeneratedOperation, generatedBase } from './generated-operations.ts';
import { joinAll } from './join-paths.ts';
import { contextPaths } from './supplied-entries.ts';

/**
 * Operations that no class of the tree handles although the build generates their interface. Where a generated controller
 * or a default method answers, it says "not implemented"; where only the interface is generated and nobody implements it,
 * nothing does, and the entry is dormant. The place is the description's line.
 */
export function unimplementedEntries(
  tools: MatchTools,
  row: DescribedRow,
  found: { readonly open: readonly GeneratedOperation[]; readonly implemented: ReadonlySet<string> },
): readonly EntryDraft[] {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  const generated = found.open.filter(({ generator }) => generator !== undefined);
  if (generated.length === 0 || beans === undefined) return [];
  const applications = findApplications(tools, beans).all.filter(({ root }) => root !== null);
  return generated.flatMap((each) => {
    const module = each.generator?.module ?? each.operation.module;
    const application = applications.find(({ modules }) => modules.has(module));
    return application === undefined ? [] : [entryOf(row, each, { application, ...found })];
  });
}

function entryOf(
  row: DescribedRow,
  generated: GeneratedOperation,
  known: { readonly application: Application; readonly implemented: ReadonlySet<string> },
): EntryDraft {
  const { operation, generator, interfaceNames } = generated;
  const [interfaceName = ''] = interfaceNames;
  const { application, implemented } = known;
  const isServed =
    interfaceNames.some((name) => implemented.has(name)) || generator?.isOn('interfaceOnly') !== true;
  const setting = (key: string) => application.settings.find(key)?.value;
  const base = isServed ? generatedBase(row, generated, setting) : operation.serverPath;
  const applicationPaths = joinAll([base], [operation.path], 'slash');
  const context = isServed ? contextPaths(application.settings) : [];
  const paths = context.length === 0 ? applicationPaths : joinAll(context, applicationPaths, 'slash');
  const handler = methodId(typeName(`framework:${row.id}`), `${interfaceName}.${generated.methodName}`, []);
  return {
    id: [row.kind, operation.verb, paths.join(','), handler].join(' '),
    kind: row.kind,
    verbs: [operation.verb],
    paths,
    applicationPaths,
    handler,
    location: { file: operation.evidence.file, line: operation.evidence.line },
    framework: row.framework,
    mechanism: row.id,
    owner: application.root?.name ?? typeName(`framework:${row.id}`),
    ...(isServed
      ? { supplied: 'harmless' }
      : {
          dormant: {
            en: `the build generates only the interface ${interfaceName}, and no class implements it`,
            ru: `сборка генерирует только интерфейс ${interfaceName}, и ни один класс его не реализует`,
          },
        }),
    parameters: [],
    checks: [],
  };
}
