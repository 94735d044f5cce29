import type { PageContext } from './page-context.ts';
import { CsrfField } from './parts/csrf-field.tsx';
import { Shell } from './shell.tsx';

/** What the sign-in page shows. */
export interface SignInModel {
  /** Where to go afterwards, a path of the app. */
  readonly next: string;
  readonly isWrong: boolean;
}

/** Exchanges a token for a cookie. */
export function SignInPage({ page, model }: { readonly page: PageContext; readonly model: SignInModel }) {
  const { words } = page;
  return (
    <Shell page={page} title={words.signIn.title}>
      <form class="card form narrow" method="post" action={page.link('/sign-in')}>
        <CsrfField page={page} />
        <input type="hidden" name="next" value={model.next} />
        <h1>{words.signIn.title}</h1>
        <p class="muted">{words.signIn.lead}</p>
        {model.isWrong ? (
          <p class="refused" role="alert" id="refused">
            {words.signIn.wrong}
          </p>
        ) : null}
        <label class="field">
          <span>{words.signIn.token}</span>
          <input
            name="token"
            type="password"
            required
            maxLength={512}
            autocomplete="current-password"
            aria-invalid={model.isWrong ? 'true' : undefined}
            aria-errormessage={model.isWrong ? 'refused' : undefined}
          />
        </label>
        <button type="submit" class="primary">
          {words.signIn.submit}
        </button>
      </form>
    </Shell>
  );
}
