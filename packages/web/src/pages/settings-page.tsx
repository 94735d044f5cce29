import { SEVERITIES } from '@csqa/report';
import type { PageContext } from './page-context.ts';
import { CsrfField } from './parts/csrf-field.tsx';
import { Foreign } from './parts/foreign.tsx';
import { Shell } from './shell.tsx';

/** Fields of the form, as text. */
export interface SettingsFields {
  readonly defaultRef: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly failOn: string;
  readonly failOnNew: string;
  readonly maxRisk: string;
  readonly webhookUrl: string;
}

/** What the settings of a project show. */
export interface SettingsModel {
  readonly project: { readonly id: string; readonly name: string };
  readonly fields: SettingsFields;
  readonly hasSecret: boolean;
  readonly hasPushSecret: boolean;
  /** What GitHub is to call. */
  readonly pushUrl: string;
  readonly outcome: 'saved' | 'invalid' | null;
  /** Why a field was refused. */
  readonly wrong: Readonly<Partial<Record<keyof SettingsFields | 'pushSecret', string>>>;
}

interface SettingsProps {
  readonly page: PageContext;
  readonly model: SettingsModel;
}

/** Settings of one project. */
export function SettingsPage({ page, model }: SettingsProps) {
  const { words } = page;
  const { project, outcome } = model;
  return (
    <Shell page={page} title={words.settings.title(project.name)}>
      <p class="crumbs">
        <a href={page.link(`/projects/${project.id}`)}>
          <Foreign text={project.name} />
        </a>
      </p>
      <h1>{words.project.settings}</h1>
      {outcome === 'saved' ? (
        <p class="saved" role="status">
          {words.settings.saved}
        </p>
      ) : null}
      {outcome === 'invalid' ? (
        <p class="refused" role="alert">
          {words.settings.invalid}
        </p>
      ) : null}
      <form method="post" action={page.link(`/projects/${project.id}/settings`)} class="card form medium">
        <CsrfField page={page} />
        <Field
          name="defaultRef"
          label={words.settings.defaultRef}
          hint={words.settings.defaultRefHint}
          model={model}
        />
        <div class="pair">
          <Field
            name="cron"
            label={words.settings.schedule}
            hint={words.settings.scheduleHint}
            model={model}
          />
          <Field name="timeZone" label={words.settings.timeZone} hint="Europe/Berlin" model={model} />
        </div>
        <Gate page={page} model={model} />
        <Field
          name="webhookUrl"
          label={words.settings.webhook}
          hint={words.settings.webhookHint}
          model={model}
        />
        <Secret
          name="webhookSecret"
          label={words.settings.webhookSecret}
          isKept={model.hasSecret}
          page={page}
        />
        <Secret
          name="pushSecret"
          label={words.settings.pushSecret}
          isKept={model.hasPushSecret}
          wrong={model.wrong.pushSecret}
          page={page}
        />
        <p class="muted small">
          {words.settings.pushHint} <code>{model.pushUrl}</code>
        </p>
        <button type="submit" class="primary">
          {words.settings.save}
        </button>
      </form>
    </Shell>
  );
}

function Gate({ page, model }: SettingsProps) {
  const { words, terms } = page;
  const severityField = (name: 'failOn' | 'failOnNew', label: string) => (
    <label class="field">
      <span>{label}</span>
      <select name={name}>
        <option value="">{words.settings.nothing}</option>
        {SEVERITIES.map((severity) => (
          <option value={severity} selected={model.fields[name] === severity} key={severity}>
            {terms.severities[severity]}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset class="group">
      <legend>{words.settings.gate}</legend>
      <p class="muted small">{words.settings.gateHint}</p>
      <div class="pair">
        {severityField('failOn', words.settings.failOn)}
        {severityField('failOnNew', words.settings.failOnNew)}
      </div>
      <Field name="maxRisk" label={words.settings.maxRisk} hint="0 … 1" model={model} />
    </fieldset>
  );
}

interface FieldProps {
  readonly name: Exclude<keyof SettingsFields, 'failOn' | 'failOnNew'>;
  readonly label: string;
  readonly hint: string;
  readonly model: SettingsModel;
}

function Field({ name, label, hint, model }: FieldProps) {
  const wrong = model.wrong[name];
  return (
    <label class="field">
      <span>{label}</span>
      <input
        name={name}
        value={model.fields[name]}
        maxLength={2048}
        spellcheck={false}
        aria-describedby={`${name}-hint`}
        aria-invalid={wrong === undefined ? undefined : 'true'}
      />
      <small id={`${name}-hint`}>{wrong === undefined ? hint : <b class="wrong">{wrong}</b>}</small>
    </label>
  );
}

interface SecretProps {
  readonly name: string;
  readonly label: string;
  readonly isKept: boolean;
  readonly wrong?: string | undefined;
  readonly page: PageContext;
}

/** A secret is never shown; one that is not given stays as it is. */
function Secret({ name, label, isKept, wrong, page }: SecretProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        name={name}
        type="password"
        autocomplete="new-password"
        maxLength={200}
        aria-describedby={`${name}-hint`}
      />
      <small id={`${name}-hint`}>
        {wrong === undefined ? page.words.settings.secretHint : <b class="wrong">{wrong}</b>}{' '}
        {isKept ? page.words.settings.secretKept : null}
      </small>
    </label>
  );
}
