import { render } from 'preact';
import { Page } from './page.tsx';
import { readData } from './read-data.ts';
import { pageTextsOf } from './text/page-texts.ts';
import './style/tokens.css';
import './style/layout.css';
import './style/parts.css';
import './style/sections.css';
import './style/print.css';

const root = document.getElementById('page');
if (root !== null) {
  const texts = pageTextsOf(document.documentElement.lang === 'ru' ? 'ru' : 'en');
  render(<p class="notice">{texts.loading}</p>, root);
  readData().then(
    (data) => render(<Page data={data} />, root),
    () => render(<p class="notice">{texts.broken}</p>, root),
  );
}
