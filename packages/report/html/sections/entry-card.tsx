import type { EntryPoint, Parameter } from '../../src/schema/entry-point.ts';
import type { Sink } from '../../src/schema/sink.ts';
import { usePage } from '../page-state.ts';
import { AccessMark, Name, Place } from '../parts/marks.tsx';
import { linkTo } from '../route.ts';

/** Operations named at once. */
const MAX_SINKS = 8;

interface EntryCardProps {
  readonly entry: EntryPoint;
  /** A library answers it by itself. */
  readonly supplied: boolean;
  readonly sinks: ReadonlyMap<string, Sink>;
}

/** One way in: what it is, who may use it and why, what it accepts, where it leads. */
export function EntryCard({ entry, supplied, sinks }: EntryCardProps) {
  const { text, page } = usePage();
  return (
    <li class={`card entry entry-${entry.access.verdict}`}>
      <div class="entry-route">
        <span class="verbs">
          {entry.verbs.length === 0 ? text.entryKinds[entry.kind] : entry.verbs.join(' ')}
        </span>
        <a class="route" href={linkTo('surface', entry.id)}>
          {entry.paths.length === 0 ? <Name>{entry.handler}</Name> : null}
          {entry.paths.map((path) => (
            <code key={path}>
              <Name>{path}</Name>
            </code>
          ))}
        </a>
        {supplied ? <span class="mark">{page.surface.supplied}</span> : null}
        <AccessMark verdict={entry.access.verdict} />
      </div>
      <dl class="facts entry-facts">
        <dt>{page.surface.handler}</dt>
        <dd>
          <Name>{shortName(entry.handler)}</Name> <Place file={entry.file} line={entry.line} />
        </dd>
        <Access entry={entry} />
        <dt>{page.surface.parameters}</dt>
        <dd>
          <Parameters parameters={entry.params} />
        </dd>
        <dt>{page.surface.sinks}</dt>
        <dd>
          <Sinks entry={entry} sinks={sinks} />
        </dd>
      </dl>
    </li>
  );
}

/** `OwnerController#create(Form)` of `org.clinic.OwnerController#create(org.clinic.Form)`. */
function shortName(method: string): string {
  return method.replace(/[\p{L}\p{N}_$]{1,400}\./gu, '');
}

function Access({ entry: { access } }: { readonly entry: EntryPoint }) {
  const { page } = usePage();
  return (
    <>
      <dt>{page.surface.decidedBy}</dt>
      <dd>
        {access.rule === undefined ? null : (
          <code>
            <Name>{access.rule}</Name>
          </code>
        )}
        {access.reason === undefined ? null : (
          <p>
            <Name>{access.reason}</Name>
          </p>
        )}
        <ul class="plain evidence">
          {access.evidence.map(({ file, line, text }) => (
            <li key={`${file}:${line}:${text}`}>
              <code>
                <Name>{text}</Name>
              </code>{' '}
              <Place file={file} line={line} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

function Parameters({ parameters }: { readonly parameters: readonly Parameter[] }) {
  const { page } = usePage();
  const inputs = parameters.filter((parameter) => parameter.source !== 'framework');
  if (inputs.length === 0) return <span class="muted">{page.surface.noParameters}</span>;
  return (
    <ul class="plain parameters">
      {inputs.map((parameter, index) => (
        <li key={index}>
          <code>
            <Name>{`${parameter.type} ${parameter.name}`}</Name>
          </code>{' '}
          <span class="muted">{parameter.source}</span>{' '}
          <span class={`mark entropy-${parameter.entropy}`}>{page.surface.entropies[parameter.entropy]}</span>{' '}
          <span class={parameter.validated ? 'mark guard' : 'muted small'}>
            {parameter.validated ? page.surface.validated : page.surface.notValidated}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Sinks({ entry, sinks }: Omit<EntryCardProps, 'supplied'>) {
  const { page } = usePage();
  // Reports of older versions do not say, which is not the same as nowhere.
  if (entry.sinks === undefined) return <span>–</span>;
  const reached = entry.sinks.flatMap((id) => sinks.get(id) ?? []);
  const operations = [...Map.groupBy(reached, (sink) => sink.operation)].sort(privilegedFirst);
  if (operations.length === 0) return <span class="muted">{page.surface.noSinks}</span>;
  return (
    <ul class="plain sinks">
      {operations.slice(0, MAX_SINKS).map(([operation, places]) => (
        <li key={operation}>
          <code>
            <Name>{operation}</Name>
          </code>{' '}
          {places.some((sink) => sink.privileged) ? (
            <span class="mark severity-high">{page.surface.privileged}</span>
          ) : null}
        </li>
      ))}
      {operations.length > MAX_SINKS ? <li class="muted">… +{operations.length - MAX_SINKS}</li> : null}
    </ul>
  );
}

type Operation = readonly [operation: string, places: readonly Sink[]];

function privilegedFirst([, left]: Operation, [, right]: Operation): number {
  const rank = (places: readonly Sink[]): number => (places.some((sink) => sink.privileged) ? 0 : 1);
  return rank(left) - rank(right);
}
