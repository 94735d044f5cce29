import type { Band, Severity } from '@csqa/report';
import type { Paint } from './terminal.ts';

/** The colour of a severity. */
export function paintSeverity(paint: Paint, severity: Severity, text: string): string {
  switch (severity) {
    case 'critical':
      return paint.bold(paint.red(text));
    case 'high':
      return paint.red(text);
    case 'medium':
      return paint.yellow(text);
    case 'low':
      return paint.cyan(text);
    case 'info':
      return paint.dim(text);
  }
}

/** The colour of a band. */
export function paintBand(paint: Paint, band: Band, text: string): string {
  switch (band) {
    case 'critical':
      return paint.bold(paint.red(text));
    case 'high':
      return paint.red(text);
    case 'moderate':
      return paint.yellow(text);
    case 'low':
      return paint.green(text);
  }
}
