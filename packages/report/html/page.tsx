import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageData } from '../src/html/page-data.ts';
import { LANGUAGES } from '../src/text/catalogue.ts';
import { reportIn } from '../src/text/report-in.ts';
import { textsOf } from '../src/text/texts-of.ts';
import { keysOf, PageContext, type PageState, type Theme, usePage } from './page-state.ts';
import { Name } from './parts/marks.tsx';
import { linkTo, SECTIONS, type Section, useRoute } from './route.ts';
import { About } from './sections/about.tsx';
import { CodeMap } from './sections/code-map.tsx';
import { Dependencies } from './sections/dependencies.tsx';
import { Findings } from './sections/findings.tsx';
import { Metrics } from './sections/metrics.tsx';
import { Overview } from './sections/overview.tsx';
import { Surface } from './sections/surface.tsx';
import { TopologySection } from './sections/topology.tsx';
import { pageTextsOf } from './text/page-texts.ts';
import { useDark, usePrinting } from './viewing.ts';

const BODIES: Readonly<Record<Section, () => preact.JSX.Element>> = {
  overview: Overview,
  metrics: Metrics,
  surface: Surface,
  findings: Findings,
  topology: TopologySection,
  dependencies: Dependencies,
  map: CodeMap,
  about: About,
};

/** What goes on paper; a graph and a treemap are nothing without a pointer. */
const PRINTED: readonly Section[] = ['overview', 'metrics', 'surface', 'findings', 'dependencies', 'about'];

/** The whole page. */
export function Page({ data }: { readonly data: PageData }) {
  const [language, setLanguage] = useState(data.language);
  const [theme, setTheme] = useState<Theme>('system');
  const route = useRoute();
  const printing = usePrinting();
  const dark = useDark(theme);
  const report = useMemo(() => reportIn(data.report, language), [data, language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const state: PageState = {
    data,
    report,
    text: textsOf(language),
    page: pageTextsOf(language),
    language,
    route,
    theme,
    dark,
    printing,
    setLanguage,
    setTheme,
  };
  return (
    <PageContext.Provider value={state}>
      <button type="button" class="skip" onClick={toContent}>
        {state.page.skipToContent}
      </button>
      <div class="frame">
        <Navigation />
        <Content />
      </div>
    </PageContext.Provider>
  );
}

function toContent(): void {
  document.getElementById('content')?.focus();
}

function Content() {
  const { route, page, printing } = usePage();
  const main = useRef<HTMLElement>(null);
  const place = `${route.section}/${route.subject ?? ''}`;
  const shownBefore = useRef(place);
  useEffect(() => {
    if (shownBefore.current === place) return;
    shownBefore.current = place;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place]);
  const sections = printing ? PRINTED : [route.section];
  return (
    <main id="content" ref={main} tabIndex={-1}>
      {sections.map((section) => {
        const Body = BODIES[section];
        return (
          <section key={section} aria-labelledby={`title-${section}`} class="section">
            <h1 id={`title-${section}`}>{page.sections[section]}</h1>
            <Body />
          </section>
        );
      })}
    </main>
  );
}

function Navigation() {
  const { data, report, page, route, text } = usePage();
  const counts: Partial<Record<Section, number>> = {
    surface: report.entryPoints.length,
    findings: report.findings.length,
    dependencies: report.dependencies.length,
  };
  return (
    <header class="side">
      <div class="brand">
        <span class="brand-mark">CSQA</span>
        <span class="brand-name">{text.summary.title}</span>
        <strong class="brand-project">
          <Name>{data.project ?? ''}</Name>
        </strong>
        <code class="brand-revision">{report.meta.revision?.slice(0, 12) ?? ''}</code>
      </div>
      <nav aria-label={text.summary.title}>
        <ul>
          {SECTIONS.map((section) => (
            <li key={section}>
              <a href={linkTo(section)} aria-current={route.section === section ? 'page' : undefined}>
                <span>{page.sections[section]}</span>
                {counts[section] === undefined ? null : <span class="count">{counts[section]}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Switches />
    </header>
  );
}

const LANGUAGE_NAMES = { en: 'English', ru: 'Русский' } as const;

function Switches() {
  const { page, language, theme, setLanguage, setTheme } = usePage();
  return (
    <div class="switches">
      <Switch
        label={page.language}
        options={LANGUAGES.map((value) => ({ value, name: LANGUAGE_NAMES[value], lang: value }))}
        chosen={language}
        choose={setLanguage}
      />
      <Switch
        label={page.theme}
        options={keysOf(page.themes).map((value) => ({ value, name: page.themes[value] }))}
        chosen={theme}
        choose={setTheme}
      />
    </div>
  );
}

interface SwitchProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly name: string; readonly lang?: string }[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}

function Switch<Value extends string>({ label, options, chosen, choose }: SwitchProps<Value>) {
  return (
    <fieldset class="switch">
      <legend>{label}</legend>
      {options.map(({ value, name, lang }) => (
        <button
          key={value}
          type="button"
          lang={lang}
          aria-pressed={value === chosen}
          onClick={() => choose(value)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
