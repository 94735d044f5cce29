import { Fragment } from 'preact';
import { ownEntry } from '../../src/text/own-entry.ts';
import { figure } from '../numbers.ts';
import { usePage } from '../page-state.ts';
import { Name, Place } from '../parts/marks.tsx';
import { Paged } from '../parts/paged.tsx';
import { Scrollable } from '../parts/scrollable.tsx';

/** What made the report, of what, and how. */
export function About() {
  const { page } = usePage();
  return (
    <>
      <Tool />
      <Scope />
      <Work />
      <HowItRan />
      <Diagnostics />
      <Configuration />
      <p class="muted">{page.about.privacy}</p>
    </>
  );
}

function Tool() {
  const { report, text } = usePage();
  const { meta } = report;
  return (
    <section class="card" aria-labelledby="tool">
      <h2 id="tool">{text.summary.about}</h2>
      <dl class="facts">
        <dt>{text.summary.tool}</dt>
        <dd>
          {meta.tool} {meta.version}
        </dd>
        <dt>{text.summary.mode}</dt>
        <dd>{meta.mode}</dd>
        <dt>{text.summary.model}</dt>
        <dd>{text.models[meta.model]}</dd>
        <dt>{text.summary.revision}</dt>
        <dd>
          <code>{meta.revision ?? text.summary.unknownRevision}</code>
        </dd>
      </dl>
    </section>
  );
}

function Scope() {
  const { report, text, page, language } = usePage();
  const { files } = report;
  return (
    <section class="card" aria-labelledby="scope">
      <h2 id="scope">{page.about.scope}</h2>
      <p>
        {files.analysed === 0
          ? text.summary.nothingAnalysed
          : text.summary.filesAnalysed(files.analysed, files.lines)}
      </p>
      <Scrollable label={page.about.scope}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.summary.languages}</th>
              <th scope="col">{page.about.role}</th>
              <th scope="col" class="number">
                {page.about.files}
              </th>
              <th scope="col" class="number">
                {page.about.lines}
              </th>
            </tr>
          </thead>
          <tbody>
            {files.languages.map((one) => (
              <tr key={`${one.language}/${one.role}`}>
                <th scope="row">{one.language}</th>
                <td>{ownEntry(page.about.roles, one.role) ?? one.role}</td>
                <td class="number">{one.files.toLocaleString(language)}</td>
                <td class="number">{one.lines.toLocaleString(language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      {files.skipped.length === 0 ? null : (
        <p class="muted">
          {text.summary.skipped}:{' '}
          <Name>
            {files.skipped
              .map((one) => `${ownEntry(text.skipReasons, one.reason) ?? one.reason} – ${one.files}`)
              .join(', ')}
          </Name>
        </p>
      )}
    </section>
  );
}

function Work() {
  const { report, page, language } = usePage();
  const { stages, wallMs } = report.timings;
  return (
    <section class="card" aria-labelledby="work">
      <h2 id="work">{page.about.work}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{page.about.stage}</th>
            <th scope="col">{page.about.counts}</th>
            {wallMs === undefined ? null : (
              <th scope="col" class="number">
                {page.about.milliseconds}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {stages.map(({ stage, counts }) => (
            <tr key={stage}>
              <th scope="row">{stage}</th>
              <td>
                {Object.entries(counts)
                  .map(([name, count]) => `${name} ${count.toLocaleString(language)}`)
                  .join(' · ')}
              </td>
              {wallMs === undefined ? null : (
                <td class="number">{(wallMs[stage] ?? 0).toLocaleString(language)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where it ran and what it took, as far as whoever wrote the file knew. */
function HowItRan() {
  const { data, page, language } = usePage();
  const { run } = data;
  if (run === null) return null;
  const { about } = page;
  const facts: readonly (readonly [string, string | null])[] = [
    [about.engine, run.engine],
    [about.image, run.image],
    [about.platform, run.platform],
    [about.begun, new Date(run.startedAt).toLocaleString(language)],
    [about.cpu, run.cpuMs === null ? null : about.seconds(figure(run.cpuMs / 1000, language))],
    [
      about.memory,
      run.peakMemoryBytes === null ? null : about.megabytes(figure(run.peakMemoryBytes / 1e6, language)),
    ],
  ];
  return (
    <section class="card" aria-labelledby="run">
      <h2 id="run">{about.run}</h2>
      <dl class="facts">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>
                <Name>{value}</Name>
              </dd>
            </Fragment>
          ),
        )}
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{about.stage}</th>
            <th scope="col" class="number">
              {about.milliseconds}
            </th>
          </tr>
        </thead>
        <tbody>
          {run.phases.map(({ phase, wallMs }, index) => (
            <tr key={index}>
              <th scope="row">
                <Name>{phase}</Name>
              </th>
              <td class="number">{wallMs.toLocaleString(language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Diagnostics() {
  const { report, text } = usePage();
  if (report.diagnostics.length === 0) return null;
  return (
    <section class="card" aria-labelledby="diagnostics">
      <h2 id="diagnostics">
        {text.summary.diagnostics} <span class="count">{report.diagnostics.length}</span>
      </h2>
      <Paged items={report.diagnostics} list="diagnostics">
        {(shown) => (
          <ul class="plain">
            {shown.map((one, index) => (
              <li key={index}>
                <span class="mark">{text.diagnosticSeverities[one.severity]}</span> <Name>{one.message}</Name>{' '}
                {one.hint === undefined ? null : <Name>{one.hint}</Name>}{' '}
                <Place file={one.file ?? null} line={one.line ?? null} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function Configuration() {
  const { report, page } = usePage();
  return (
    <section class="card" aria-labelledby="configuration">
      <h2 id="configuration">{page.about.configuration}</h2>
      <dl class="facts">
        {Object.entries(report.meta.config).map(([key, value]) => (
          <>
            <dt key={key}>
              <code>{key}</code>
            </dt>
            <dd>
              <code>
                <Name>{JSON.stringify(value)}</Name>
              </code>
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}
