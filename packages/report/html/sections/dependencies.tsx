import { useState } from 'preact/hooks';
import type { Dependency, DependencyClass } from '../../src/schema/inventory.ts';
import { keysOf, usePage } from '../page-state.ts';
import { Choice, FilterBar, matches, Search } from '../parts/filters.tsx';
import { Name, Place, StackedBar } from '../parts/marks.tsx';
import { Paged } from '../parts/paged.tsx';
import { Scrollable } from '../parts/scrollable.tsx';
import { byCode } from '../ranking.ts';

/** What weighs most in E1 stands first. */
const CLASS_RANKS: Readonly<Record<DependencyClass, number>> = {
  crypto: 0,
  security: 1,
  other: 2,
  baseline: 3,
  internal: 4,
};

/** The declared dependencies. */
export function Dependencies() {
  const { report, page } = usePage();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<DependencyClass | ''>('');
  const [scope, setScope] = useState('');
  const shown = report.dependencies
    .filter(
      (one) =>
        (kind === '' || one.class === kind) &&
        (scope === '' || one.scope === scope) &&
        matches(words, [one.group ?? '', one.name, one.version ?? '', one.file]),
    )
    .sort(byWeight);
  const scopes = [...new Set(report.dependencies.map((one) => one.scope))].sort(byCode);
  const clear = (): void => {
    setWords('');
    setKind('');
    setScope('');
  };
  return (
    <>
      <p class="lead">{page.dependencies.lead}</p>
      <Classes />
      <FilterBar
        shown={shown.length}
        total={report.dependencies.length}
        clear={words + kind + scope === '' ? null : clear}
      >
        <Choice
          label={page.dependencies.class}
          all={page.all}
          options={keysOf(CLASS_RANKS).map((value) => ({ value, name: page.dependencies.classes[value] }))}
          chosen={kind}
          choose={setKind}
        />
        <Choice
          label={page.dependencies.scope}
          all={page.all}
          options={scopes.map((value) => ({ value, name: value }))}
          chosen={scope}
          choose={setScope}
        />
        <Search value={words} search={setWords} />
      </FilterBar>
      <Paged items={shown} list={`${words}/${kind}/${scope}`}>
        {(rows) => <Table rows={rows} />}
      </Paged>
    </>
  );
}

function byWeight(left: Dependency, right: Dependency): number {
  return (
    Number(right.counted ?? false) - Number(left.counted ?? false) ||
    CLASS_RANKS[left.class] - CLASS_RANKS[right.class] ||
    byCode(nameOf(left), nameOf(right)) ||
    byCode(left.file, right.file)
  );
}

function nameOf({ group, name }: Dependency): string {
  return group === null ? name : `${group}:${name}`;
}

function Classes() {
  const { report, page } = usePage();
  const counted = report.dependencies.filter((one) => one.counted === true);
  const parts = keysOf(CLASS_RANKS).map((kind) => ({
    name: page.dependencies.classes[kind],
    value: counted.filter((one) => one.class === kind).length,
    className: `dependency-${kind}`,
  }));
  return (
    <div class="card">
      <StackedBar parts={parts} label={`${page.dependencies.counted}: ${counted.length}`} />
    </div>
  );
}

function Table({ rows }: { readonly rows: readonly Dependency[] }) {
  const { page } = usePage();
  const { name, version, scope, declared, counted, yes, no, classes } = page.dependencies;
  return (
    <Scrollable className="card scroll" label={page.sections.dependencies}>
      <table>
        <thead>
          <tr>
            {[name, version, scope, page.dependencies.class, counted, declared].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={`${one.file}:${one.line}:${nameOf(one)}:${one.scope}`}>
              <th scope="row">
                <Name>{nameOf(one)}</Name>
              </th>
              <td>{one.version === null ? '–' : <Name>{one.version}</Name>}</td>
              <td>{one.scope}</td>
              <td>
                <span class={`mark dependency dependency-mark-${one.class}`}>{classes[one.class]}</span>
              </td>
              <td>{one.counted === true ? yes : no}</td>
              <td>
                <Place file={one.file} line={one.line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
