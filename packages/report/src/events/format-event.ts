import type { AnalyzerEvent } from '../schema/event.ts';

/** Writes one event as a line, newline included. Texts that would make the line too long are the sender's to cut. */
export function formatEvent(event: AnalyzerEvent): string {
  return `${JSON.stringify(event)}\n`;
}
