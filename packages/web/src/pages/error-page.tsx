import type { PageContext } from './page-context.ts';
import { Shell } from './shell.tsx';

/** A request that came to nothing. */
export interface ErrorModel {
  readonly status: number;
  /** Stable name of the reason. */
  readonly code: string;
  /** Finds the request in the log of the server. */
  readonly requestId: string;
}

/** Says what is wrong in words of its own; the message of the error is for the API and the log. */
export function ErrorPage({ page, model }: { readonly page: PageContext; readonly model: ErrorModel }) {
  const { words } = page;
  const { title, text } = errorText(page, model);
  return (
    <Shell page={page} title={title}>
      <section class="card narrow error">
        <p class="error-status" aria-hidden="true">
          {model.status}
        </p>
        <h1>{title}</h1>
        <p>{text}</p>
        <p class="muted small">
          <code>{model.code}</code> · {words.errors.request} <code>{model.requestId}</code>
        </p>
        <p>
          <a class="button" href={page.link('/')}>
            {words.errors.home}
          </a>
        </p>
      </section>
    </Shell>
  );
}

function errorText(
  { words: { errors } }: PageContext,
  { status, code }: ErrorModel,
): { readonly title: string; readonly text: string } {
  const byCode: Readonly<Record<string, { readonly title: string; readonly text: string }>> = errors.byCode;
  const known: Readonly<Record<number, { readonly title: string; readonly text: string }>> = {
    ...{ 400: errors[400], 401: errors[401], 403: errors[403], 404: errors[404], 410: errors[410] },
    ...{ 413: errors[413], 429: errors[429], 500: errors[500], 503: errors[503] },
  };
  return (
    (Object.hasOwn(byCode, code) ? byCode[code] : undefined) ??
    known[status] ??
    (status < 500 ? errors[400] : errors[500])
  );
}
