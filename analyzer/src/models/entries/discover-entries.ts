import { byText, compareLocation, inOrder } from '../../base/ordering.ts';
import type { MatchTools } from '../match/match-tools.ts';
import type { Row } from '../models.ts';
import type { RegisteredEntryRow } from '../schema/entry-rows.ts';
import type {
  ExportedEntryRow,
  ForwardedEntryRow,
  PageEntryRow,
  SuppliedEntryRow,
} from '../schema/supplied-entry-rows.ts';
import { annotatedEntries, memberEntries } from './annotated-entries.ts';
import { beanEntries } from './bean-entries.ts';
import { configuredEntries } from './configured-entries.ts';
import { describedEntries } from './described-entries.ts';
import type { EntryDraft } from './entry-draft.ts';
import { createEntryFactory, type EntryFactory } from './entry-factory.ts';
import { exportedEntries } from './exported-entries.ts';
import { forwardedEntries } from './forwarded-entries.ts';
import { withForwardedHandlers } from './forwarded-handlers.ts';
import { overridingEntries, signatureEntries } from './overriding-entries.ts';
import { pageEntries } from './page-entries.ts';
import { registeredEntries } from './registered-entries.ts';
import { readServletMappings, type ServletMappings } from './servlet-mappings.ts';
import { suppliedEntries } from './supplied-entries.ts';

/** Finds everything that the outside can make run, by place in the source. */
export function discoverEntries(tools: MatchTools): readonly EntryDraft[] {
  const factory = createEntryFactory(tools);
  const servlets = readServletMappings(tools);
  const registered = tools.models.entries.filter(
    (row): row is Row<'entries'> & RegisteredEntryRow => row.on === 'call',
  );
  const supplied = tools.models.entries.filter(
    (row): row is Row<'entries'> & SuppliedEntryRow => row.on === 'supplied',
  );
  const exported = tools.models.entries.filter(
    (row): row is Row<'entries'> & ExportedEntryRow => row.on === 'exported',
  );
  const pages = tools.models.entries.filter(
    (row): row is Row<'entries'> & PageEntryRow => row.on === 'pages',
  );
  const forwarded = tools.models.entries.filter(
    (row): row is Row<'entries'> & ForwardedEntryRow => row.on === 'forwarded',
  );
  const drafts = [
    ...tools.models.entries.flatMap((row) => entriesOfRow(tools, row, { factory, servlets })),
    ...registeredEntries(tools, registered, factory),
    ...suppliedEntries(tools, supplied),
    ...exportedEntries(tools, exported),
    ...pageEntries(tools, pages),
    ...forwardedEntries(tools, forwarded),
  ];
  const byId = new Map<string, EntryDraft>();
  const handed = withForwardedHandlers(tools, withoutVaguer(drafts));
  for (const draft of handed) if (!byId.has(draft.id)) byId.set(draft.id, draft);
  return [...byId.values()].sort(
    inOrder<EntryDraft>(
      (left, right) => compareLocation(left.location, right.location),
      byText((draft) => draft.id),
    ),
  );
}

/** Leaves out an entry without any path where another row found the same code of the same kind. */
function withoutVaguer(drafts: readonly EntryDraft[]): readonly EntryDraft[] {
  const code = ({ kind, handler, lambda }: EntryDraft) => `${kind} ${handler} ${lambda ?? ''}`;
  const named = new Set(drafts.filter(({ paths }) => paths.length > 0).map(code));
  return drafts.filter((draft) => draft.paths.length > 0 || !named.has(code(draft)));
}

function entriesOfRow(
  tools: MatchTools,
  row: Row<'entries'>,
  made: { readonly factory: EntryFactory; readonly servlets: ServletMappings },
): readonly EntryDraft[] {
  switch (row.on) {
    case 'annotation':
      return annotatedEntries(tools, row, made.factory);
    case 'override':
      return overridingEntries(tools, row, made);
    case 'signature':
      return signatureEntries(tools, row, made.factory);
    case 'members':
      return memberEntries(tools, row, made.factory);
    case 'openapi':
      return describedEntries(tools, row, made.factory);
    case 'bean':
      return beanEntries(tools, row, made.factory);
    case 'configured':
      return configuredEntries(tools, row, made.factory);
    case 'supplied':
    case 'exported':
    case 'pages':
    case 'forwarded':
    case 'call':
      return [];
  }
}
