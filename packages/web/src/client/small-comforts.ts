/** Sends a form of choices as soon as one is made. */
export function submitOnChange(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('[data-submit-on-change]')) {
    for (const choice of form.querySelectorAll('select')) {
      choice.addEventListener('change', () => form.requestSubmit());
    }
  }
}

/** Shows fields that filter rows by their text as one types. */
export function filterRows(root: ParentNode): void {
  for (const label of root.querySelectorAll<HTMLElement>('[data-filter]')) {
    const input = label.querySelector('input');
    const selector = label.dataset['filter'];
    if (input === null || selector === undefined) continue;
    label.hidden = false;
    input.addEventListener('input', () => {
      const wanted = input.value.trim().toLocaleLowerCase();
      for (const row of root.querySelectorAll<HTMLElement>(selector)) {
        row.hidden = wanted !== '' && !row.textContent.toLocaleLowerCase().includes(wanted);
      }
    });
  }
}

/** Brings a page up to date that shows what goes on, while somebody looks at it and has nothing of it in hand. */
export function refreshWhileSeen(root: ParentNode): void {
  const seconds = Number(root.querySelector<HTMLElement>('[data-refresh]')?.dataset['refresh'] ?? 0);
  const content = root.querySelector('main');
  if (seconds <= 0 || content === null) return;
  setInterval(async () => {
    if (document.visibilityState !== 'visible' || content.contains(document.activeElement)) return;
    const fresh = await freshContent();
    if (fresh !== null) content.replaceChildren(...fresh.childNodes);
  }, seconds * 1_000);
}

/** The content of the page as it is now; null where the server does not answer with one, which it may do again later. */
async function freshContent(): Promise<Element | null> {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  } catch {
    return null;
  }
}

/** Closes menus with Escape, and when something beside them is clicked. */
export function closeMenus(root: Document): void {
  const closeAll = (but: EventTarget | null) => {
    for (const menu of root.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
      if (!(but instanceof Node) || !menu.contains(but)) menu.open = false;
    }
  };
  root.addEventListener('click', ({ target }) => closeAll(target));
  root.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape') return;
    const open = target instanceof Element ? target.closest<HTMLElement>('details.menu') : null;
    closeAll(null);
    open?.querySelector('summary')?.focus();
  });
}
