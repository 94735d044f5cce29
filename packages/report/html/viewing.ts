import { flushSync } from 'preact/compat';
import { useEffect, useState } from 'preact/hooks';
import type { Theme } from './page-state.ts';

const DARK = '(prefers-color-scheme: dark)';

/** Whether the page is dark now, by choice or by the system; tells the style sheet. */
export function useDark(theme: Theme): boolean {
  const [systemDark, setSystemDark] = useState(() => matchMedia(DARK).matches);
  useEffect(() => {
    const media = matchMedia(DARK);
    const follow = (): void => setSystemDark(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  return theme === 'system' ? systemDark : theme === 'dark';
}

/** Whether the page is being put on paper: then all sections stand one after another. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const start = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    addEventListener('beforeprint', start);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', start);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
