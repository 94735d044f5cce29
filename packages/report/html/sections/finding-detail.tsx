import type { ComponentChildren } from 'preact';
import { asvsReference, cweReference, owaspReference } from '../../src/rules/references.ts';
import type { Excerpt, Finding, Hop } from '../../src/schema/finding.ts';
import { usePage } from '../page-state.ts';
import { GuardMarks, Name, Place, visible } from '../parts/marks.tsx';
import { Scrollable } from '../parts/scrollable.tsx';
import { linkTo } from '../route.ts';

interface FindingDetailProps {
  readonly finding: Finding;
  readonly same?: readonly Finding[];
}

/** Everything about a finding. */
export function FindingDetail({ finding, same = [] }: FindingDetailProps) {
  const { text, page } = usePage();
  return (
    <div class="detail">
      <Part title={text.summary.why}>
        <p>
          <Name>{finding.why}</Name>
        </p>
      </Part>
      <Part title={text.summary.fix}>
        <p class="fix">
          <Name>{finding.fix}</Name>
        </p>
      </Part>
      {finding.excerpt === undefined ? null : (
        <Part title={page.findings.excerpt}>
          <Place file={finding.file} line={finding.line} />
          <Code excerpt={finding.excerpt} line={finding.line} />
        </Part>
      )}
      {finding.path.length === 0 ? null : (
        <Part title={text.summary.path}>
          <Hops hops={finding.path} />
          <p>
            <a href={linkTo('topology', `finding:${finding.id}`)}>{page.findings.onTopology}</a>
          </p>
        </Part>
      )}
      {finding.related === undefined || finding.related.length === 0 ? null : (
        <Part title={page.findings.related}>
          <Hops hops={finding.related} />
        </Part>
      )}
      <Facts finding={finding} />
      <Same finding={finding} same={same} />
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="part">
      <h4>{title}</h4>
      {children}
    </section>
  );
}

function Code({ excerpt, line }: { readonly excerpt: Excerpt; readonly line: number }) {
  const { page } = usePage();
  return (
    <Scrollable className="code-box" label={page.findings.excerpt}>
      <pre class="code">
        {excerpt.lines.map((text, index) => {
          const number = excerpt.startLine + index;
          return (
            <code key={number} class={number === line ? 'here' : ''} data-line={number}>
              <bdi>{visible(text)}</bdi>
              {'\n'}
            </code>
          );
        })}
      </pre>
    </Scrollable>
  );
}

function Hops({ hops }: { readonly hops: readonly Hop[] }) {
  return (
    <ol class="hops">
      {hops.map((hop, index) => (
        <li key={index}>
          <span class="hop-label">
            <Name>{hop.label ?? hop.symbol ?? ''}</Name>
          </span>
          <GuardMarks guards={hop.guards ?? []} />
          <Place file={hop.file} line={hop.line} />
        </li>
      ))}
    </ol>
  );
}

function Facts({ finding }: { readonly finding: Finding }) {
  const { text, page } = usePage();
  const references = [
    ...finding.cwe.map(cweReference),
    ...finding.owasp.map(owaspReference),
    ...(finding.asvs ?? []).map(asvsReference),
  ];
  return (
    <dl class="facts">
      <dt>{page.findings.rule}</dt>
      <dd>
        <code>{finding.rule}</code>
      </dd>
      <dt>{text.summary.metric}</dt>
      <dd>
        <a href={linkTo('metrics', finding.metric)}>
          {finding.metric} · {text.metrics[finding.metric].name}
        </a>
      </dd>
      <dt>{text.summary.confidence}</dt>
      <dd>{text.confidences[finding.confidence]}</dd>
      {references.length === 0 ? null : (
        <>
          <dt>{page.findings.references}</dt>
          <dd class="references">
            {references.map(({ id, name, url }) => (
              <a key={id} href={url} target="_blank" rel="noreferrer noopener" title={name}>
                {id}
              </a>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function Same({ finding, same }: Required<FindingDetailProps>) {
  const { report, page } = usePage();
  const others = same.length > 0 ? same : report.findings.filter((other) => other.sameCauseAs === finding.id);
  const leader = report.findings.find((other) => other.id === finding.sameCauseAs);
  if (leader === undefined && others.length === 0) return null;
  const listed = leader === undefined ? others : [leader];
  return (
    <Part title={leader === undefined ? page.findings.sameCause(others.length) : page.findings.leader}>
      <ul class="plain">
        {listed.map((other) => (
          <li key={other.id}>
            <a href={linkTo('finding', other.id)}>
              <code>
                <Name>{other.id}</Name>
              </code>
            </a>{' '}
            <Name>{other.what}</Name>
          </li>
        ))}
      </ul>
    </Part>
  );
}
