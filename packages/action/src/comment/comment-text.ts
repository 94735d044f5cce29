import type { Language } from '@csqa/report';
import type { PublishName } from '../run-types.ts';
import { commentEn } from './comment-en.ts';
import { commentRu } from './comment-ru.ts';

/** What a comment and a job summary say besides the texts of the report and of the comparison. Plain text, without markup. */
export interface CommentText {
  /** After "CSQA": what the gate said. */
  readonly passed: string;
  readonly failed: string;
  readonly undecided: string;
  readonly ungated: string;
  /** The change sets its own configuration otherwise; the keys follow. */
  readonly ownConfig: string;
  /** What that means for the verdict. */
  readonly gateOfBase: string;
  /** Above findings that the change itself suppresses. */
  readonly suppressedHeading: string;
  /** Before the last day of a suppression. */
  readonly until: string;
  /** The change moved nothing. */
  readonly nothingMoved: string;
  readonly riskiest: string;
  readonly index: string;
  readonly newHeading: string;
  readonly allHeading: string;
  readonly fixedHeading: string;
  readonly knownHeading: string;
  readonly openedHeading: string;
  readonly drawingHeading: string;
  readonly surfaceHeading: string;
  readonly metricsHeading: string;
  readonly path: string;
  /** Beside the number of findings that weigh more than before. */
  readonly worse: string;
  /** Why a road is open now. */
  readonly callAdded: string;
  readonly entryAdded: string;
  /** On arrows of the drawing. */
  readonly added: string;
  readonly gone: string;
  readonly loosened: string;
  readonly legend: string;
  readonly notPublished: string;
  readonly enable: string;
  /** The text is shortened; where the rest is follows. */
  readonly shortened: string;
  readonly summaryLink: string;
  readonly artifactLink: string;
  readonly explain: string;
  /** Names of what is published. */
  readonly channels: Readonly<Record<PublishName, string>>;
}

/** The texts in one language. */
export function commentTextIn(language: Language): CommentText {
  switch (language) {
    case 'en':
      return commentEn;
    case 'ru':
      return commentRu;
  }
}
