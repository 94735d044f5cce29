import { type ApiToken, SCOPES } from '../data/tokens.ts';
import type { PageContext } from './page-context.ts';
import { Copyable } from './parts/copyable.tsx';
import { CsrfField } from './parts/csrf-field.tsx';
import { Empty } from './parts/empty.tsx';
import { Foreign } from './parts/foreign.tsx';
import { Time } from './parts/time.tsx';
import { Shell } from './shell.tsx';

/** Tokens, and the one that was just made, which is shown this once. */
export interface TokensModel {
  readonly tokens: readonly ApiToken[];
  readonly created: string | null;
}

interface TokensProps {
  readonly page: PageContext;
  readonly model: TokensModel;
}

/** Makes and ends tokens. */
export function TokensPage({ page, model }: TokensProps) {
  const { words } = page;
  return (
    <Shell page={page} title={words.tokens.title}>
      <div class="intro">
        <h1>{words.tokens.title}</h1>
        <p class="muted">{words.tokens.lead}</p>
      </div>
      {model.created === null ? null : (
        <section class="card created" role="status">
          <p>{words.tokens.created}</p>
          <Copyable text={model.created} name={words.signIn.token} page={page} />
        </section>
      )}
      <NewToken page={page} />
      <section class="card">
        {model.tokens.length === 0 ? (
          <Empty title={words.tokens.none} />
        ) : (
          <Table page={page} model={model} />
        )}
      </section>
    </Shell>
  );
}

function NewToken({ page }: { readonly page: PageContext }) {
  const { words } = page;
  return (
    <form method="post" action={page.link('/tokens')} class="card form row">
      <CsrfField page={page} />
      <h2>{words.tokens.create}</h2>
      <label class="field">
        <span>{words.tokens.name}</span>
        <input name="name" required maxLength={100} placeholder={words.tokens.nameHint} autocomplete="off" />
      </label>
      <label class="field">
        <span>{words.tokens.scope}</span>
        <select name="scope">
          {SCOPES.map((scope) => (
            <option value={scope} selected={scope === 'submit'} key={scope}>
              {words.tokens.scopes[scope]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="primary">
        {words.tokens.make}
      </button>
    </form>
  );
}

function Table({ page, model }: TokensProps) {
  const { words } = page;
  return (
    <div class="scroll">
      <table class="stacks">
        <caption class="unseen">{words.tokens.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.tokens.name}</th>
            <th scope="col">{words.tokens.scope}</th>
            <th scope="col">{words.tokens.made}</th>
            <th scope="col">{words.tokens.used}</th>
            <th scope="col">
              <span class="unseen">{words.tokens.revoke}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {model.tokens.map((token) => (
            <tr class={token.revoked_at === null ? undefined : 'over'} key={token.id}>
              <th scope="row">
                <Foreign text={token.name} />
              </th>
              <td data-name={words.tokens.scope}>{words.tokens.scopes[token.scope]}</td>
              <td data-name={words.tokens.made}>
                <Time at={token.created_at} page={page} />
              </td>
              <td data-name={words.tokens.used}>
                {token.last_used_at === null ? (
                  words.tokens.never
                ) : (
                  <Time at={token.last_used_at} page={page} />
                )}
              </td>
              <td class="number">
                {token.revoked_at !== null ? (
                  <span class="muted">{words.tokens.revoked}</span>
                ) : (
                  <form method="post" action={page.link(`/tokens/${token.id}/revoke`)}>
                    <CsrfField page={page} />
                    <button type="submit" class="danger">
                      {words.tokens.revoke}
                      <span class="unseen"> {token.name}</span>
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
