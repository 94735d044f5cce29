import { methodId, typeName } from '../../base/ids.ts';
import { Modifier } from '../../facts/declarations.ts';
import type { ProgramType } from '../../link/program.ts';
import { findApplications } from '../access/applications.ts';
import { textsOf } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { simpleName } from '../match/name-pattern.ts';
import { classOf } from '../match/type-matcher.ts';
import type { Row } from '../models.ts';
import type { ExportedEntryRow } from '../schema/supplied-entry-rows.ts';
import { firstTypeArgument } from '../sinks/type-argument.ts';
import type { EntryDraft } from './entry-draft.ts';
import { joinAll } from './join-paths.ts';
import { contextPaths, dependencyLine } from './supplied-entries.ts';

type ExportedRow = Row<'entries'> & ExportedEntryRow;

/** Repositories that a library puts on the web as they are: one collection and its items each. */
export function exportedEntries(tools: MatchTools, rows: readonly ExportedRow[]): readonly EntryDraft[] {
  const beans = tools.models.access.find((each) => each.on === 'beans');
  if (rows.length === 0 || beans === undefined) return [];
  const applications = findApplications(tools, beans);
  return rows.flatMap((row) =>
    tools
      .typesBelow(row.type)
      .filter((type) => isExported(tools, row, type))
      .flatMap((type) => {
        const application = applications
          .of(type)
          .find((each) => dependencyLine(tools, each, row.dependency) !== undefined);
        if (application === undefined) return [];
        const { settings } = application;
        const base = settings.find(row.base.property)?.value ?? row.base.otherwise;
        const before = [joinAll(contextPaths(settings), [base], 'slash'), [base]] as const;
        return entriesOf(tools, { row, type, before });
      }),
  );
}

function isExported(tools: MatchTools, row: ExportedRow, type: ProgramType): boolean {
  if (type.declaration.kind !== 'interface') return false;
  if (tools.annotations.find(type.annotations, row.unlessAnnotation).length > 0) return false;
  const [marked] = tools.annotations.find(type.annotations, row.annotation);
  if (marked === undefined) return (type.declaration.modifiers & Modifier.public) !== 0;
  return textsOf(marked.attributes.get('exported'))[0] !== 'false';
}

function entriesOf(
  tools: MatchTools,
  found: {
    readonly row: ExportedRow;
    readonly type: ProgramType;
    /** Of the server, and as the application's rules see it. */
    readonly before: readonly [readonly string[], readonly string[]];
  },
): readonly EntryDraft[] {
  const { row, type, before } = found;
  const collection = collectionName(tools, row, type);
  if (collection === undefined) return [];
  const [marked] = tools.annotations.find(type.annotations, row.annotation);
  return row.endpoints.map((endpoint): EntryDraft => {
    const own = endpoint.path === '' ? [collection] : [`${collection}/${endpoint.path}`];
    const paths = joinAll(before[0], own, 'slash');
    const handler = methodId(
      typeName(`framework:${row.id}`),
      `${type.declaration.name}.${endpoint.name}`,
      [],
    );
    return {
      id: [row.kind, endpoint.verbs.join('|'), paths.join(','), handler].join(' '),
      kind: row.kind,
      verbs: endpoint.verbs,
      paths,
      applicationPaths: joinAll(before[1], own, 'slash'),
      handler,
      location: {
        file: type.file.facts.path,
        line: marked?.written.line ?? type.declaration.line,
      },
      framework: row.framework,
      mechanism: row.id,
      owner: type.name,
      supplied: 'data',
      parameters: [],
      checks: [],
    };
  });
}

/** As the annotation says, else the plural of the entity's name as the library forms it in the plain cases. */
function collectionName(tools: MatchTools, row: ExportedRow, type: ProgramType): string | undefined {
  const [marked] = tools.annotations.find(type.annotations, row.annotation);
  const given = textsOf(marked?.attributes.get('path')).find((path) => path !== '');
  if (given !== undefined) return given;
  if (row.collection === 'type-name')
    return hyphenated(type.declaration.name.replace(/(?:Resource|Controller)$/u, ''));
  const entity = firstTypeArgument(tools, { kind: 'class', name: type.name, args: [] }, row.type);
  const name = entity === undefined ? undefined : classOf(entity);
  if (name === undefined) return undefined;
  const simple = simpleName(name);
  const plain = simple.slice(0, 1).toLowerCase() + simple.slice(1);
  if (/[^aeiou]y$/u.test(plain)) return `${plain.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/u.test(plain) ? `${plain}es` : `${plain}s`;
}

/** `OpenVisits` gives `open-visits`. */
function hyphenated(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, '-').toLowerCase();
}
