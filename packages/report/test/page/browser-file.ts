import chromium from '@sparticuz/chromium';

/** Unpacks the browser that comes from npm, unless that was done before. Rejects where it has none for this machine. */
export function browserFile(): Promise<string> {
  return chromium.executablePath();
}

/** Once before all tests: two workers that unpack one file at once would spoil it. What goes wrong is told by the tests that need it. */
export async function setup(): Promise<void> {
  await browserFile().catch(() => undefined);
}
