import type { ComponentChildren } from 'preact';
import { usePage } from '../page-state.ts';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly chosen: Value | '';
  readonly choose: (value: Value | '') => void;
  /** Name of the choice that filters nothing; none where something is always chosen. */
  readonly all?: string;
}

/** One of several, from a list. */
export function Choice<Value extends string>({ label, options, chosen, choose, all }: ChoiceProps<Value>) {
  const change = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    choose(options.find((option) => option.value === value)?.value ?? '');
  };
  return (
    <label class="field">
      <span>{label}</span>
      <select value={chosen} onChange={change}>
        {all === undefined ? null : <option value="">{all}</option>}
        {options.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TogglesProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly name: string; readonly count: number }[];
  /** Empty: nothing is filtered. */
  readonly chosen: readonly Value[];
  readonly choose: (values: readonly Value[]) => void;
}

/** Any of several, each a button that stays pressed. */
export function Toggles<Value extends string>({ label, options, chosen, choose }: TogglesProps<Value>) {
  const toggle = (value: Value): void =>
    choose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset class="toggles">
      <legend>{label}</legend>
      {options.map(({ value, name, count }) => (
        <button
          key={value}
          type="button"
          class={`toggle toggle-${value}`}
          aria-pressed={chosen.includes(value)}
          onClick={() => toggle(value)}
        >
          {name} <span class="count">{count}</span>
        </button>
      ))}
    </fieldset>
  );
}

interface SearchProps {
  readonly value: string;
  readonly search: (value: string) => void;
  readonly label?: string;
}

/** Free text. */
export function Search({ value, search, label }: SearchProps) {
  const { page } = usePage();
  return (
    <label class="field search">
      <span>{label ?? page.search}</span>
      <input
        type="search"
        value={value}
        onInput={(event) => search((event.currentTarget as HTMLInputElement).value)}
      />
    </label>
  );
}

interface FilterBarProps {
  readonly children: ComponentChildren;
  readonly shown: number;
  readonly total: number;
  readonly clear: (() => void) | null;
}

/** The filters of a list, how much is left of it, and the way back to all of it. */
export function FilterBar({ children, shown, total, clear }: FilterBarProps) {
  const { page } = usePage();
  return (
    <search class="filters">
      {children}
      <p class="filter-state">
        <output>{page.shown(shown, total)}</output>
        {clear === null ? null : (
          <button type="button" class="quiet" onClick={clear}>
            {page.clear}
          </button>
        )}
      </p>
    </search>
  );
}

/** Whether any of the texts holds all the words, whatever their case. */
export function matches(words: string, texts: readonly string[]): boolean {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return true;
  const text = texts.join('\n').toLowerCase();
  return wanted.every((word) => text.includes(word));
}
