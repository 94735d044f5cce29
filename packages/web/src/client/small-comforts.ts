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

/** Loads a page again that shows what goes on, while somebody looks at it. */
export function reloadWhileSeen(root: ParentNode): void {
  const seconds = Number(root.querySelector<HTMLElement>('[data-reload]')?.dataset['reload'] ?? 0);
  if (seconds <= 0) return;
  setInterval(() => {
    if (document.visibilityState === 'visible') location.reload();
  }, seconds * 1_000);
}
