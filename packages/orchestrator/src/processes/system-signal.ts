import { constants } from 'node:os';

/** The name of a signal by its number on Linux, as in SIGKILL for 9; null for a number that is none. */
export function systemSignal(number: number): NodeJS.Signals | null {
  return signalNames.get(number) ?? null;
}

const signalNames: ReadonlyMap<number, NodeJS.Signals> = new Map(
  (Object.entries(constants.signals) as [NodeJS.Signals, number][]).map(([name, number]) => [number, name]),
);
