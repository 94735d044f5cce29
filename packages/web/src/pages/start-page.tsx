import { may, type PageContext } from './page-context.ts';
import { CsrfField } from './parts/csrf-field.tsx';
import { Empty } from './parts/empty.tsx';
import { Foreign } from './parts/foreign.tsx';
import { type NamedRun, RunTable } from './parts/run-table.tsx';
import { Shell } from './shell.tsx';
import type { FailureToTell } from './texts/en.ts';

/** A form that came to nothing. */
interface Refused {
  readonly form: 'git' | 'archive';
  readonly url: string;
  readonly ref: string;
  readonly reason: FailureToTell;
}

/** What the start page shows. */
export interface StartModel {
  readonly recent: readonly NamedRun[];
  readonly maxUploadBytes: number;
  /** What was given and refused, with the reason; null for a fresh form. */
  readonly refused: Refused | null;
}

const MEGABYTE = 1_000_000;

/** Where an analysis begins: a repository or an archive; and the runs of late. */
export function StartPage({ page, model }: { readonly page: PageContext; readonly model: StartModel }) {
  const { words } = page;
  return (
    <Shell page={page} title={words.frame.start}>
      <div class="intro">
        <h1>{words.start.title}</h1>
        <p class="lead muted">{words.start.lead}</p>
      </div>
      {may(page, 'submit') ? (
        <div class="begin">
          <GitForm page={page} model={model} />
          <ArchiveForm page={page} model={model} />
        </div>
      ) : (
        <p class="card">{words.start.readOnly}</p>
      )}
      <section class="card" aria-labelledby="recent">
        <h2 id="recent">{words.start.recent}</h2>
        {model.recent.length === 0 ? (
          <Empty title={words.start.noneTitle}>{words.start.none}</Empty>
        ) : (
          <RunTable runs={model.recent} page={page} caption={words.start.recent} />
        )}
      </section>
    </Shell>
  );
}

function GitForm({ page, model }: { readonly page: PageContext; readonly model: StartModel }) {
  const { words } = page;
  const refused = model.refused?.form === 'git' ? model.refused : null;
  return (
    <form class="card form" method="post" action={page.link('/runs')}>
      <CsrfField page={page} />
      <h2>{words.start.git}</h2>
      <Reason page={page} refused={refused} />
      <label class="field">
        <span>{words.start.url}</span>
        <input
          name="url"
          type="url"
          required
          maxLength={2048}
          placeholder="https://github.com/spring-projects/spring-petclinic"
          value={refused?.url ?? ''}
          autocomplete="url"
          spellcheck={false}
          aria-describedby="url-hint"
          aria-invalid={refused === null ? undefined : 'true'}
          aria-errormessage={refused === null ? undefined : 'refused'}
        />
        <small id="url-hint">{words.start.urlHint}</small>
      </label>
      <div class="pair">
        <label class="field">
          <span>{words.start.ref}</span>
          <input
            name="ref"
            maxLength={250}
            value={refused?.ref ?? ''}
            spellcheck={false}
            aria-describedby="ref-hint"
          />
          <small id="ref-hint">{words.start.refHint}</small>
        </label>
        <ModeField page={page} />
      </div>
      <button type="submit" class="primary">
        {words.start.submit}
      </button>
    </form>
  );
}

function ModeField({ page: { words } }: { readonly page: PageContext }) {
  return (
    <label class="field">
      <span>{words.start.mode}</span>
      <select name="mode">
        <option value="fast">{words.start.modeFast}</option>
        <option value="full">{words.start.modeFull}</option>
      </select>
      <small>{words.start.modeHint}</small>
    </label>
  );
}

/** The file comes last: what is said of it must be known before it arrives. */
function ArchiveForm({ page, model }: { readonly page: PageContext; readonly model: StartModel }) {
  const { words } = page;
  return (
    <form class="card form" method="post" action={page.link('/uploads')} enctype="multipart/form-data">
      <CsrfField page={page} />
      <h2>{words.start.upload}</h2>
      <Reason page={page} refused={model.refused?.form === 'archive' ? model.refused : null} />
      <label class="field">
        <span>{words.start.name}</span>
        <input name="project" maxLength={200} aria-describedby="name-hint" />
        <small id="name-hint">{words.start.nameHint}</small>
      </label>
      <ModeField page={page} />
      <label class="field">
        <span>{words.start.file}</span>
        <input
          name="archive"
          type="file"
          required
          accept=".zip,.tar.gz,.tgz,.tar"
          aria-describedby="file-hint"
        />
        <small id="file-hint">{words.start.fileHint(Math.round(model.maxUploadBytes / MEGABYTE))}</small>
      </label>
      <button type="submit">{words.start.submit}</button>
    </form>
  );
}

interface ReasonProps {
  readonly page: PageContext;
  readonly refused: Refused | null;
}

function Reason({ page, refused }: ReasonProps) {
  if (refused === null) return null;
  const { what, fix } = page.words.run.told(refused.reason);
  return (
    <p class="refused" role="alert" id="refused">
      <Foreign text={what} /> <Foreign text={fix} />
    </p>
  );
}
