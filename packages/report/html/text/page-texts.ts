import type { Language } from '../../src/text/catalogue.ts';
import { pageEn } from './page-en.ts';
import { pageRu } from './page-ru.ts';

/** What only the page says; everything else is in the catalogue of the report. A language that lacks a key does not compile. */
export interface PageTexts {
  readonly sections: Readonly<
    Record<
      'overview' | 'metrics' | 'surface' | 'findings' | 'topology' | 'dependencies' | 'map' | 'about',
      string
    >
  >;
  readonly skipToContent: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly loading: string;
  readonly broken: string;
  readonly all: string;
  readonly search: string;
  readonly clear: string;
  readonly copy: string;
  readonly copied: string;
  readonly showMore: (count: number) => string;
  readonly shown: (shown: number, total: number) => string;
  readonly nothing: string;
  readonly overview: OverviewTexts;
  readonly metrics: MetricTexts;
  readonly surface: SurfaceTexts;
  readonly findings: FindingTexts;
  readonly topology: TopologyTexts;
  readonly dependencies: DependencyTexts;
  readonly map: MapTexts;
  readonly about: AboutTexts;
}

interface OverviewTexts {
  readonly lead: (band: string) => string;
  readonly dial: (index: string, band: string) => string;
  readonly radar: string;
  readonly bothModels: string;
  readonly confidenceMeans: string;
  readonly access: string;
  readonly severities: string;
  readonly worstFirst: string;
  readonly allFindings: string;
  readonly measuredWhat: string;
  readonly weight: string;
  readonly noneOpen: string;
}

interface MetricTexts {
  readonly lead: string;
  readonly formula: string;
  readonly raw: string;
  readonly distribution: string;
  readonly contributors: (shown: number, total: number) => string;
  readonly item: string;
  readonly trend: string;
  readonly noTrend: string;
  readonly now: string;
  readonly findingsOf: (count: number) => string;
  readonly open: string;
  readonly close: string;
  readonly whyNot: string;
}

interface SurfaceTexts {
  readonly lead: string;
  readonly verb: string;
  readonly route: string;
  readonly handler: string;
  readonly access: string;
  readonly parameters: string;
  readonly noParameters: string;
  readonly sinks: string;
  readonly noSinks: string;
  readonly decidedBy: string;
  readonly validated: string;
  readonly notValidated: string;
  readonly entropies: Readonly<Record<'bounded' | 'string' | 'untyped' | 'binary', string>>;
  readonly supplied: string;
  readonly privileged: string;
  readonly sortBy: string;
}

interface FindingTexts {
  readonly group: string;
  readonly rule: string;
  readonly novelty: string;
  readonly novelties: Readonly<Record<'new' | 'known', string>>;
  readonly noBaseline: string;
  readonly sameCause: (count: number) => string;
  readonly foldCauses: string;
  readonly id: string;
  readonly permalink: string;
  readonly onTopology: string;
  readonly excerpt: string;
  readonly related: string;
  readonly references: string;
  readonly back: string;
  readonly unknown: (id: string) => string;
  readonly leader: string;
  readonly suppressedTitle: string;
  readonly until: string;
}

interface TopologyTexts {
  readonly lead: string;
  readonly graph: string;
  readonly overlay: string;
  readonly overlays: Readonly<Record<'kind' | 'findings', string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<'entry' | 'method' | 'sink' | 'guard', string>>;
  readonly shown: (nodes: number, of: number) => string;
  readonly find: string;
  readonly expand: string;
  readonly only: string;
  readonly reset: string;
  readonly fit: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly choose: string;
  readonly callers: string;
  readonly callees: string;
  readonly weakest: (id: string) => string;
  readonly entryLeft: string;
  readonly guardsOf: string;
  readonly empty: string;
  readonly full: (limit: number) => string;
}

interface DependencyTexts {
  readonly lead: string;
  readonly classes: Readonly<Record<'other' | 'baseline' | 'internal' | 'security' | 'crypto', string>>;
  readonly name: string;
  readonly version: string;
  readonly scope: string;
  readonly class: string;
  readonly declared: string;
  readonly counted: string;
  readonly yes: string;
  readonly no: string;
  readonly byClass: string;
}

interface MapTexts {
  readonly lead: string;
  readonly colourBy: string;
  readonly colours: Readonly<Record<'findings' | 'exposure' | 'complexity', string>>;
  readonly file: string;
  readonly size: string;
  readonly methods: string;
  readonly complexity: string;
  readonly exposure: string;
  readonly riskiest: string;
}

interface AboutTexts {
  readonly work: string;
  readonly stage: string;
  readonly counts: string;
  readonly milliseconds: string;
  readonly run: string;
  readonly engine: string;
  readonly image: string;
  readonly platform: string;
  readonly begun: string;
  readonly cpu: string;
  readonly memory: string;
  readonly seconds: (value: string) => string;
  readonly megabytes: (value: string) => string;
  readonly configuration: string;
  readonly scope: string;
  readonly files: string;
  readonly lines: string;
  readonly role: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly privacy: string;
}

const TEXTS: Readonly<Record<Language, PageTexts>> = { en: pageEn, ru: pageRu };

/** The page's own texts in one language. */
export function pageTextsOf(language: Language): PageTexts {
  return TEXTS[language];
}
