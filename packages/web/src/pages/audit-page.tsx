import type { PageContext } from './page-context.ts';
import { Empty } from './parts/empty.tsx';
import { Foreign } from './parts/foreign.tsx';
import { Shell } from './shell.tsx';
import { moment } from './times.ts';

/** One administrative act. */
export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
}

/** Acts, newest first, and where they go on. */
export interface AuditModel {
  readonly acts: readonly AuditLine[];
  readonly older: string | null;
}

/** Who did what, newest first. */
export function AuditPage({ page, model }: { readonly page: PageContext; readonly model: AuditModel }) {
  const { words } = page;
  return (
    <Shell page={page} title={words.audit.title}>
      <div class="intro">
        <h1>{words.audit.title}</h1>
        <p class="muted">{words.audit.lead}</p>
      </div>
      <section class="card">
        {model.acts.length === 0 ? (
          <Empty title={words.audit.none} />
        ) : (
          <div class="scroll">
            <table class="stacks">
              <caption class="unseen">{words.audit.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.audit.at}</th>
                  <th scope="col">{words.audit.actor}</th>
                  <th scope="col">{words.audit.action}</th>
                  <th scope="col">{words.audit.subject}</th>
                </tr>
              </thead>
              <tbody>
                {model.acts.map((act) => (
                  <tr key={act.id}>
                    <td class="nowrap">
                      <time dateTime={act.at.toISOString()}>{moment(act.at, page.language)}</time>
                    </td>
                    <td>
                      <Foreign text={act.actor} />
                    </td>
                    <td>
                      <code>{act.action}</code>
                    </td>
                    <td>
                      <Foreign text={act.subject} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {model.older === null ? null : (
          <p>
            <a class="button" rel="next" href={page.link(model.older)}>
              {words.audit.older}
            </a>
          </p>
        )}
      </section>
    </Shell>
  );
}
